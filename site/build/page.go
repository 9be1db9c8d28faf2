package build

import (
	"bytes"
	"cmp"
	"strconv"

	"mergebook/site/book"
	"mergebook/site/dialect"
	"mergebook/site/templates"
)

// newPage makes what all pages have. The URL is "" for a page that is shown at
// any depth.
func (s *Site) newPage(url, title string) *templates.Page {
	p := &templates.Page{SiteTitle: s.book.Config.Title, Title: title, Language: "en", Root: rootOf(url), Live: s.options.Live, Sandbox: s.options.Sandbox}
	p.Menu, p.Sections = s.nav.menu(url, p.Root), s.nav.sections(url, p.Root)
	p.RulesURL = s.rulesURL(url)
	if s.files[feedFile] != nil {
		p.Feed = p.Root + feedFile
	}
	return p
}

func (s *Site) rulesURL(from string) string {
	if s.rules == nil {
		return ""
	}
	return relative(from, s.rules.URL)
}

// page writes the i-th page.
func (s *Site) page(b *bytes.Buffer, i int) error {
	p := s.book.Pages[i]
	if s.options.Each != nil {
		defer s.options.Each(len(s.book.Pages))
	}
	content := func(b *bytes.Buffer) error {
		examples := map[*dialect.Fence]*templates.Example{}
		for n, e := range p.Conversation.Examples {
			examples[e.Fence] = s.example(p.URL, "example-"+strconv.Itoa(n+1), e)
		}
		return p.Render(b, func(l *dialect.Link) string { return s.href(p, l) }, examples)
	}
	if p.URL == book.Playground {
		return s.playground(b, p.Title, p.Front.Description, content)
	}
	data := s.newPage(p.URL, cmp.Or(p.Page.Title, p.Title))
	data.TitleID = p.TitleID
	data.Description = p.Front.Description
	data.Content = content
	if !p.Front.NoTOC {
		data.TOC = toc(p.Headings)
	}
	for _, name := range p.Front.Topics {
		data.Topics = append(data.Topics, templates.Link{Title: name, URL: relative(p.URL, book.TopicURL(name))})
	}
	data.Prev, data.Next = s.turn(i)
	data.Markdown = "index.md"
	s.describe(data, p)
	return templates.Render(b, "page", data)
}

// embed writes the playground as other pages can show it in a frame.
func (s *Site) embed(b *bytes.Buffer) error {
	data := s.newPage(book.Embed, "A PATCH and what becomes of the profile")
	data.Editors = func(b *bytes.Buffer) error { return templates.Render(b, "editors", s.starter(book.Embed)) }
	return templates.Render(b, "embed", data)
}

// playground writes the playground, with the book's words if it has any.
func (s *Site) playground(b *bytes.Buffer, title, description string, content templates.Fragment) error {
	data := s.newPage(book.Playground, title)
	data.Description = cmp.Or(description, "Edit a profile and a PATCH body, and see what comes of them.")
	data.Playground = true
	data.Content = content
	data.Editors = func(b *bytes.Buffer) error { return templates.Render(b, "editors", s.starter(book.Playground)) }
	return templates.Render(b, "playground", data)
}
