package nearest

import (
	"strings"
	"unicode"

	"mergebook/wasm/slip"
)

// enough is the score from which a candidate is worth mentioning.
const enough = 0.6

// tooLong is the length in bytes from which texts are not compared: nobody
// mistypes a name of that length, and the time would be its square.
const tooLong = 200

// Of returns the candidate that is nearest to name, or "" when none is near
// enough. Of equals, the first wins.
func Of(name string, candidates []string) string {
	best, found := 0.0, ""
	if len(name) > tooLong {
		return ""
	}
	words := split(name)
	for _, c := range candidates {
		if len(c) > tooLong {
			continue
		}
		if s := max(score(words, split(c)), similarity(fold(name), fold(c))); s > best {
			best, found = s, c
		}
	}
	if best < enough {
		return ""
	}
	return found
}

// score says how well the words are met by those of the candidate, from 0 to
// 1. Words that the candidate has beyond them cost a little, so that the
// shorter of two good candidates wins.
func score(words, candidate []string) float64 {
	if len(words) == 0 || len(candidate) == 0 {
		return 0
	}
	sum := 0.0
	for _, w := range words {
		best := 0.0
		for _, c := range candidate {
			best = max(best, similarity(w, c), stem(w, c))
		}
		sum += best
	}
	extra := max(0, len(candidate)-len(words))
	return sum/float64(len(words)) - 0.02*float64(extra)
}

// stem compares the beginnings of two words: "deleting" and "delete" share
// more than their endings matter.
func stem(a, b string) float64 {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n < 3 {
		return 0
	}
	return float64(n) / float64(min(len(a), len(b)))
}

// similarity is 1 for equal texts and 0 for texts that share nothing.
func similarity(a, b string) float64 {
	longest := max(len(a), len(b))
	if a == b {
		return 1
	}
	return 1 - float64(slip.Distance(a, b))/float64(longest)
}

func fold(s string) string { return strings.ToLower(s) }

func split(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
