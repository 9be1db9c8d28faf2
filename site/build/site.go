package build

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"mergebook/site/assets"
	"mergebook/site/book"
	"mergebook/site/search"
	"mergebook/site/templates"
)

// A Site is what becomes of a book: files, each of which is made when it is
// asked for. It may be used by several goroutines at once.
type Site struct {
	book     *book.Book
	options  Options
	rules    *book.Page // the page that explains the rules, if there is one
	nav      *navigation
	files    map[string]func() ([]byte, error) // by path in the site: "guide/merge/index.html"
	findable func() []search.Page              // made when it is asked for
	index    func() map[string][]byte          // of the search, by name; made when it is asked for
}

// Options say what kind of site is made.
type Options struct {
	Live int // number of this build under serve, from 1: pages load the script that reloads them; else 0
}

// New plans the site of a book.
func New(b *book.Book, options Options) (*Site, error) {
	set, err := assets.Load()
	if err != nil {
		return nil, err
	}
	s := &Site{book: b, options: options, rules: findRules(b), nav: newNavigation(b), files: map[string]func() ([]byte, error){}}
	s.files["404.html"] = s.notFound
	s.files["index.html"] = s.contents
	s.files[file(book.Playground)] = func() ([]byte, error) { return s.playground("Playground", "", "") }
	s.about()
	s.topics()
	for name, path := range b.Files { // an author's own, such as robots.txt, comes before ours
		s.files[name] = func() ([]byte, error) { return os.ReadFile(path) }
	}
	for name, data := range set.Files() {
		s.files["assets/"+name] = func() ([]byte, error) { return data, nil }
	}
	s.findable, s.index = sync.OnceValue(s.makeFindable), sync.OnceValue(s.makeIndex)
	s.redirects()
	for i, p := range b.Pages { // last, for a book may bring what every site has
		s.files[file(p.URL)] = func() ([]byte, error) {
			data, err := s.page(i)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", p.File, err)
			}
			return data, nil
		}
	}
	return s, nil
}

// Paths returns the paths of all files, in order.
func (s *Site) Paths() []string {
	paths := slices.Collect(maps.Keys(s.files))
	for name := range s.index() {
		paths = append(paths, searchFolder+name)
	}
	slices.Sort(paths)
	return paths
}

// Has reports whether the site has a file of that path.
func (s *Site) Has(path string) bool {
	if name, found := strings.CutPrefix(path, searchFolder); found && s.index()[name] != nil {
		return true
	}
	return s.files[path] != nil
}

// File makes the file of a path. The error is fs.ErrNotExist where the site has
// none.
func (s *Site) File(path string) ([]byte, error) {
	if name, found := strings.CutPrefix(path, searchFolder); found && s.index()[name] != nil {
		return s.index()[name], nil
	}
	f := s.files[path]
	if f == nil {
		return nil, &fs.PathError{Op: "make", Path: path, Err: fs.ErrNotExist}
	}
	return f()
}

// contents makes a first page that lists the pages.
func (s *Site) contents() ([]byte, error) {
	p := s.newPage("/", s.book.Config.Title)
	var b strings.Builder
	b.WriteString("<ul>\n")
	for _, q := range s.book.Pages {
		writeItem(&b, "/", q.URL, q.Title, "")
	}
	b.WriteString("</ul>\n")
	p.Content = template.HTML(b.String())
	return render("page", p)
}

// notFound makes the page that servers send for addresses that lead nowhere.
// It is shown at any depth, so its links begin at the server's root.
func (s *Site) notFound() ([]byte, error) {
	p := s.newPage("", "There is no such page")
	return render("404", p)
}

func render(name string, data *templates.Page) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := templates.Render(b, name, data); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

// buffers are for pages that are being made: to clear new ones takes longer than
// to write into them.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

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
