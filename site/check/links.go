package check

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"mergebook/site/book"
	"mergebook/site/dialect"
	"mergebook/site/finding"
	"mergebook/site/nearest"
)

func checkLinks(b *book.Book, p *book.Page, foreign foreignLinks) []finding.Finding {
	var out []finding.Finding
	for _, l := range p.Links {
		if strings.Contains(l.Destination, "${") {
			continue // a variable that nobody knows has its own finding
		}
		t := b.Resolve(p, l.Destination)
		if l.Image {
			out = append(out, checkImage(p, l, t)...)
		}
		switch t.Kind {
		case book.Missing:
			what := "page"
			if l.Image {
				what = "file"
			}
			out = append(out, p.At(l.Offset, finding.Error, "link", l.Destination+": no such "+what).Suggest(b.Nearest(t.Path)))
		case book.Foreign:
			foreign.add(t.Path)
		case book.ToPage:
			if f, bad := checkFragment(p, l, t); bad && !l.Image {
				out = append(out, f)
			}
		}
	}
	return out
}

func checkFragment(p *book.Page, l *dialect.Link, t book.Target) (finding.Finding, bool) {
	if t.Fragment == "" || t.Page.HasID(t.Fragment) {
		return finding.Finding{}, false
	}
	var ids []string
	for _, h := range t.Page.Headings {
		ids = append(ids, h.ID)
	}
	message := l.Destination + ": no such heading"
	if t.Page != p {
		message = l.Destination + ": " + t.Page.File + " has no such heading"
	}
	f := p.At(l.Offset, finding.Error, "anchor", message)
	if near := nearest.Of(t.Fragment, ids); near != "" {
		f.Suggestion = "#" + near
	}
	return f, true
}

// foreignLinks counts links by their first segment, which is nothing of the
// book.
type foreignLinks map[string]int

func (f foreignLinks) add(path string) {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	f["/"+first]++
}

func (f foreignLinks) merge(others foreignLinks) {
	for root, n := range others {
		f[root] += n
	}
}

func (f foreignLinks) count() int {
	links := 0
	for _, n := range f {
		links += n
	}
	return links
}

// note tells about all of them at once: most likely something else serves
// them, and the author only has to say so.
func (f foreignLinks) note() []finding.Finding {
	if len(f) == 0 {
		return nil
	}
	links := f.count()
	roots := slices.Sorted(maps.Keys(f))
	verb := " links lead"
	if links == 1 {
		verb = " link leads"
	}
	return []finding.Finding{{Level: finding.Note, Rule: "external", Message: strconv.Itoa(links) + verb + " out of this folder and cannot be checked; if something else serves them, say so in site.yaml: external: [" + strings.Join(roots, ", ") + "]"}}
}
