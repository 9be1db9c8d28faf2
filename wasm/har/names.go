package har

import (
	"slices"
	"strings"

	"mergebook/wasm/jsonspan"
)

// misspelt looks at a member of a name that means nothing here. HAR 1.2 wants
// those to be ignored (section 5, custom fields), but one that is nearly the
// name of something would be lost without a word. It returns the name that was
// meant, or "".
func (p *parser) misspelt(at string, literal jsonspan.Span, known []string) string {
	name := jsonspan.Unquote(literal.Of(p.src))
	meant := nearest(name, known)
	if meant != "" {
		at += string(jsonspan.AppendPointer(nil, name))
		p.fail(CodeName, literal, at, "HAR has no "+p.found(literal)+" here.", `Did you mean "`+meant+`"? What is to be ignored begins with _.`)
	}
	return meant
}

// nearest returns the known name of which name is a slip: in case, in hyphens,
// or in one or two letters. What HAR calls custom, or knows, is no slip.
func nearest(name string, known []string) string {
	if strings.HasPrefix(name, "_") || len(name) > 20 {
		return ""
	}
	if slices.Contains(known, name) {
		return ""
	}
	folded := fold(name)
	for _, k := range known {
		slips := 1
		if len(k) > 8 {
			slips = 2
		}
		if f := fold(k); folded == f || synonyms[folded] == k || folded != "" && folded[0] == f[0] && distance(folded, f) <= slips {
			return k
		}
	}
	return ""
}

// synonyms are names that other formats have for what HAR knows.
var synonyms = map[string]string{"body": "postData", "query": "queryString"}

// fold leaves out what authors vary: the case, and signs between words.
func fold(name string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
}

// distance is how many letters one must insert, delete, replace or swap with
// their neighbour to get from a to b.
func distance(a, b string) int {
	var rows [3][16]int // one is as long as b, which is a known name
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := range len(a) {
		before, above, row := &rows[(i+2)%3], &rows[i%3], &rows[(i+1)%3]
		row[0] = i + 1
		for j := range len(b) {
			cost := above[j]
			if a[i] != b[j] {
				cost++
			}
			cost = min(cost, above[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				cost = min(cost, before[j-1]+1)
			}
			row[j+1] = cost
		}
	}
	return rows[len(a)%3][len(b)]
}
