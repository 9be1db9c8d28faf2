package share

import (
	"math/bits"
	"slices"
)

// A token stands for the next bytes of a text: the same as those this distance
// back or, when the distance is 0, one byte as it is.
type token struct{ length, distance uint16 }

const (
	maxHashBits = 15
	maxTries    = 128 // places looked at for one match: keeps time linear
)

func hash(b []byte, bits int) uint32 {
	return (uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16) * 0x9E3779B1 >> (32 - bits)
}

// Matches are the repeats of a text: for each place the ones that start there,
// each longer than the one before and from farther back.
type matches struct {
	all        []token
	ends       []int32 // for each place, where its matches end in all
	head, next []int32 // see find
}

func (m *matches) at(i int) []token {
	start := int32(0)
	if i > 0 {
		start = m.ends[i-1]
	}
	return m.all[start:m.ends[i]]
}

// find looks back from each place. Places where the same three bytes start (or
// others with their hash) hang on one chain, the latest first: head holds the
// start of each chain, next the rest, as place+1, 0 for none.
func (m *matches) find(src []byte) {
	hashBits := min(bits.Len(uint(len(src)))+1, maxHashBits) // to clear a large table would take longer than a short text
	m.all, m.ends = m.all[:0], m.ends[:0]
	m.head = slices.Grow(m.head[:0], 1<<hashBits)[:1<<hashBits]
	m.next = slices.Grow(m.next[:0], len(src))[:len(src)]
	clear(m.head)
	for i := range src {
		if most := min(maxMatch, len(src)-i); most >= minMatch {
			first := &m.head[hash(src[i:], hashBits)]
			longest := minMatch - 1
			for at, tries := *first, 0; at > 0 && tries < maxTries && longest < most; at, tries = m.next[at-1], tries+1 {
				from := int(at) - 1
				if i-from > window {
					break
				}
				if src[from+longest] != src[i+longest] {
					continue
				}
				if n := common(src[from:], src[i:i+most]); n > longest {
					m.all = append(m.all, token{uint16(n), uint16(i - from)})
					longest = n
				}
			}
			m.next[i], *first = *first, int32(i+1)
		}
		m.ends = append(m.ends, int32(len(m.all)))
	}
}

// common returns how many bytes of b, at most all, a starts with.
func common(a, b []byte) int {
	for i, c := range b {
		if a[i] != c {
			return i
		}
	}
	return len(b)
}
