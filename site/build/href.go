package build

import (
	"strings"

	"mergebook/site/book"
	"mergebook/site/dialect"
)

// rootOf returns the prefix that leads from a page to the site's root: that of
// the server for a page of no URL.
func rootOf(url string) string {
	if url == "" {
		return "/"
	}
	if depth := strings.Count(url, "/") - 1; depth > 0 {
		return strings.Repeat("../", depth)
	}
	return "./"
}

// relative returns the link from one page to another.
func relative(from, to string) string { return rootOf(from) + strings.TrimPrefix(to, "/") }

// href returns what a link of a page shall have for its destination. What
// leads to no page or file of the site stays as the author wrote it.
func (s *Site) href(p *book.Page, l *dialect.Link) string {
	t := s.book.Resolve(p, l.Destination)
	fragment := ""
	if _, after, found := strings.Cut(l.Destination, "#"); found {
		fragment = "#" + after
	}
	switch {
	case t.Kind == book.ToPage && t.Page == p && fragment != "":
		return fragment
	case t.Kind == book.ToPage:
		return relative(p.URL, t.Page.URL) + fragment
	case t.Kind == book.ToFile:
		return relative(p.URL, t.File) + fragment
	}
	return l.Destination
}
