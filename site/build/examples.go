package build

import (
	"bytes"
	"encoding/json"

	"mergebook/site/book"
)

// examplesFile lists, for the playground, the pages that have proven examples or
// ones to predict. It takes these from the pages themselves.
const examplesFile = "examples.json"

// An examplePage is a page in that list.
type examplePage struct {
	Title       string `json:"title"`
	URL         string `json:"url"` // from the site's root
	Description string `json:"description"`
}

func (s *Site) examples(b *bytes.Buffer) error {
	list := []examplePage{}
	for _, p := range s.book.Pages {
		if offers(p) {
			list = append(list, examplePage{p.Title, escaped(p.URL), p.Front.Description})
		}
	}
	return json.NewEncoder(b).Encode(list)
}

// offers reports whether a page shows a result that is proven, or asks for one.
func offers(p *book.Page) bool {
	if p.Known != nil {
		return p.Known.Proven > 0 || p.Known.Predicted > 0
	}
	for _, e := range p.Conversation.Examples {
		if e.Proven() || e.Predicted() {
			return true
		}
	}
	return false
}
