package build

import (
	"bytes"
	"fmt"
	"html/template"
	"iter"
	"os"
	"strings"

	"mergebook/site/assets"
	"mergebook/site/book"
	"mergebook/site/templates"
)

// A Site is the files of a site by their path, such as "guide/merge/index.html".
type Site map[string][]byte

// Options say what kind of site is made.
type Options struct {
	Live int // number of this build under serve, from 1: pages load the script that reloads them; else 0
}

// A maker makes one site.
type maker struct {
	book    *book.Book
	options Options
	rules   *book.Page // the page that explains the rules, if there is one
	site    Site
}

// Make makes the site of a book. The error says which page cannot be made.
func Make(b *book.Book, options Options) (Site, error) {
	set, err := assets.Load()
	if err != nil {
		return nil, err
	}
	m := &maker{book: b, options: options, rules: findRules(b), site: Site{}}
	for i := range b.Pages {
		if err := m.page(i); err != nil {
			return nil, fmt.Errorf("%s: %w", b.Pages[i].File, err)
		}
	}
	if err := m.extras(); err != nil {
		return nil, err
	}
	m.addAll(set.Files())
	for name, file := range b.Files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		m.site[name] = data
	}
	return m.site, nil
}

func (m *maker) addAll(files iter.Seq2[string, []byte]) {
	for name, data := range files {
		m.site["assets/"+name] = data
	}
}

// extras makes the pages that every site has, where the book does not bring
// its own.
func (m *maker) extras() error {
	if m.site[file(book.Playground)] == nil {
		if err := m.playground("Playground", ""); err != nil {
			return err
		}
	}
	if m.site["index.html"] == nil {
		if err := m.contents(); err != nil {
			return err
		}
	}
	return m.notFound()
}

// contents makes a first page that lists the pages.
func (m *maker) contents() error {
	p := m.newPage("/", m.book.Config.Title)
	var b strings.Builder
	b.WriteString("<ul>\n")
	for _, q := range m.book.Pages {
		fmt.Fprintf(&b, "<li><a href=\"%s\">%s</a></li>\n", template.HTMLEscapeString(relative("/", q.URL)), template.HTMLEscapeString(q.Title))
	}
	b.WriteString("</ul>\n")
	p.Content = template.HTML(b.String())
	return m.write("page", file("/"), p)
}

// notFound makes the page that servers send for addresses that lead nowhere.
// It is shown at any depth, so its links begin at the server's root.
func (m *maker) notFound() error {
	p := m.newPage("/", "There is no such page")
	p.Root = "/"
	p.Nav = m.nav("/", func(url string) string { return url })
	return m.write("404", "404.html", p)
}

func (m *maker) write(name, path string, data *templates.Page) error {
	var b bytes.Buffer
	if err := templates.Render(&b, name, data); err != nil {
		return err
	}
	m.site[path] = b.Bytes()
	return nil
}

// file returns where the page of a URL is written.
func file(url string) string { return strings.TrimPrefix(url, "/") + "index.html" }

// findRules returns the page that has a heading for each rule.
func findRules(b *book.Book) *book.Page {
	for _, p := range b.Pages {
		if p.HasID("rule-1") && p.HasID("rule-10") {
			return p
		}
	}
	return nil
}
