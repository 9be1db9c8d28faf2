package dialect

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

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
		for _, f := range p.Findings {
			out.WriteString(f.String() + "\n")
		}
		if p.Title != "" {
			out.WriteString("title: " + p.Title + "\n")
		}
		html, err := render(p, func(l *Link) string { return "to:" + l.Destination }, examples(p))
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

// examples shows the request of each har fence.
func examples(p *Page) map[*Fence]*templates.Example {
	all := map[*Fence]*templates.Example{}
	for _, f := range p.Fences {
		if f.Request != nil {
			all[f] = &templates.Example{ID: "example", Method: f.Request.Method, Path: f.Request.URL}
		}
	}
	return all
}

// TestHostileGaps holds that nothing of a page can pass for a gap.
func TestHostileGaps(t *testing.T) {
	p := Parse("p.md", []byte("\x00l0\x00 &#0;l0&#x0; [a](b \"\x00l0\x00&#0;l0&#0;\") ![\x00l0\x00 *x* &amp; \\*](<javascript:alert(1)>)\n\n```\n\x00l0\x00\n```\n\n[x](data:text/html,a) [y](<a b\"c>)\n"), site)
	got, err := render(p, func(l *Link) string { return l.Destination }, nil)
	want := "<p>\ufffdl0\ufffd \ufffdl0\ufffd <a href=\"b\" title=\"\ufffdl0\ufffd\ufffdl0\ufffd\">a</a> <img src=\"\" alt=\"\ufffdl0\ufffd x &amp; *\"></p>\n" +
		"<figure class=\"code\"><pre tabindex=\"0\"><code>\ufffdl0\ufffd\n</code></pre></figure>\n<p><a href=\"\">x</a> <a href=\"a%20b%22c\">y</a></p>\n"
	if err != nil || string(got) != want {
		t.Errorf("%v, got\n%s\nwant\n%s", err, got, want)
	}
}

// TestHostileGapsAround holds the same of what comes into a page from elsewhere.
func TestHostileGapsAround(t *testing.T) {
	const hostile = "\x00l0\x00 \x00\x00x"
	site := &Site{
		Variables:  map[string]string{"site": hostile},
		Containers: map[string]string{"tip": hostile},
		Files:      fstest.MapFS{"part.md": {Data: []byte("`" + hostile + "`\n")}},
	}
	p := Parse("p.md", []byte("---\nvariables:\n  page: \"\\0l0\\0 \\0\\0x\"\n---\n::: tip\n${site} `${page}`\n\n<%= include('part', { a: '"+hostile+"' }) %> <%= page %>\n:::\n"), site)
	got, err := render(p, func(l *Link) string { return "" }, nil)
	if n := strings.Count(string(got), "\ufffdl0\ufffd \ufffd\ufffdx"); err != nil || n != 5 {
		t.Errorf("%v, %d texts, got\n%s", err, n, got)
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
	empty := Parse("p.md", []byte("text\n\n```json\n```\n"), &Site{}).Fences[0]
	if at := empty.SourceOffset(0); at != empty.Offset || at != 6 {
		t.Errorf("an empty fence is said to stand at %d", at)
	}
	if at := f.SourceOffset(len(f.Text) + 5); at > len(source) {
		t.Errorf("offset %d is behind the end", at)
	}
}

// FuzzPage looks for a panic, for places outside of the files, and for text
// that breaks out of its place in the page.
func FuzzPage(f *testing.F) {
	for _, file := range []string{cases, includeCases} {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for c := range strings.SplitSeq(string(b), "\n====\n") {
			source, _, _ := strings.Cut(c, "\n---->\n")
			f.Add([]byte(source))
		}
	}
	files := split(f, "-- _part.md --\n::: note\n${a} <%= include('_b', { b: a }) %> <div>[x](y)\n-- _b.md --\n${b}<% if (b) { %>\n```\n<% } %>")
	f.Fuzz(func(t *testing.T, source []byte) {
		s := siteOf(files)
		p := Parse("p.md", source, s)
		for _, l := range p.Links {
			if l.Offset > len(p.Source) {
				t.Fatalf("a link at %d of %d", l.Offset, len(p.Source))
			}
		}
		for _, fence := range p.Fences {
			for i := range len(fence.Text) + 1 {
				if at := fence.SourceOffset(i); at < 0 || at > len(p.Source) {
					t.Fatalf("offset %d of a fence is at %d of %d", i, at, len(p.Source))
				}
			}
		}
		for i := 0; i <= len(p.Source); i += 1 + len(p.Source)/50 {
			if file, line := p.Place(i); line < 1 || file != "p.md" && files[file] == nil {
				t.Fatalf("offset %d is in %s:%d", i, file, line)
			}
		}
		html, err := render(p, func(l *Link) string { return l.Destination }, examples(p))
		if err != nil {
			t.Fatal(err)
		}
		inPlace(t, string(html))
	})
}

// runs is what an address must not be, as browsers read it: they overlook
// white space before and within the scheme.
var runs = regexp.MustCompile(`(?i)^[\x00-\x20]*(j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:`)

// inPlace holds that what a page becomes does not change the page around it,
// as a browser reads it, and holds nothing that runs.
func inPlace(t *testing.T, content string) {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<!DOCTYPE html><body><main><div>" + content + "</div></main><footer>end</footer>"))
	if err != nil {
		if strings.Contains(err.Error(), "512 nodes") {
			return // so deep that this parser gives up, where browsers only flatten
		}
		t.Fatal(err)
	}
	footers := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "footer" && n.NextSibling == nil && n.Parent.Data == "body" && n.PrevSibling != nil && n.PrevSibling.Data == "main" {
			footers++
		}
		if isForbidden(n.Data) && n.Data != "head" {
			t.Fatalf("<%s> stays in\n%s", n.Data, content)
		}
		if n.Data == "h1" {
			t.Fatalf("a second title is in\n%s", content)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || runs.MatchString(a.Val) {
				t.Fatalf("%s=%q stays in\n%s", a.Key, a.Val, content)
			}
		}
	}
	if footers != 1 {
		t.Fatalf("this breaks the page around it:\n%s", content)
	}
}

