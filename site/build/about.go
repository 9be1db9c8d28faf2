package build

import (
	"bytes"
	"encoding/xml"
	"strings"

	"mergebook/site/book"
	"mergebook/site/templates"
)

// What machines are told of the site: search engines, previews of links,
// language models.

// describe says what a page is and where it belongs (schema.org/TechArticle),
// and where its file can be edited.
func (s *Site) describe(data *templates.Page, p *book.Page) {
	c := s.book.Config
	if c.Edit != "" {
		data.Edit = c.Edit + escaped(p.File)
	}
	ld := map[string]any{"@context": "https://schema.org", "@type": "TechArticle", "headline": data.Title}
	if data.Description != "" {
		ld["description"] = data.Description
	}
	if c.URL != "" {
		data.URL = s.absolute(p.URL)
		ld["url"] = data.URL
		ld["isPartOf"] = map[string]any{"@type": "WebSite", "name": c.Title, "url": c.URL}
	}
	data.LD = ld
}

// absolute returns where a page will be; site.yaml must say where the site is.
func (s *Site) absolute(to string) string {
	return s.book.Config.URL + escaped(to)
}

// about plans the files for machines. Some of them need whole addresses.
func (s *Site) about() {
	s.files["llms.txt"] = (*Site).llms
	if len(s.news()) > 0 {
		s.files[feedFile] = (*Site).feed
	}
	if s.book.Config.URL != "" {
		s.files["sitemap.xml"] = (*Site).sitemap
		s.files["robots.txt"] = func(s *Site, b *bytes.Buffer) error {
			b.WriteString("User-agent: *\nAllow: /\nSitemap: " + s.absolute("/sitemap.xml") + "\n")
			return nil
		}
	}
	for i, p := range s.book.Pages {
		if p.URL != book.Playground {
			s.files[markdownOf(p.URL)] = func(s *Site, b *bytes.Buffer) error {
				s.book.Pages[i].WriteMarkdown(b)
				return nil
			}
		}
	}
}

func markdownOf(url string) string { return strings.TrimPrefix(url, "/") + "index.md" }

// sitemap lists all pages (sitemaps.org, version 0.9).
func (s *Site) sitemap(b *bytes.Buffer) error {
	type location struct {
		Loc string `xml:"loc"`
	}
	var all struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}
	for _, p := range s.book.Pages {
		all.URLs = append(all.URLs, location{s.absolute(p.URL)})
	}
	return writeXML(b, all)
}

func writeXML(b *bytes.Buffer, v any) error {
	text, err := xml.MarshalIndent(v, "", " ")
	b.WriteString(xml.Header)
	b.Write(text)
	b.WriteByte('\n')
	return err
}

// llms lists the pages for language models, each with its Markdown
// (llmstxt.org).
func (s *Site) llms(b *bytes.Buffer) error {
	b.WriteString("# " + s.book.Config.Title + "\n\n")
	if first := s.book.Has("/"); first != nil && first.Front.Description != "" {
		b.WriteString("> " + first.Front.Description + "\n\n")
	}
	b.WriteString("## Pages\n\n")
	root := s.book.Config.URL
	if root == "" {
		root = "/"
	}
	escape := strings.NewReplacer("[", `\[`, "]", `\]`, "\n", " ")
	for _, p := range s.book.Pages {
		if p.URL == book.Playground {
			continue
		}
		b.WriteString("- [" + escape.Replace(p.Title) + "](" + root + escaped(markdownOf(p.URL)) + ")")
		if p.Front.Description != "" {
			b.WriteString(": " + strings.ReplaceAll(p.Front.Description, "\n", " "))
		}
		b.WriteString("\n")
	}
	return nil
}
