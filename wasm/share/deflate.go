package share

import "slices"

// deflate packs a text into a DEFLATE stream of one block, or of stored ones,
// whichever is shortest.
func deflate(src []byte) []byte {
	best := writeStored(src)
	found := findMatches(src)
	// What is cheapest to write depends on the code, and the best code on what
	// is written. So start from a guess and go round. Where this ends depends on
	// the guess: the fixed code suits most texts; the code of the text without
	// matches suits texts that hold few, such as keys and tokens.
	for _, guess := range []*prices{
		newPrices(fixedLiterals[:], fixedDistances[:]),
		newPrices(bestLengths(src, slices.Repeat([]token{{1, 0}}, len(src)))),
	} {
		var last []token
		for range 3 {
			tokens := parse(src, found, guess)
			if slices.Equal(tokens, last) {
				break
			}
			last = tokens
			literals, distances := bestLengths(src, tokens)
			for _, out := range [][]byte{writeFixed(src, tokens), writeDynamic(src, tokens, literals, distances)} {
				if len(out) < len(best) {
					best = out
				}
			}
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

func writeFixed(src []byte, tokens []token) []byte {
	w := bitWriter{out: make([]byte, 0, len(src))}
	w.header(true, fixed)
	w.tokens(src, tokens, newCode(fixedLiterals[:]), newCode(fixedDistances[:]))
	w.align()
	return w.out
}

func writeDynamic(src []byte, tokens []token, literals, distances []uint8) []byte {
	w := bitWriter{out: make([]byte, 0, len(src))}
	w.header(true, dynamic)
	w.lengths(literals, distances)
	w.tokens(src, tokens, newCode(literals), newCode(distances))
	w.align()
	return w.out
}

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

// bestLengths returns the lengths of the codes that suit the tokens best, with
// the zeros at their ends cut off.
func bestLengths(src []byte, tokens []token) (literals, distances []uint8) {
	var literal [firstMatch + len(lengthSpans)]int
	var distance [len(distanceSpans)]int
	for _, t := range tokens {
		if t.distance == 0 {
			literal[src[0]]++
		} else {
			literal[firstMatch+lengthSpan(int(t.length))]++
			distance[distanceSpan(int(t.distance))]++
		}
		src = src[t.length:]
	}
	literal[endOfBlock]++
	literals = cutZeros(codeLengths(literal[:], maxBits), fewestLiterals)
	distances = cutZeros(codeLengths(distance[:], maxBits), fewestDistances)
	return literals, distances
}

func cutZeros(lengths []uint8, fewest int) []uint8 {
	for len(lengths) > fewest && lengths[len(lengths)-1] == 0 {
		lengths = lengths[:len(lengths)-1]
	}
	return lengths
}