// TestHostile reads pages that no author would write.
func TestHostile(t *testing.T) {
	many := func(s string) string { return strings.Repeat(s, 100_000/len(s)) }
	for name, source := range map[string]string{
		"quotes":     strings.Repeat(">", 2000) + " x",
		"containers": strings.Repeat("::: note\n", 10_000),
		"lists":      many("* "),
		"brackets":   many("["),
		"divs":       many("<div>"),
		"tags":       many("a <x> "),
		"scripts":    many("a <script> "),
		"ifs":        many("<% if (a) { %>"),
		"elses":      many("<% } else { %>"),
		"opened":     many("<% "),
		"parens":     "<%= " + many("(") + " %>",
		"nots":       "<% if (" + many("!") + "a) { %>x<% } %>",
		"variables":  many("${nobody} "),
		"table":      "| a |\n| - |\n" + many("| b |\n"),
		"cells":      many("| a ") + "|\n" + many("| - ") + "|\n",
		"headings":   many("# a\n"),
		"not UTF-8":  "a \xff b <% \xfe %> <b \xff>",
		"CRLF":       "\ufeff---\r\ntitle: T\r\n---\r\n::: note\r\n<% if (edition) { %>\r\nyes\r\n<% } %>\r\n:::\r\n",
		"zero bytes": "a\x00b <b\x00> <% \x00 %>",
	} {
		p, html := read(t, name, source)
		if name == "CRLF" && (p.Front.Title != "T" || len(p.Findings) > 0 || !strings.Contains(html, "<p>yes</p>\n</div>")) {
			t.Errorf("CRLF: %v %s", p.Findings, html)
		}
	}
}

// TestLinear reads pages that once took the square of their length.
func TestLinear(t *testing.T) {
	for name, source := range map[string]func(many func(string) string) string{
		"dollars":    func(many func(string) string) string { return many("$") },
		"braces":     func(many func(string) string) string { return many("${") },
		"quoted":     func(many func(string) string) string { return many("${'") },
		"snippets":   func(many func(string) string) string { return many("${snippet(") },
		"comments":   func(many func(string) string) string { return many("<%# %>") },
		"statements": func(many func(string) string) string { return many("<% x %> ") },
		"nested ifs": func(many func(string) string) string { return many("<% if (a) { %>") + many("<% } %>") },
		"words":      func(many func(string) string) string { return "```json " + many("role ") + "\n```\n" },
		"fences":     func(many func(string) string) string { return many("```json role=x\n```\n") },
		"closed":     func(many func(string) string) string { return many("<div>") + many("</p>") },
		"in a line":  func(many func(string) string) string { return "a " + many("<b>") + many("</i>") },
	} {
		took := func(size int) time.Duration {
			text := source(func(s string) string { return strings.Repeat(s, size/len(s)) })
			start := time.Now()
			read(t, name, text)
			return time.Since(start)
		}
		// Eight times the length takes 64 times as long where it is the square. A
		// machine that is busy may stop one of the two for a while, which counts
		// for much where both are short.
		ratio := 0.0
		for range 5 {
			long := took(400_000)
			if ratio = float64(long) / float64(took(50_000)); ratio < 24 || long < 200*time.Millisecond {
				ratio = 0
				break
			}
		}
		if ratio > 0 {
			t.Errorf("%s: a page of eight times the length takes %.0f times as long", name, ratio)
		}
	}
}

func read(t *testing.T, name, source string) (*Page, string) {
	t.Helper()
	p := Parse("a.md", []byte(source), siteOf(nil))
	html, err := render(p, func(l *Link) string { return l.Destination }, examples(p))
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	inPlace(t, html)
	if len(p.Findings) > mostFindings {
		t.Errorf("%s has %d findings", name, len(p.Findings))
	}
	return p, html
}

// render returns the page's HTML.
func render(p *Page, href func(l *Link) string, examples map[*Fence]*templates.Example) (string, error) {
	var b bytes.Buffer
	err := p.Render(&b, href, examples)
	return b.String(), err
}
