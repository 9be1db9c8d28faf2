package build

import (
	"html"
	"net/url"
	"strings"
	"sync"

	"mergebook/site/book"
	"mergebook/site/dialect"
	"mergebook/site/templates"
)

// A navigation is the tree of all pages. Each page shows a part of it, so it is
// made once and written often.
type navigation struct {
	root  *navNode
	byURL map[string]*navNode
	lists sync.Map // *navList by navKey
}

// A navNode is a page, or a folder with the pages in it.
type navNode struct {
	title    string // as HTML
	section  string // as HTML: under which it is listed; or ""
	href     string // as HTML, from the site's root; of the first page in it where it has none
	url      string // "" for a folder without a page
	parent   *navNode
	children []*navNode
	named    map[string]*navNode // the children by name
}

func newNavigation(b *book.Book) *navigation {
	n := &navigation{byURL: map[string]*navNode{}}
	n.root = &navNode{}
	for _, p := range b.Pages {
		if p.URL != "/" {
			c := n.root.at(strings.Split(p.Path, "/")).set(p.Title, p.URL)
			c.section = html.EscapeString(p.Front.Section)
			n.byURL[p.URL] = c
		}
	}
	if b.Has(book.Playground) == nil {
		n.byURL[book.Playground] = n.root.child("playground").set("Playground", book.Playground)
	}
	n.root.complete()
	return n
}

// at returns the node of a path below n, and makes what is missing.
func (n *navNode) at(steps []string) *navNode {
	if len(steps) == 0 || len(steps) == 1 && steps[0] == "index" {
		return n
	}
	c := n.named[steps[0]]
	if c == nil {
		c = n.child(steps[0])
	}
	return c.at(steps[1:])
}

func (n *navNode) child(name string) *navNode {
	c := &navNode{parent: n, title: html.EscapeString(book.TitleOf(name))}
	n.children = append(n.children, c)
	if n.named == nil { // most pages have none
		n.named = map[string]*navNode{}
	}
	n.named[name] = c
	return c
}

func (n *navNode) set(title, to string) *navNode {
	n.title, n.url, n.href = html.EscapeString(title), to, hrefOf(to)
	return n
}

// hrefOf returns a URL of the site as HTML, without the leading slash.
func hrefOf(to string) string { return html.EscapeString(escaped(to)) }

// escaped returns a URL of the site, percent-encoded, without the leading slash.
func escaped(to string) string {
	return (&url.URL{Path: strings.TrimPrefix(to, "/")}).EscapedPath()
}

// complete leads folders without a page to the first one in them.
func (n *navNode) complete() {
	for _, c := range n.children {
		c.complete()
	}
	if n.href == "" && len(n.children) > 0 {
		n.href = n.children[0].href
	}
}

// turn returns the pages before and after the i-th.
func (s *Site) turn(i int) (prev, next *templates.Link) {
	from := s.book.Pages[i].URL
	link := func(i int) *templates.Link {
		if i < 0 || i >= len(s.book.Pages) {
			return nil
		}
		p := s.book.Pages[i]
		return &templates.Link{Title: p.Title, URL: relative(from, p.URL)}
	}
	return link(i - 1), link(i + 1)
}

// toc makes the table of contents: headings of level 2, with those of level 3
// in them.
func toc(headings []dialect.Heading) []templates.Heading {
	var out []templates.Heading
	for _, h := range headings {
		entry := templates.Heading{ID: h.ID, Text: h.Text, Level: h.Level}
		switch {
		case h.Level == 2:
			out = append(out, entry)
		case h.Level == 3 && len(out) > 0:
			last := &out[len(out)-1]
			last.Children = append(last.Children, entry)
		}
	}
	return out
}
