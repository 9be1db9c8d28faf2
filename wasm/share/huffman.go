package share

import (
	"math/bits"
	"slices"
)

// A thing is a coin or a pair of things: see codeLengths.
type thing struct {
	price int32
	coin  bool // not a pair
}

// codeLengths returns how many bits each symbol gets, none more than limit, so
// that symbols of these counts take the fewest bits. A symbol that does not
// occur gets none, a single one gets one.
//
// This is package-merge (Larmore and Hirschberg, 1990). Think of coins: each
// symbol offers limit coins, of worth 1/2 to 1/2^limit, at the price of its
// count; its length will be the number of its coins that are bought. Starting
// from the smallest coins, pairs are packed to be worth one coin of the next
// size and are sorted in among those. Whoever buys the cheapest 2n-2 things of
// worth 1/2 has the best code.
func (c *coder) codeLengths(counts []int, limit int) []uint8 {
	symbols := c.symbols[:0]
	for s, n := range counts {
		if n > 0 {
			symbols = append(symbols, s)
		}
	}
	sortByCount(symbols, counts)
	lengths := make([]uint8, len(counts))
	if len(symbols) == 1 {
		lengths[symbols[0]] = 1
	}
	if len(symbols) < 2 {
		return lengths
	}

	sizes := make([][]thing, limit) // from the smallest coins on
	room := slices.Grow(c.room[:0], limit*2*len(symbols))
	pairs := c.pairs[:0]
	for i := range sizes {
		start, rest := len(room), pairs
		for _, s := range symbols {
			for len(rest) > 0 && int(rest[0].price) < counts[s] {
				room, rest = append(room, rest[0]), rest[1:]
			}
			room = append(room, thing{int32(counts[s]), true})
		}
		room = append(room, rest...)
		sizes[i] = room[start:]
		if i > 0 && slices.Equal(sizes[i], sizes[i-1]) { // and so are all that follow
			for ; i < limit; i++ {
				sizes[i] = sizes[i-1]
			}
			break
		}
		pairs = pairs[:0]
		for j := 0; j+1 < len(sizes[i]); j += 2 {
			pairs = append(pairs, thing{sizes[i][j].price + sizes[i][j+1].price, false})
		}
	}

	c.symbols, c.room, c.pairs = symbols, room, pairs

	buy := 2*len(symbols) - 2
	for _, things := range slices.Backward(sizes) {
		coins := 0
		for _, t := range things[:buy] {
			if t.coin {
				lengths[symbols[coins]]++ // a size's coins lie in the order of symbols
				coins++
			}
		}
		buy = 2 * (buy - coins)
	}
	return lengths
}

// sortByCount sorts symbols, which are few, by their counts and keeps the order
// of equal ones. The sort of package slices would be larger than all of this
// file.
func sortByCount(symbols, counts []int) {
	for i := range symbols {
		for j := i; j > 0 && counts[symbols[j]] < counts[symbols[j-1]]; j-- {
			symbols[j], symbols[j-1] = symbols[j-1], symbols[j]
		}
	}
}

// A codeword is what is written for one symbol: bits, the first one lowest.
type codeword struct {
	bits   uint16
	length uint8
}

// newCode numbers the codewords of these lengths (section 3.2.2): by length,
// then by symbol.
func newCode(lengths []uint8) []codeword {
	var next [maxBits + 2]uint16 // of each length, and first how many there are of the one below
	for _, n := range lengths {
		next[n+1]++
	}
	next[1] = 0 // no symbol: has no codeword
	for n := 2; n < len(next); n++ {
		next[n] = (next[n-1] + next[n]) << 1
	}
	words := make([]codeword, len(lengths))
	for s, n := range lengths {
		if n > 0 {
			words[s] = codeword{bits.Reverse16(next[n]) >> (16 - n), n}
			next[n]++
		}
	}
	return words
}
