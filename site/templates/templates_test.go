package templates

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
)

var sample = Example{
	ID: "example-1", Method: "PATCH", Path: "/api/v2/users/user_id",
	Snippets: []Snippet{{"curl", "curl", HTML("curl <span class=\"s1\">'x'</span>")}, {"fetch", "JavaScript", HTML("fetch()")}},
	Runnable: true,
	Profile:  "\n{\"a\": \"<b>&\\u0022'\",\n \"url\": \"javascript:1\"}", Body: `{"user_metadata": {"x": null}}`,
	URL:           "https://tenant.example/api/v2/users/user_id?a=1&b=2",
	PlaygroundURL: "../../playground/#1.abc-_x", RulesURL: "../../reference/rules/",
	Answer: &Answer{Status: 200, Reason: "OK", Summary: "1 added", Code: "{}",
		Steps:    []Step{{Op: "replaced", Rule: 3, Pointer: "/user_metadata/x", Text: "x is <replaced>.", Lost: []string{"/user_metadata/x/y"}}},
		Warnings: []Warning{{Pointer: "/user_metadata/x", Text: "x/y is lost."}}},
	Open: true, Proven: true,
}

func render(t *testing.T, name string, data any) string {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, name, data); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	if strings.Contains(page, "ZgotmplZ") {
		t.Errorf("%s: a value was refused:\n%s", name, page)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("%s: two elements have the id %s", name, m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(` (?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if !seen[m[1]] {
			t.Errorf("%s: no element has the id %s", name, m[1])
		}
	}
	return page
}

func attribute(t *testing.T, page, name string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, " "+name+`="`)
	value, _, closed := strings.Cut(rest, `"`)
	if !ok || !closed {
		t.Fatalf("there is no %s in\n%s", name, page)
	}
	return html.UnescapeString(value)
}

func TestExample(t *testing.T) {
	page := render(t, "example", &sample)
	for name, want := range map[string]string{
		"data-run-profile": sample.Profile,
		"data-run-body":    sample.Body,
		"data-run-method":  sample.Method,
		"data-run-address": sample.URL,
	} {
		if got := attribute(t, page, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	for _, want := range []string{
		`<details class="answer" open>`, `proven at build`, `<span class="status status-ok">200 OK</span>`,
		`href="../../reference/rules/#rule-3"`, `href="../../playground/#1.abc-_x"`, `x is &lt;replaced&gt;.`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}

	text := sample
	text.Runnable, text.Answer, text.PlaygroundURL = false, nil, ""
	page = render(t, "example", &text)
	for _, no := range []string{"data-run", "<button", "<details", "<a "} {
		if strings.Contains(page, no) {
			t.Errorf("an example that cannot run has %s:\n%s", no, page)
		}
	}

	refused := sample
	refused.Answer = &Answer{Status: 400, Reason: "Bad Request", Summary: "1 error", Errors: []Problem{{"body", 2, 7, "", "A comma.", "Remove it."}}}
	page = render(t, "example", &refused)
	if !strings.Contains(page, "PATCH body, line 2, column 7:") || !strings.Contains(page, "status-error") {
		t.Errorf("a refused example:\n%s", page)
	}
}

func TestPages(t *testing.T) {
	page := &Page{
		SiteTitle: "Mergebook", Title: "Merge & more", Description: "What a PATCH does.", Language: "en", Root: "../../",
		Menu:     HTML(`<li><a href="../../guide/merge/" aria-current="page">Merge</a></li>`),
		Sections: HTML(`<li><a href="../../reference/rules/">Reference</a></li>`),
		TOC:      []Heading{{ID: "a", Text: "A", Level: 2, Children: []Heading{{ID: "b", Text: "B", Level: 3}}}},
		Prev:     &Link{"Start", "../start/"},
		Content:  HTML(`<h2 id="a">A</h2><h3 id="b">B</h3>`),
		Live:     1,
	}
	got := render(t, "page", page)
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(got)[1])
	if policy != CSP {
		t.Errorf("the page's policy is %s", policy)
	}
	for _, want := range []string{
		"<title>Merge &amp; more - Mergebook</title>", `href="#b"`, `rel="prev"`, `aria-current="page"`,
		`<a href="../../reference/rules/">Reference</a>`, `src="../../assets/live.`, `src="../../assets/site.`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %s in\n%s", want, got)
		}
	}
	for _, no := range []string{"style=", "onclick", "<style", "<script>"} {
		if strings.Contains(got, no) {
			t.Errorf("the page has %s", no)
		}
	}

	page.TOC, page.Live = page.TOC[:0], 0
	if got := render(t, "page", page); strings.Contains(got, "On this page") || strings.Contains(got, "live.") {
		t.Errorf("a short page:\n%s", got)
	}
	render(t, "404", &Page{SiteTitle: "Mergebook", Language: "en", Root: "/"})

	page.Playground, page.Editors = true, func(b *bytes.Buffer) error { return Render(b, "editors", &sample) }
	got = render(t, "playground", page)
	// HTML drops the first newline of a textarea, so there is one to drop.
	if !strings.Contains(got, ">\n"+html.EscapeString(sample.Body)+"</textarea>") || !strings.Contains(got, ">\n\n{") {
		t.Errorf("the texts are not in the editors:\n%s", got)
	}

	if err := Render(&bytes.Buffer{}, "nothing", page); err == nil {
		t.Error("an unknown template is no error")
	}
}

func TestIDs(t *testing.T) {
	for _, id := range []string{"main", "toc", "profile", "announcer"} {
		if !IDs()[id] {
			t.Errorf("no template has the id %s", id)
		}
	}
}
