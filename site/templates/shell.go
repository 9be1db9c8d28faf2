package templates

import (
	"bytes"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"sync"

	"mergebook/site/assets"
	"mergebook/site/escape"
)

// A Fragment writes HTML.
type Fragment func(b *bytes.Buffer) error

// HTML is a fragment that is there already.
func HTML(text string) Fragment {
	return func(b *bytes.Buffer) error {
		b.WriteString(text)
		return nil
	}
}

// A shape is all that the templates of whole pages see of a page: what there is
// of it, and none of its texts. Pages of one shape differ in what is in the gaps
// only, so a template runs once for all of them.
type shape struct {
	Live                                          int
	Sandbox, Playground, OwnTitle, TitleID, TOC   bool
	Description, URL, Edit, Markdown, Moved       bool
	Feed, LD, Rules, Sections, Topics, Prev, Next bool
}

func (p *Page) shape() shape {
	return shape{
		Live: p.Live, Sandbox: p.Sandbox, Playground: p.Playground, OwnTitle: p.Title != "" && p.Title != p.SiteTitle, TitleID: p.TitleID != "", TOC: p.HasTOC(),
		Description: p.Description != "", URL: p.URL != "", Edit: p.Edit != "", Markdown: p.Markdown != "", Moved: p.Moved != "",
		Feed: p.Feed != "", LD: p.LD != nil, Rules: p.RulesURL != "", Sections: p.Sections != nil, Topics: len(p.Topics) > 0,
		Prev: p.Prev != nil, Next: p.Next != nil,
	}
}

// A shell is what a template makes of a shape: what stands around the gaps, in
// which it is known how each is to be escaped.
type shell struct {
	parts []string // one more than gaps
	gaps  []gap
}

// A gap is a place for something of a page.
type gap struct {
	name  string
	mark  func(mark string) any // of the type that html/template shall take it for
	write func(b *bytes.Buffer, p *Page) error
}

// Where a gap stands. html/template escapes no mark, for it is a word; what
// comes in its place is escaped by the writer of the gap.
func inText(mark string) any   { return mark }
func inMarkup(mark string) any { return template.HTML(mark) }
func inScript(mark string) any { return template.JS(mark) }

func text(name string, of func(p *Page) string) gap {
	return gap{name, inText, func(b *bytes.Buffer, p *Page) error {
		escape.Text(b, of(p))
		return nil
	}}
}

func address(name string, of func(p *Page) string) gap {
	return gap{name, inText, func(b *bytes.Buffer, p *Page) error {
		writeAddress(b, of(p))
		return nil
	}}
}

func markup(name string, of func(p *Page) Fragment) gap {
	return gap{name, inMarkup, func(b *bytes.Buffer, p *Page) error {
		if write := of(p); write != nil {
			return write(b)
		}
		return nil
	}}
}

// gaps are all that a template can name.
var gaps = []gap{
	address("root", func(p *Page) string { return p.Root }), // assets stand below it
	text("language", func(p *Page) string { return p.Language }),
	text("site", func(p *Page) string { return p.SiteTitle }),
	text("title", func(p *Page) string { return p.Title }),
	text("title-id", func(p *Page) string { return p.TitleID }),
	text("description", func(p *Page) string { return p.Description }),
	address("url", func(p *Page) string { return p.URL }),
	address("edit", func(p *Page) string { return p.Edit }),
	address("markdown", func(p *Page) string { return p.Markdown }),
	address("moved", func(p *Page) string { return p.Moved }),
	address("feed", func(p *Page) string { return p.Feed }),
	address("rules", func(p *Page) string { return p.RulesURL }),
	address("prev", func(p *Page) string { return p.Prev.URL }),
	text("prev-title", func(p *Page) string { return p.Prev.Title }),
	address("next", func(p *Page) string { return p.Next.URL }),
	text("next-title", func(p *Page) string { return p.Next.Title }),
	{"ld", inScript, writeLD},
	markup("menu", func(p *Page) Fragment { return p.Menu }),
	markup("sections", func(p *Page) Fragment { return p.Sections }),
	markup("toc", func(p *Page) Fragment { return func(b *bytes.Buffer) error { return writeTOC(b, p.TOC) } }),
	markup("topics", func(p *Page) Fragment { return p.writeTopics }),
	markup("content", func(p *Page) Fragment { return p.Content }),
	markup("editors", func(p *Page) Fragment { return p.Editors }),
}

// sign begins a mark, and the number of its gap follows in two digits. No text
// of an author comes where marks are looked for.
const sign = "mergebookgap"

func markOf(i int) string { return fmt.Sprintf("%s%02d", sign, i) }

// functions are what the templates of whole pages call.
var functions = template.FuncMap{
	"gap": func(name string) (any, error) {
		for i, g := range gaps {
			if g.name == name {
				return g.mark(markOf(i)), nil
			}
		}
		return nil, fmt.Errorf("there is no gap %q", name)
	},
	"asset": func(name string) (string, error) {
		set, err := assets.Load()
		if err != nil {
			return "", err
		}
		return markOf(0) + "assets/" + set.Name(name), nil
	},
	"policy": func() string { return CSP },
}

// shells has those that were made, by the template's name and the shape.
var shells sync.Map

func shellOf(name string, t *template.Template, s shape) (*shell, error) {
	type key struct {
		name string
		shape
	}
	if known, ok := shells.Load(key{name, s}); ok {
		return known.(*shell), nil
	}
	var b strings.Builder
	if err := t.Execute(&b, s); err != nil {
		return nil, err
	}
	first, rest, _ := strings.Cut(b.String(), sign)
	out := &shell{parts: []string{first}}
	for part := range strings.SplitSeq(rest, sign) {
		n, err := strconv.Atoi(part[:2])
		if err != nil {
			return nil, fmt.Errorf("templates: no gap: %.20q", part)
		}
		out.gaps, out.parts = append(out.gaps, gaps[n]), append(out.parts, part[2:])
	}
	shells.Store(key{name, s}, out)
	return out, nil
}

func (s *shell) render(b *bytes.Buffer, p *Page) error {
	for i, part := range s.parts {
		b.WriteString(part)
		if i == len(s.gaps) {
			break
		}
		if err := s.gaps[i].write(b, p); err != nil {
			return err
		}
	}
	return nil
}
