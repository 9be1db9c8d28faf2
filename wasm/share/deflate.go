package share

import "slices"

// deflate packs a text into a DEFLATE stream of one block, or of stored ones,
// whichever is shortest.
func (c *coder) deflate(src []byte) []byte {
	best := writeStored(src)
	c.matches.find(src)
	// What is cheapest to write depends on the code, and the best code on what
	// is written. So start from a guess and go round. Where this ends depends on
	// the guess: the fixed code suits most texts; the code of the text without
	// matches suits texts that hold few, such as keys and tokens.
	for _, literally := range []bool{false, true} {
		literals, distances := fixedLiterals[:], fixedDistances[:]
		if literally {
			c.counts.count(src, nil)
			literals, distances = c.counts.bestLengths(c)
		}
		c.tokens = c.tokens[:0]
		for range 3 {
			c.prices.set(literals, distances)
			c.tokens, c.last = c.last, c.tokens
			c.parse(src)
			if slices.Equal(c.tokens, c.last) {
				break
			}
			c.counts.count(src, c.tokens)
			literals, distances = c.counts.bestLengths(c)
			best = c.counts.writeFixed(src, c.tokens, best)
			best = c.counts.writeDynamic(c, src, c.tokens, literals, distances, best)
		}
	}
	return best
}

// A coder has what deflate needs while it works, to be used again: to clear new
// room takes as long as half of the work.
type coder struct {
	matches      matches
	prices       prices
	counts       counts
	cost         []uint32
	steps        []token
	tokens, last []token // of this round and of the one before

	symbols     []int
	room, pairs []thing
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

// count counts the symbols of the tokens, or of the bytes as they are where
// there are none.
func (n *counts) count(src []byte, tokens []token) {
	*n = counts{}
	n.literals[endOfBlock] = 1
	if tokens == nil {
		for _, b := range src {
			n.literals[b]++
		}
	}
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
