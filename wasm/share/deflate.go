package share

import "slices"

// deflate packs a text into a DEFLATE stream of one block, or of stored ones,
// whichever is shortest.
func deflate(src []byte) []byte {
	var c coder
	best := writeStored(src)
	found := findMatches(src)
	// What is cheapest to write depends on the code, and the best code on what
	// is written. So start from a guess and go round. Where this ends depends on
	// the guess: the fixed code suits most texts; the code of the text without
	// matches suits texts that hold few, such as keys and tokens.
	for _, guess := range []*prices{
		newPrices(fixedLiterals[:], fixedDistances[:]),
		newPrices(count(src, slices.Repeat([]token{{1, 0}}, len(src))).bestLengths(&c)),
	} {
		var last []token
		for range 3 {
			tokens := parse(src, found, guess)
			if slices.Equal(tokens, last) {
				break
			}
			last = tokens
			n := count(src, tokens)
			literals, distances := n.bestLengths(&c)
			best = n.writeFixed(src, tokens, best)
			best = n.writeDynamic(&c, src, tokens, literals, distances, best)
			guess = newPrices(literals, distances)
		}
	}
	return best
}

// A bitWriter collects bits into bytes, the first one lowest.
type bitWriter struct {
	out   []byte
	held  uint64
	count uint8 // of the bits held
}

func (w *bitWriter) bits(value int, count uint8) {
	w.held |= uint64(value) << w.count
	for w.count += count; w.count >= 8; w.count -= 8 {
		w.out = append(w.out, byte(w.held))
		w.held >>= 8
	}
}

func (w *bitWriter) word(c codeword) {
	w.bits(int(c.bits), c.length)
}

// align fills the last byte with zeros.
func (w *bitWriter) align() {
	if w.count > 0 {
		w.bits(0, 8-w.count)
	}
}

// The types of blocks.
const (
	stored  = 0
	fixed   = 1
	dynamic = 2
)

func (w *bitWriter) header(final bool, kind int) {
	if final {
		w.bits(1, 1)
	} else {
		w.bits(0, 1)
	}
	w.bits(kind, 2)
}

func writeStored(src []byte) []byte {
	var w bitWriter
	for {
		n := min(len(src), 0xffff)
		w.header(n == len(src), stored)
		w.align()
		w.bits(n, 16)
		w.bits(n^0xffff, 16)
		w.out = append(w.out, src[:n]...)
		if src = src[n:]; len(src) == 0 {
			return w.out
		}
	}
}

// writeFixed writes a block in the fixed code, unless another one is as short.
func (n *counts) writeFixed(src []byte, tokens []token, other []byte) []byte {
	var w bitWriter
	w.header(true, fixed)
	if w.after(n.size(fixedLiterals[:], fixedDistances[:])) >= len(other) {
		return other
	}
	w.tokens(src, tokens, newCode(fixedLiterals[:]), newCode(fixedDistances[:]))
	w.align()
	return w.out
}

// writeDynamic writes a block with its own code, unless another one is as short.
func (n *counts) writeDynamic(c *coder, src []byte, tokens []token, literals, distances []uint8, other []byte) []byte {
	var w bitWriter
	w.header(true, dynamic)
	w.lengths(c, literals, distances)
	if w.after(n.size(literals, distances)) >= len(other) {
		return other
	}
	w.tokens(src, tokens, newCode(literals), newCode(distances))
	w.align()
	return w.out
}

// after returns how many bytes there will be after so many bits more.
func (w *bitWriter) after(bits int) int { return len(w.out) + (int(w.count)+bits+7)/8 }

// tokens writes the tokens and the end of the block.
func (w *bitWriter) tokens(src []byte, tokens []token, literals, distances []codeword) {
	for _, t := range tokens {
		if t.distance == 0 {
			w.word(literals[src[0]])
		} else {
			i, j := lengthSpan(int(t.length)), distanceSpan(int(t.distance))
			w.word(literals[firstMatch+i])
			w.bits(int(t.length-lengthSpans[i].base), lengthSpans[i].extra)
			w.word(distances[j])
			w.bits(int(t.distance-distanceSpans[j].base), distanceSpans[j].extra)
		}
		src = src[t.length:]
	}
	w.word(literals[endOfBlock])
}

// Counts are how often each symbol is written, and the bits of all matches that are
// no symbols.
type counts struct {
	literals  [firstMatch + len(lengthSpans)]int
	distances [len(distanceSpans)]int
	extra     int
}

func count(src []byte, tokens []token) *counts {
	n := new(counts)
	for _, t := range tokens {
		if t.distance == 0 {
			n.literals[src[0]]++
		} else {
			i, j := lengthSpan(int(t.length)), distanceSpan(int(t.distance))
			n.literals[firstMatch+i]++
			n.distances[j]++
			n.extra += int(lengthSpans[i].extra) + int(distanceSpans[j].extra)
		}
		src = src[t.length:]
	}
	n.literals[endOfBlock]++
	return n
}

// bestLengths returns the lengths of the codes that suit best, with the zeros at
// their ends cut off.
func (n *counts) bestLengths(c *coder) (literals, distances []uint8) {
	literals = cutZeros(c.codeLengths(n.literals[:], maxBits), fewestLiterals)
	distances = cutZeros(c.codeLengths(n.distances[:], maxBits), fewestDistances)
	return literals, distances
}

// size returns the bits of all tokens in codes of these lengths.
func (n *counts) size(literals, distances []uint8) int {
	bits := n.extra
	for i, length := range literals {
		if i < len(n.literals) {
			bits += n.literals[i] * int(length)
		}
	}
	for i, length := range distances {
		if i < len(n.distances) {
			bits += n.distances[i] * int(length)
		}
	}
	return bits
}

func cutZeros(lengths []uint8, fewest int) []uint8 {
	for len(lengths) > fewest && lengths[len(lengths)-1] == 0 {
		lengths = lengths[:len(lengths)-1]
	}
	return lengths
}
