package har

import (
	"slices"
	"strings"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/slip"
)

// misspelt looks at a member of a name that means nothing here. HAR 1.2 wants
// those to be ignored (section 5, custom fields), but one that is nearly the
// name of something would be lost without a word. It returns the name that was
// meant, or "".
func (p *parser) misspelt(at string, literal jsonspan.Span, known []string) string {
	name := jsonspan.Unquote(literal.Of(p.src))
	if strings.HasPrefix(name, "_") || slices.Contains(known, name) {
		return ""
	}
	meant := slip.Of(name, known)
	if other := synonyms[strings.ToLower(name)]; slices.Contains(known, other) {
		meant = other
	}
	if meant != "" {
		at += string(jsonspan.AppendPointer(nil, name))
		p.fail(CodeName, literal, at, "HAR has no "+p.found(literal)+" here.", `Did you mean "`+meant+`"? What is to be ignored begins with _.`)
	}
	return meant
}

// synonyms are names that other formats have for what HAR knows.
var synonyms = map[string]string{"body": "postData", "query": "queryString"}
