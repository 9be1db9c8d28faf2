package share

import "math/bits"

// The numbers of RFC 1951.

const (
	minMatch   = 3
	maxMatch   = 258
	window     = 1 << 15 // how far back a match may reach
	maxBits    = 15      // the longest code of a literal, length or distance
	endOfBlock = 256
	firstMatch = 257 // the first of the symbols that start a match
)

// A span is a range of lengths or distances that share a symbol: the first of
// them, and the number of bits that follow the symbol to tell them apart.
type span struct {
	base  uint16
	extra uint8
}

// lengthSpans belong to the symbols from firstMatch on (section 3.2.5).
var lengthSpans = [29]span{
	{3, 0}, {4, 0}, {5, 0}, {6, 0}, {7, 0}, {8, 0}, {9, 0}, {10, 0},
	{11, 1}, {13, 1}, {15, 1}, {17, 1}, {19, 2}, {23, 2}, {27, 2}, {31, 2},
	{35, 3}, {43, 3}, {51, 3}, {59, 3}, {67, 4}, {83, 4}, {99, 4}, {115, 4},
	{131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0},
}

var distanceSpans = [30]span{
	{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 1}, {7, 1}, {9, 2}, {13, 2},
	{17, 3}, {25, 3}, {33, 4}, {49, 4}, {65, 5}, {97, 5}, {129, 6}, {193, 6},
	{257, 7}, {385, 7}, {513, 8}, {769, 8}, {1025, 9}, {1537, 9}, {2049, 10}, {3073, 10},
	{4097, 11}, {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13},
}

// lengthSpan returns the index of the span that a match's length is in.
func lengthSpan(length int) int {
	n := length - minMatch
	if n < 8 {
		return n
	}
	if length == maxMatch {
		return len(lengthSpans) - 1
	}
	top := bits.Len(uint(n)) - 1
	return 4*(top-1) + n>>(top-2)&3 // four spans for each power of two
}

// distanceSpan does the same for a distance.
func distanceSpan(distance int) int {
	n := distance - 1
	if n < 4 {
		return n
	}
	top := bits.Len(uint(n)) - 1
	return 2*top + n>>(top-1)&1 // two spans for each power of two
}

// The lengths of the fixed codes (section 3.2.6). The last two of either code
// are reserved: no stream uses them.
var fixedLiterals, fixedDistances = func() (literals [288]uint8, distances [32]uint8) {
	for i := range literals {
		switch {
		case i < 144:
			literals[i] = 8
		case i < 256:
			literals[i] = 9
		case i < 280:
			literals[i] = 7
		default:
			literals[i] = 8
		}
	}
	for i := range distances {
		distances[i] = 5
	}
	return literals, distances
}()

// A dynamic block starts with the lengths of its codes, themselves written in
// a code of these symbols: a length from 0 to 15, or a repeat (section 3.2.7).
const (
	repeatLast      = 16 // the length before, 3 to 6 times more
	repeatZero      = 17 // 0, 3 to 10 times
	repeatZeroLong  = 18 // 0, 11 to 138 times
	lengthSymbols   = 19
	maxLengthBits   = 7 // the longest code of such a symbol
	fewestLiterals  = 257
	fewestDistances = 1
	fewestLengths   = 4
)

// lengthOrder is the order in which the lengths of that code are written: those
// that are often 0 come last, where they can be left out.
var lengthOrder = [lengthSymbols]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
