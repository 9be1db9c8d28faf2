package templates

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"sync"
)

//go:embed *.html
var files embed.FS

// pages holds the templates of whole pages by the name that Render knows. Most
// share layout.html, and define their own "main" in it.
var pages = map[string]*template.Template{
	"page":       parse("layout", "layout.html", "page.html"),
	"playground": parse("layout", "layout.html", "playground.html"),
	"embed":      parse("embed", "embed.html"), // it has no header and no menu
	"404":        parse("layout", "layout.html", "404.html"),
}

// parts holds those that show an example.
var parts = map[string]*template.Template{
	"example": parse("example", "example.html", "exercise.html", "predict.html", "answer.html"),
	"editors": parse("editors", "editors.html", "answer.html"),
}

func parse(entry string, names ...string) *template.Template {
	return template.Must(template.New("").Funcs(functions).ParseFS(files, names...)).Lookup(entry)
}

// Render writes the named template with its data.
func Render(b *bytes.Buffer, name string, data any) error {
	if t := parts[name]; t != nil {
		if e, ok := data.(*Example); ok {
			written := *e
			written.out = b
			data = &written
		}
		return t.Execute(b, data)
	}
	p, isPage := data.(*Page)
	if pages[name] == nil || !isPage {
		return fmt.Errorf("templates: there is no %q of a %T", name, data)
	}
	s, err := shellOf(name, pages[name], p.shape())
	if err != nil {
		return err
	}
	return s.render(b, p)
}

// IDs returns the ids that the templates of whole pages write, but those of
// examples.
var IDs = sync.OnceValue(func() map[string]bool {
	ids := map[string]bool{}
	names, _ := fs.Glob(files, "*.html")
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err) // it is a part of the program
		}
		for _, m := range idPattern.FindAllSubmatch(text, -1) {
			ids[string(m[1])] = true
		}
	}
	return ids
})

var idPattern = regexp.MustCompile(` id="([a-z-]+)"`)
