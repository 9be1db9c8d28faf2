package templates

import (
	"embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed *.html
var files embed.FS

// sets holds the parsed templates by the name that Render knows. The three
// whole pages share layout.html, and each defines its own "main" in it.
var sets = map[string]*template.Template{
	"page":       parse("layout", "layout.html", "page.html"),
	"playground": parse("layout", "layout.html", "playground.html", "answer.html"),
	"404":        parse("layout", "layout.html", "404.html"),
	"example":    parse("example", "example.html", "exercise.html", "answer.html"),
}

func parse(entry string, names ...string) *template.Template {
	return template.Must(template.New("").ParseFS(files, names...)).Lookup(entry)
}

// Render writes the named template with its data.
func Render(w io.Writer, name string, data any) error {
	t, ok := sets[name]
	if !ok {
		return fmt.Errorf("templates: there is no %q", name)
	}
	if _, isPage := data.(*Page); isPage {
		if _, err := loadAssets(); err != nil {
			return err
		}
	}
	return t.Execute(w, data)
}

// Policy is for the layout: the policy as the page itself states it.
func (p *Page) Policy() string { return CSP }
