package build

import (
	"cmp"
	"html/template"
	"strconv"

	"mergebook/site/book"
	"mergebook/site/dialect"
	"mergebook/site/templates"
)

// newPage makes what all pages have.
func (m *maker) newPage(url, title string) *templates.Page {
	p := &templates.Page{SiteTitle: m.book.Config.Title, Title: title, Language: "en", Root: rootOf(url), Live: m.options.Live}
	p.Nav = m.nav(url, func(to string) string { return relative(url, to) })
	p.RulesURL = m.rulesURL(url)
	return p
}

func (m *maker) rulesURL(from string) string {
	if m.rules == nil {
		return ""
	}
	return relative(from, m.rules.URL)
}

// page makes the i-th page.
func (m *maker) page(i int) error {
	p := m.book.Pages[i]
	for n, e := range p.Conversation.Examples {
		e.Fence.Example = m.example(p.URL, "example-"+strconv.Itoa(n+1), e)
	}
	content, err := p.Render(func(l *dialect.Link) string { return m.href(p, l) })
	if err != nil {
		return err
	}
	if p.URL == book.Playground {
		return m.playground(p.Title, content)
	}
	data := m.newPage(p.URL, cmp.Or(p.Page.Title, p.Title))
	data.TitleID = p.TitleID
	data.Description = p.Front.Description
	data.Content = content
	data.TOC = toc(p.Headings)
	data.Prev, data.Next = m.turn(i)
	return m.write("page", file(p.URL), data)
}

// playground makes the playground, with the book's words if it has any.
func (m *maker) playground(title string, content template.HTML) error {
	data := m.newPage(book.Playground, title)
	data.Playground = true
	data.Content = content
	data.Example = m.starter()
	return m.write("playground", file(book.Playground), data)
}
