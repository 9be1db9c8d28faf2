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

// set makes them the prices in codes of these lengths.
func (p *prices) set(literals, distances []uint8) {
	price := func(lengths []uint8, symbol int) uint32 {
		if symbol < len(lengths) && lengths[symbol] > 0 {
			return uint32(lengths[symbol])
		}
		return 12 // not in the code so far: had it been, it would have been rare
	}
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
}

// parse makes c.tokens those of the text that cost least together. They are the
// shortest way from its start to its end, where a token is a step: going from
// left to right, each place learns the cheapest step that leads to it.
func (c *coder) parse(src []byte) {
	c.steps = slices.Grow(c.steps[:0], len(src)+1)[:len(src)+1]
	c.cost = append(c.cost[:0], 0)
	for range src {
		c.cost = append(c.cost, math.MaxUint32)
	}
	cost, steps, p := c.cost, c.steps, &c.prices
	for i, b := range src {
		step := func(t token, price uint32) {
			to := i + int(t.length)
			if price += cost[i]; price < cost[to] {
				cost[to], steps[to] = price, t
			}
		}
		step(token{1, 0}, p.literal[b])
		length := uint16(minMatch)
		for _, t := range c.matches.at(i) {
			if t.length == maxMatch {
				length = maxMatch // taken whole, to save time in a text that is all one letter
			}
			price := p.distance[distanceSpan(int(t.distance))]
			for ; length <= t.length; length++ {
				step(token{length, t.distance}, price+p.length[length])
			}
		}
	}

	tokens := c.tokens[:0]
	for i := len(src); i > 0; i -= int(steps[i].length) {
		tokens = append(tokens, steps[i])
	}
	slices.Reverse(tokens)
	c.tokens = tokens
}
