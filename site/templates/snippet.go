package templates

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"
	"sync"
)

var snippetTemplate = template.Must(template.ParseFS(files, "snippet.html")).Lookup("snippet") // it calls no functions, of which snippets is one

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

// snippets writes the snippets of an example, for its template.
func snippets(example string, all []Snippet) (template.HTML, error) {
	var b bytes.Buffer
	size := 0
	for _, s := range all {
		size += len(s.Code) + 300 // around it
	}
	b.Grow(size)
	for _, s := range all {
		frame, err := frameOf(s.ID, s.Label)
		if err != nil {
			return "", err
		}
		b.WriteString(frame[0])
		writeText(&b, example)
		b.WriteString(frame[1])
		b.WriteString(string(s.Code))
		b.WriteString(frame[2])
	}
	return template.HTML(b.String()), nil
}
