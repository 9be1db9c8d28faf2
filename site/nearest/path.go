package nearest

import (
	"slices"
	"strings"

	"mergebook/wasm/slip"
)

// Path returns the candidate that a path from the root probably means, or "".
// It is harder to please than Of: of many pages, one is always near by its
// words, and a guess that is wrong costs more than none. A path is met by one
// with the same last segment, which has moved, or by one beside it whose last
// segment is nearly the same. Of equals, the first wins.
func Path(path string, candidates []string) string {
	best, found := 0.0, ""
	if len(path) > tooLong {
		return ""
	}
	segments := splitPath(path)
	for _, c := range candidates {
		if len(c) > tooLong {
			continue
		}
		if s := pathScore(segments, splitPath(c)); s > best {
			best, found = s, c
		}
	}
	return found
}

// splitPath returns the segments of a path that count.
func splitPath(path string) []string {
	path = strings.TrimSuffix(strings.Trim(fold(path), "/"), ".md")
	segments := strings.Split(path, "/")
	if n := len(segments) - 1; n > 0 && segments[n] == "index" {
		segments = segments[:n]
	}
	return segments
}

// pathScore says how well a path is met by a candidate, 0 for not at all.
func pathScore(path, candidate []string) float64 {
	n, m := len(path)-1, len(candidate)-1
	last, folder := segmentScore(path[n], candidate[m]), 0.0
	switch {
	case slices.Equal(path[:n], candidate[:m]):
		folder = 1
	case slices.EqualFunc(path[:n], candidate[:m], isSlip):
		folder = beside
	case last < 1 || !moved(path[:n], candidate[:m]) && len(split(path[n])) < 2:
		return 0 // the one word of many pages says not which is meant
	}
	if last < 0.7 {
		return 0
	}
	return last + folder
}

// beside is the score of a name that is the same but for slips.
const beside = 0.9

// moved reports whether one of two folders has all segments of the other one: a
// page went up or down.
func moved(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return !slices.ContainsFunc(a, func(segment string) bool { return !slices.Contains(b, segment) })
}

// segmentScore compares two names, as a whole and word by word. Words that only
// one of them has count against them.
func segmentScore(a, b string) float64 {
	switch {
	case a == b:
		return 1
	case isSlip(a, b):
		return beside
	}
	words, others := split(a), split(b)
	if len(words) == 0 || len(others) == 0 {
		return 0
	}
	return min(score(words, others)*float64(len(words))/float64(max(len(words), len(others))), beside)
}

// isSlip reports whether two names differ in one letter, or in one of four, and
// not in the first.
func isSlip(a, b string) bool {
	longest := max(len(a), len(b))
	most := max(1, longest/4)
	switch {
	case a == b:
		return true
	case min(len(a), len(b)) < 3, a[0] != b[0], longest-min(len(a), len(b)) > most:
		return false
	}
	return slip.Distance(a, b) <= most
}
