package share

import (
	"math"
	"slices"
)

// Prices are the bits that tokens take.
type prices struct {
	literal  [256]uint32
	length   [maxMatch + 1]uint32
	distance [len(distanceSpans)]uint32
}

// newPrices returns the prices in codes of these lengths.
func newPrices(literals, distances []uint8) *prices {
	price := func(lengths []uint8, symbol int) uint32 {
		if symbol < len(lengths) && lengths[symbol] > 0 {
			return uint32(lengths[symbol])
		}
		return 12 // not in the code so far: had it been, it would have been rare
	}
	var p prices
	for i := range p.literal {
		p.literal[i] = price(literals, i)
	}
	for n := minMatch; n <= maxMatch; n++ {
		i := lengthSpan(n)
		p.length[n] = price(literals, firstMatch+i) + uint32(lengthSpans[i].extra)
	}
	for i := range p.distance {
		p.distance[i] = price(distances, i) + uint32(distanceSpans[i].extra)
	}
	return &p
}

// parse splits a text into the tokens that cost least together. Those are the
// shortest way from its start to its end, where a token is a step: going from
// left to right, each place learns the cheapest step that leads to it.
func parse(src []byte, m *matches, p *prices) []token {
	cost := make([]uint32, len(src)+1)
	for i := range src {
		cost[i+1] = math.MaxUint32
	}
	steps := make([]token, len(src)+1)
	for i, c := range src {
		step := func(t token, price uint32) {
			to := i + int(t.length)
			if price += cost[i]; price < cost[to] {
				cost[to], steps[to] = price, t
			}
		}
		step(token{1, 0}, p.literal[c])
		length := uint16(minMatch)
		for _, t := range m.at(i) {
			if t.length == maxMatch {
				length = maxMatch // taken whole, to save time in a text that is all one letter
			}
			price := p.distance[distanceSpan(int(t.distance))]
			for ; length <= t.length; length++ {
				step(token{length, t.distance}, price+p.length[length])
			}
		}
	}

	tokens := make([]token, 0, len(src)/2)
	for i := len(src); i > 0; i -= int(steps[i].length) {
		tokens = append(tokens, steps[i])
	}
	slices.Reverse(tokens)
	return tokens
}
