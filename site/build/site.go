package build

import (
	"bytes"
	"fmt"
	"io"
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
	files    map[string]maker // by path in the site: "guide/merge/index.html"
	assets   *assets.Set
	words    *search.Vocabulary
	findable func() []search.Page     // made when it is asked for
	index    func() map[string][]byte // of the search, by name; made when it is asked for
}

// assetsFolder is where what the pages load is.
const assetsFolder = "assets/"

// A maker writes a file of a site. It keeps nothing of the site that it was
// planned for: another one may have taken it over.
type maker func(s *Site, b *bytes.Buffer) error

// Options say what kind of site is made.
type Options struct {
	Live    int          // number of this build under serve: pages load the script that shows what is new; else 0
	Sandbox bool         // the API that the pages are about is at the root of their server
	Words   []string     // the vocabulary of the build that the known pages are of
	Each    func(of int) // is called after each page with how many there are, by several goroutines
}

// New plans the site of a book.
func New(b *book.Book, options Options) (*Site, error) {
	set, err := assets.Load()
	if err != nil {
		return nil, err
	}
	s := &Site{book: b, options: options, rules: findRules(b), nav: newNavigation(b), files: map[string]maker{}, assets: set}
	s.makeLater()
	s.files["404.html"] = (*Site).notFound
	s.files["index.html"] = (*Site).contents
	s.files[file(book.Playground)] = func(s *Site, b *bytes.Buffer) error { return s.playground(b, "Playground", "", nil) }
	s.files[examplesFile] = (*Site).examples
	s.files[file(book.Embed)] = (*Site).embed
	if options.Live == 0 {
		s.files["offline.js"] = (*Site).offline
	}
	s.about()
	s.topics()
	for name, path := range b.Files { // an author's own, such as robots.txt, comes before ours
		s.files[name] = func(_ *Site, b *bytes.Buffer) error { return copyFile(b, path) }
	}
	for name := range set.Files() {
		delete(s.files, assetsFolder+name)
	}
	s.redirects()
	for i, p := range b.Pages { // last, for a book may bring what every site has
		s.files[file(p.URL)] = func(s *Site, b *bytes.Buffer) error {
			if err := s.page(b, i); err != nil {
				return fmt.Errorf("%s: %w", s.book.Pages[i].File, err)
			}
			return nil
		}
	}
	return s, nil
}

// makeLater plans the search, which is made when it is asked for.
func (s *Site) makeLater() {
	s.words = search.NewVocabulary(s.options.Words)
	s.findable, s.index = sync.OnceValue(s.makeFindable), sync.OnceValue(s.makeIndex)
}

// Renew plans the site of a book that may be an update of the last site's, if
// there is one. Where lists show the same of the pages that were read anew, the
// plan stays.
func Renew(last *Site, b *book.Book, options Options) (*Site, error) {
	same := last != nil && b.Config == last.book.Config && slices.Equal(b.Redirects, last.book.Redirects) &&
		slices.EqualFunc(b.Pages, last.book.Pages, (*book.Page).ListedAs)
	if !same || (options.Live == 0) != (last.options.Live == 0) {
		return New(b, options)
	}
	s := *last
	s.book, s.options, s.rules = b, options, findRules(b)
	s.makeLater()
	return &s, nil
}

// Paths returns the paths of all files, in order.
func (s *Site) Paths() []string {
	paths := s.paths()
	for name := range s.index() {
		paths = append(paths, searchFolder+name)
	}
	slices.Sort(paths)
	return paths
}

// paths returns those of all files but the search's, for whose names all pages
// must be read.
func (s *Site) paths() []string {
	paths := slices.Collect(maps.Keys(s.files))
	for name := range s.assets.Files() {
		paths = append(paths, assetsFolder+name)
	}
	return paths
}

// Has reports whether the site has a file of that path.
func (s *Site) Has(path string) bool {
	return s.files[path] != nil || s.asset(path) != nil || s.data(path) != nil
}

// asset returns a reader of a file that pages load, or nil.
func (s *Site) asset(path string) io.Reader {
	if name, found := strings.CutPrefix(path, assetsFolder); found {
		return s.assets.Open(name)
	}
	return nil
}

// data returns a file that need not be made, or nil.
func (s *Site) data(path string) []byte {
	if name, found := strings.CutPrefix(path, searchFolder); found {
		return s.index()[name]
	}
	if name, found := strings.CutPrefix(path, assetsFolder); found {
		return s.assets.File(name)
	}
	return nil
}

// File makes the file of a path. The error is fs.ErrNotExist where the site has
// none.
func (s *Site) File(path string) (data []byte, err error) {
	if data = s.data(path); data != nil {
		return data, nil
	}
	err = s.make(path, func(made []byte) error {
		data = bytes.Clone(made)
		return nil
	})
	return data, err
}

// make calls use with the file of a path, which is only there until use returns.
func (s *Site) make(path string, use func(data []byte) error) error {
	if data := s.data(path); data != nil {
		return use(data)
	}
	f := s.files[path]
	if f == nil {
		return &fs.PathError{Op: "make", Path: path, Err: fs.ErrNotExist}
	}
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := f(s, b); err != nil {
		return err
	}
	return use(b.Bytes())
}

// buffers are for files that are being made: to clear new ones takes longer than
// to write into them.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// contents writes a first page that lists the pages.
func (s *Site) contents(b *bytes.Buffer) error {
	p := s.newPage("/", s.book.Config.Title)
	p.Content = list(func(b *bytes.Buffer) {
		for _, q := range s.book.Pages {
			writeItem(b, "/", q.URL, q.Title, "")
		}
	})
	return templates.Render(b, "page", p)
}

// notFound writes the page that servers send for addresses that lead nowhere.
// It is shown at any depth, so its links begin at the server's root.
func (s *Site) notFound(b *bytes.Buffer) error {
	return templates.Render(b, "404", s.newPage("", "There is no such page"))
}

func copyFile(b *bytes.Buffer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = b.ReadFrom(f)
	return err
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
