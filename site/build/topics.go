package build

import (
	"bytes"
	"html"

	"mergebook/site/book"
	"mergebook/site/templates"
)

// topics plans a page for each topic, and one that lists them.
func (s *Site) topics() {
	all := s.book.Topics()
	if len(all) == 0 {
		return
	}
	for _, t := range all {
		if t.URL == book.TopicsURL {
			continue // a name without a letter
		}
		s.files[file(t.URL)] = listing(t.URL, t.Name, func(b *bytes.Buffer) {
			for _, p := range t.Pages {
				writeItem(b, t.URL, p.URL, p.Title, p.Front.Description)
			}
		})
	}
	s.files[file(book.TopicsURL)] = listing(book.TopicsURL, "Topics", func(b *bytes.Buffer) {
		for _, t := range all {
			writeItem(b, book.TopicsURL, t.URL, t.Name, "")
		}
	})
}

func listing(url, title string, items func(b *bytes.Buffer)) maker {
	return func(s *Site, b *bytes.Buffer) error {
		p := s.newPage(url, title)
		p.Description = "All pages about: " + title
		p.Content = list(items)
		return templates.Render(b, "page", p)
	}
}

func list(items func(b *bytes.Buffer)) templates.Fragment {
	return func(b *bytes.Buffer) error {
		b.WriteString("<ul>\n")
		items(b)
		b.WriteString("</ul>\n")
		return nil
	}
}

func writeItem(b *bytes.Buffer, from, to, title, description string) {
	b.WriteString(`<li><a href="` + rootOf(from) + hrefOf(to) + `">` + html.EscapeString(title) + "</a>")
	if description != "" {
		b.WriteString(": " + html.EscapeString(description))
	}
	b.WriteString("</li>\n")
}
