package dialect

import (
	"flag"
	"os"
	"strings"
	"testing"

	"mergebook/site/templates"
)

var update = flag.Bool("update", false, "rewrite the goldens of testdata")

var site = &Site{Variables: map[string]string{"account.namespace": "YOUR_DOMAIN", "edition": "2 & <3>"}}

const cases = "testdata/pages.txt"

// TestPages reads pages and writes what they become: findings, then HTML.
func TestPages(t *testing.T) {
	b, err := os.ReadFile(cases)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(string(b), "\n====\n")
	for i, c := range all {
		source, want, _ := strings.Cut(c, "\n---->\n")
		var out strings.Builder
		p := Parse("p.md", []byte(source+"\n"), site)
		for _, f := range p.Fences {
			if f.Request != nil {
				f.Example = &templates.Example{ID: "example", Method: f.Request.Method, Path: f.Request.URL}
			}
		}
		for _, f := range p.Findings {
			out.WriteString(f.String() + "\n")
		}
		if p.Title != "" {
			out.WriteString("title: " + p.Title + "\n")
		}
		html, err := p.Render(func(l *Link) string { return "to:" + l.Destination })
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(string(html))
		got := strings.TrimSpace(out.String())
		if got != strings.TrimSpace(want) && !*update {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", source, got, want)
		}
		all[i] = source + "\n---->\n" + got
	}
	if *update {
		if err := os.WriteFile(cases, []byte(strings.Join(all, "\n====\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestOffsets holds that every place leads to what it is the place of.
func TestOffsets(t *testing.T) {
	source := "# One\n\nSee [a](x.md#y) and ![b](z.png), [c][ref] and [d](<e f>).\n\n1. In a list\n\n   ```json role=profile\n   {\"é\":\n     1}\n   ```\n\n[ref]: there.md\n\n## Two *words*\n"
	p := Parse("p.md", []byte(source), &Site{})
	var got []string
	for _, l := range p.Links {
		got = append(got, l.Destination+"@"+source[l.Offset:l.Offset+3])
	}
	if g, w := strings.Join(got, " "), "x.md#y@x.m z.png@z.p there.md@[c] e f@[d]"; g != w {
		t.Errorf("links: got %s, want %s", g, w)
	}
	if h := p.Headings[1]; h.Text != "Two words" || h.ID != "two-words" || !strings.HasPrefix(source[h.Offset:], "Two") {
		t.Errorf("heading: %+v", h)
	}
	f := p.Fences[0]
	if f.Text != "{\"é\":\n  1}\n" || f.Role != Profile || f.Before != "In a list" || f.Section != 1 {
		t.Errorf("fence: %+v", f)
	}
	for _, c := range []string{"{", "\"é\"", "1}"} {
		if at := f.SourceOffset(strings.Index(f.Text, c)); !strings.HasPrefix(source[at:], c) {
			t.Errorf("%q is said to stand at %q", c, source[at:])
		}
	}
	if at := f.SourceOffset(len(f.Text) + 5); at > len(source) {
		t.Errorf("offset %d is behind the end", at)
	}
}

// FuzzPage looks for a panic, and for places outside of the page.
func FuzzPage(f *testing.F) {
	b, err := os.ReadFile(cases)
	if err != nil {
		f.Fatal(err)
	}
	for c := range strings.SplitSeq(string(b), "\n====\n") {
		source, _, _ := strings.Cut(c, "\n---->\n")
		f.Add([]byte(source))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		p := Parse("p.md", source, site)
		for _, l := range p.Links {
			if l.Offset > len(source) {
				t.Fatalf("a link at %d of %d", l.Offset, len(source))
			}
		}
		for _, fence := range p.Fences {
			for i := range len(fence.Text) + 1 {
				if at := fence.SourceOffset(i); at < 0 || at > len(source) {
					t.Fatalf("offset %d of a fence is at %d of %d", i, at, len(source))
				}
			}
		}
		if _, err := p.Render(func(l *Link) string { return l.Destination }); err != nil {
			t.Fatal(err)
		}
	})
}
