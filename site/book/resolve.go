package book

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"mergebook/site/nearest"
)

// A Kind says what a destination is.
type Kind uint8

// The kinds of destinations.
const (
	Elsewhere Kind = iota // another site, mail, and so on
	ToPage                // a page of the book
	ToFile                // a file of the book
	External              // a path of this site that site.yaml declares as served by others
	Foreign               // a path whose first segment is nothing of this book; site.yaml says nothing of it
	Missing               // a path of this site that leads to nothing
)

// A Target is what a destination leads to.
type Target struct {
	Kind     Kind
	Page     *Page  // of ToPage
	File     string // of ToFile: its path in the site
	Fragment string // without #, unescaped; "" for none
	Path     string // the destination's path from the root: "/guide/merge"
}

// The URLs of the pages that every site has: the playground, and the same as a
// frame for other pages.
const (
	Playground = "/playground/"
	Embed      = "/embed/"
)

// Resolve says what a destination on a page leads to.
func (b *Book) Resolve(from *Page, destination string) Target {
	u, err := url.Parse(destination)
	if err != nil || u.Scheme != "" || u.Host != "" || u.Opaque != "" {
		return Target{}
	}
	t := Target{Fragment: u.Fragment}
	if u.Path == "" {
		t.Kind, t.Page, t.Path = ToPage, from, from.URL
		return t
	}
	t.Path = u.Path
	if !strings.HasPrefix(u.Path, "/") {
		t.Path = path.Join("/", path.Dir(from.Path), u.Path)
	}
	clean := strings.TrimPrefix(path.Clean(t.Path), "/")
	t.Path = "/" + clean
	switch page := b.page(clean); {
	case page != nil:
		t.Kind, t.Page = ToPage, page
	case b.Files[clean] != "":
		t.Kind, t.File = ToFile, clean
	case clean == "" || pageURL(clean) == Playground || pageURL(clean) == Embed: // every site has these
		t.Kind, t.File = ToFile, strings.TrimPrefix(pageURL(clean), "/")
	case b.moved[pageURL(clean)] != "":
		to := b.follow(t.Path + fragmentOf(destination))
		if to == "" {
			t.Kind = Missing
			return t
		}
		return b.Resolve(from, to)
	case b.declared(t.Path):
		t.Kind = External
	case !b.Config.HasExternal && strings.HasPrefix(u.Path, "/") && !b.roots[firstSegment(t.Path)]:
		t.Kind = Foreign
	default:
		t.Kind = Missing
	}
	return t
}

// Nearest returns the destination that was probably meant by a path from the
// root which leads to nothing, or "".
func (b *Book) Nearest(path string) string {
	var all []string
	for _, p := range b.Pages {
		all = append(all, p.URL)
		if pageURL(p.Path) != p.URL {
			all = append(all, "/"+p.Path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(b.Files)) {
		all = append(all, "/"+name)
	}
	return nearest.Path(path, all)
}

// page returns the page that a path from the root names: by its file, with or
// without .md, by its folder, or by its URL.
func (b *Book) page(clean string) *Page {
	name := strings.TrimSuffix(clean, ".md")
	return cmp.Or(b.byPath[name], b.byPath[path.Join(name, "index")], b.byURL[pageURL(clean)])
}

// fragmentOf returns the fragment of a destination with its #.
func fragmentOf(destination string) string {
	if i := strings.IndexByte(destination, '#'); i >= 0 {
		return destination[i:]
	}
	return ""
}

// declared reports whether site.yaml names the path's root as external.
func (b *Book) declared(p string) bool {
	for _, root := range b.Config.External {
		if p == root || strings.HasPrefix(p, strings.TrimSuffix(root, "/")+"/") {
			return true
		}
	}
	return false
}

// HasID reports whether the page has an element with that id.
func (p *Page) HasID(id string) bool {
	if id == p.TitleID || id == "main" {
		return true
	}
	for _, h := range p.Headings {
		if h.ID == id {
			return true
		}
	}
	return slices.Contains(p.IDs, id)
}

// Has returns the page of that URL, or nil.
func (b *Book) Has(url string) *Page { return b.byURL[url] }
