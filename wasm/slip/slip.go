package slip

import "strings"

// Of returns the known name that is nearest to a name which is a slip of it: in
// case, in signs between words, or in one letter, two where the known name is
// long. The first letter is right in slips. It returns "" where there is none.
func Of(name string, known []string) string {
	const longName = 8
	folded, found, least := fold(name), "", 3
	for _, k := range known {
		f, most := fold(k), 1
		if len(k) > longName {
			most = 2
		}
		if folded == "" || folded[0] != f[0] || len(folded)-len(f) > most || len(f)-len(folded) > most {
			continue
		}
		if d := Distance(folded, f); d <= most && d < least {
			found, least = k, d
		}
	}
	return found
}

// fold leaves out what authors vary: the case, and signs between words.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '-' || r == '_' || r == ' ':
			return -1
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, name)
}

// Distance returns how many bytes must be added, removed, replaced or swapped
// with their neighbour to turn a into b.
func Distance(a, b string) int {
	// Three rows of the table are alive: the one before last, for swaps, the
	// last, and the one being filled.
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := last[j]
			if a[i] != b[j] {
				cost++
			}
			cost = min(cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				cost = min(cost, before[j-1]+1)
			}
			row[j+1] = cost
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
