package check

// A pair is a child of a container and the one that it shall equal. One that is
// new has no have, one that goes no want.
type pair struct{ have, want uint32 }

const none = ^uint32(0)

func (p pair) stays() bool { return p.have != none && p.want != none }

// mostCompared is how many pairs of elements are compared with one another. The
// arrays of a page have few elements; in a larger one, places count.
const mostCompared = 1 << 14

// align pairs the elements of two lists, in their order: those of a longest
// common subsequence of equal ones, and between them by their places. So an
// element that is put in or taken out leaves the others as they are.
func align(have, want []uint32, equal func(a, b uint32) bool) []pair {
	head, tail := 0, 0
	for head < min(len(have), len(want)) && equal(have[head], want[head]) {
		head++
	}
	for tail < min(len(have), len(want))-head && equal(have[len(have)-1-tail], want[len(want)-1-tail]) {
		tail++
	}
	pairs := byPlace(nil, have[:head], want[:head])
	a, b := have[head:len(have)-tail], want[head:len(want)-tail]
	from, to := 0, 0
	for _, match := range common(a, b, equal) {
		pairs = byPlace(pairs, a[from:match[0]], b[to:match[1]])
		pairs = append(pairs, pair{a[match[0]], b[match[1]]})
		from, to = match[0]+1, match[1]+1
	}
	pairs = byPlace(pairs, a[from:], b[to:])
	return byPlace(pairs, have[len(have)-tail:], want[len(want)-tail:])
}

// byPlace appends the pairs of two lists by the places of their elements.
func byPlace(pairs []pair, have, want []uint32) []pair {
	for n := range max(len(have), len(want)) {
		p := pair{none, none}
		if n < len(have) {
			p.have = have[n]
		}
		if n < len(want) {
			p.want = want[n]
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// common returns where a longest common subsequence stands in both lists; none
// where they are too long to look for it.
func common(a, b []uint32, equal func(a, b uint32) bool) (matches [][2]int) {
	if len(a)*len(b) > mostCompared {
		return nil
	}
	same := make([][]bool, len(a))
	length := make([][]int, len(a)+1) // of that of what is left of both
	length[len(a)] = make([]int, len(b)+1)
	for i := len(a) - 1; i >= 0; i-- {
		same[i], length[i] = make([]bool, len(b)), make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0; j-- {
			if same[i][j] = equal(a[i], b[j]); same[i][j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case same[i][j]:
			matches = append(matches, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return matches
}
