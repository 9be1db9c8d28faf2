package build

import (
	"html"
	"html/template"
	"strings"

	"mergebook/site/book"
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
		s.files[file(t.URL)] = func() ([]byte, error) {
			var b strings.Builder
			for _, p := range t.Pages {
				writeItem(&b, t.URL, p.URL, p.Title, p.Front.Description)
			}
			return s.listing(t.URL, t.Name, b.String())
		}
	}
	s.files[file(book.TopicsURL)] = func() ([]byte, error) {
		var b strings.Builder
		for _, t := range all {
			writeItem(&b, book.TopicsURL, t.URL, t.Name, "")
		}
		return s.listing(book.TopicsURL, "Topics", b.String())
	}
}

func (s *Site) listing(url, title, items string) ([]byte, error) {
	p := s.newPage(url, title)
	p.Description = "All pages about: " + title
	p.Content = template.HTML("<ul>\n" + items + "</ul>\n")
	return render("page", p)
}

func writeItem(b *strings.Builder, from, to, title, description string) {
	b.WriteString(`<li><a href="` + rootOf(from) + hrefOf(to) + `">` + html.EscapeString(title) + "</a>")
	if description != "" {
		b.WriteString(": " + html.EscapeString(description))
	}
	b.WriteString("</li>\n")
}
