package templates

import (
	"fmt"
	"html/template"
	"strings"
	"sync"

	"mergebook/site/escape"
)

var snippetTemplate = template.Must(template.ParseFS(files, "snippet.html")).Lookup("snippet")

// frames has what stands around a snippet's id and code, by its language: the
// template runs once for each, and not for each snippet of thousands of pages.
var frames sync.Map

func frameOf(id, label string) ([]string, error) {
	type key struct{ id, label string }
	if known, ok := frames.Load(key{id, label}); ok {
		return known.([]string), nil
	}
	var b strings.Builder
	err := snippetTemplate.Execute(&b, struct {
		Example, ID, Label string
		Code               template.HTML
	}{sign, id, label, sign})
	if err != nil {
		return nil, err
	}
	frame := strings.Split(b.String(), sign)
	if len(frame) != 3 {
		return nil, fmt.Errorf("templates: the snippet of %q has %d parts", id, len(frame))
	}
	frames.Store(key{id, label}, frame)
	return frame, nil
}

// WriteSnippets is for the template of an example, and writes the snippets where
// it stands: a template writes its text as it goes. They are most of a page, and
// as a value they would be copied three times.
func (e *Example) WriteSnippets() (template.HTML, error) {
	for _, s := range e.Snippets {
		frame, err := frameOf(s.ID, s.Label)
		if err != nil {
			return "", err
		}
		e.out.WriteString(frame[0])
		escape.Text(e.out, e.ID)
		e.out.WriteString(frame[1])
		if err := s.Code(e.out); err != nil {
			return "", err
		}
		e.out.WriteString(frame[2])
	}
	return "", nil
}
