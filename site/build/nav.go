package build

import (
	"strings"

	"mergebook/site/book"
	"mergebook/site/dialect"
	"mergebook/site/templates"
)

// nav makes the navigation as seen from a page. link turns the URL of a page
// into what this page links to.
func (m *maker) nav(current string, link func(url string) string) []templates.NavItem {
	root := &navNode{}
	for _, p := range m.book.Pages {
		if p.URL != "/" {
			root.add(strings.Split(p.Path, "/"), p)
		}
	}
	items := root.items(current, link)
	if m.book.Has(book.Playground) == nil {
		items = append(items, templates.NavItem{Title: "Playground", URL: link(book.Playground), Current: current == book.Playground})
	}
	return items
}

// A navNode is a folder or a page on the way to one.
type navNode struct {
	name     string
	page     *book.Page
	children []*navNode
}

func (n *navNode) add(steps []string, p *book.Page) {
	if len(steps) == 0 || len(steps) == 1 && steps[0] == "index" {
		n.page = p
		return
	}
	for _, c := range n.children {
		if c.name == steps[0] {
			c.add(steps[1:], p)
			return
		}
	}
	c := &navNode{name: steps[0]}
	n.children = append(n.children, c)
	c.add(steps[1:], p)
}

func (n *navNode) items(current string, link func(string) string) []templates.NavItem {
	var out []templates.NavItem
	for _, c := range n.children {
		item := templates.NavItem{Title: book.TitleOf(c.name), Children: c.items(current, link)}
		if c.page != nil {
			item.Title, item.URL, item.Current = c.page.Title, link(c.page.URL), c.page.URL == current
		}
		for _, child := range item.Children {
			item.Open = item.Open || child.Current || child.Open
		}
		out = append(out, item)
	}
	return out
}

// turn returns the pages before and after the i-th.
func (m *maker) turn(i int) (prev, next *templates.Link) {
	from := m.book.Pages[i].URL
	link := func(i int) *templates.Link {
		if i < 0 || i >= len(m.book.Pages) {
			return nil
		}
		p := m.book.Pages[i]
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
