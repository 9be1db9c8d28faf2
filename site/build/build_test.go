package build

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mergebook/site/assets"
	"mergebook/site/book"
)

// example is a page with a proven example, and links of all kinds.
const example = "# One\n\n" +
	"```json\n{\"email\": \"a@example.com\", \"user_metadata\": {\"o\": {\"x\": 1}}}\n```\n\n" +
	"```har\n{\"method\":\"PATCH\",\"url\":\"https://${account.namespace}/api/v2/users/1\",\"postData\":{\"mimeType\":\"application/json\",\"text\":\"{\\\"user_metadata\\\": {\\\"o\\\": {\\\"y\\\": \\\"<&>\\\"}}}\"}}\n```\n\n" +
	"The result:\n\n```json\n{\"email\": \"a@example.com\", \"user_metadata\": {\"o\": {\"y\": \"<&>\"}}}\n```\n\n" +
	"## Links\n\n[a](/) [b](two.md#x) [c](#links) [d](/pic.png) [e](https://example.com) [f](/playground) [g](/api/x)\n"

func make1(t *testing.T, files map[string]string) map[string][]byte {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	site, err := New(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, path := range site.Paths() {
		if all[path], err = site.File(path); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// of makes a site of these files.
func of(files map[string]string) *Site {
	s := &Site{files: map[string]maker{}, assets: &assets.Set{}, index: func() map[string][]byte { return nil }}
	for path, text := range files {
		s.files[path] = func(_ *Site, b *bytes.Buffer) error {
			b.WriteString(text)
			return nil
		}
	}
	return s
}

func TestPage(t *testing.T) {
	site := make1(t, map[string]string{"guide/one.md": example, "guide/two.md": "# Two\n\n## X\n", "pic.png": "png", "rules.md": "## Rule 1\n\n## Rule 10\n"})
	page := string(site["guide/one/index.html"])
	for _, want := range []string{
		`<h1 id="one">One</h1>`,
		`<a href="../../">a</a>`, `<a href="../../guide/two/#x">b</a>`, `<a href="#links">c</a>`, `<a href="../../pic.png">d</a>`,
		`<a href="https://example.com">e</a>`, `<a href="../../playground/">f</a>`, `<a href="/api/x">g</a>`,
		`href="../../playground/#1.`, `200 OK`, `1 replaced, 1 lost`, `/user_metadata/o/x`, `href="../../rules/#rule-3"`,
		`<span class="s" data-slot="base">https://YOUR_DOMAIN</span><span class="s">/api/v2/users/1`, `proven`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if strings.Contains(page, "<&>") {
		t.Error("a body stands in the page unescaped")
	}
	for _, name := range []string{"index.html", "404.html", "playground/index.html", "pic.png", "guide/two/index.html"} {
		if site[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
}

// TestNothingInline holds that no page needs what its policy forbids, and that
// every link of the site into itself leads to a file.
// TestSections holds that the menu lists pages under their sections, and that
// one leads to the next in that order.
func TestSections(t *testing.T) {
	site := make1(t, map[string]string{
		"g/index.md": "# G\n", "g/a.md": "---\nsection: A & B\n---\n", "g/b.md": "", "g/c.md": "---\nsection: A & B\n---\n", "g/d/x.md": "", "z.md": "",
	})
	menu := func(path string) string {
		_, menu, _ := strings.Cut(string(site[path]), `aria-label="Pages"`)
		_, menu, _ = strings.Cut(menu, "<ul>")
		menu, _, _ = strings.Cut(menu, "\n</ul>\n</nav>")
		return strings.ReplaceAll(menu, "\n", "")
	}
	want := `<li><a href="../../g/">G</a><ul>` +
		`<li><span class="label">A &amp; B</span><ul><li><a href="../../g/a/">A</a></li><li><a href="../../g/c/" aria-current="page">C</a></li></ul></li>` +
		`<li><a href="../../g/b/">B</a></li><li><a href="../../g/d/x/">D</a></li></ul></li>` +
		`<li><a href="../../z/">Z</a></li><li><a href="../../playground/">Playground</a></li>`
	if got := menu("g/c/index.html"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := menu("z/index.html"); strings.Contains(got, "A &amp; B") {
		t.Errorf("the folder is closed: %s", got)
	}
	for _, part := range []string{`rel="prev" href="../../g/a/"`, `rel="next" href="../../g/b/"`} {
		if !strings.Contains(string(site["g/c/index.html"]), part) {
			t.Errorf("no %s", part)
		}
	}
}

func TestNothingInline(t *testing.T) {
	site := make1(t, map[string]string{"guide/one.md": example + "\n|a|\n|:-:|\n|b|\n", "guide/two.md": "# Two\n\n## X\n", "index.md": "# Home\n", "pic.png": ""})
	inline := regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>[^<]|<style|\sstyle=|\son[a-z]+=|javascript:`)
	link := regexp.MustCompile(`\s(?:href|src|data-worker|data-engine)="([^"#?]*)`)
	for name, data := range site {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		data = bytes.ReplaceAll(data, []byte(`<script type="application/ld+json">`), nil) // data, which no browser runs
		if found := inline.Find(data); found != nil {
			t.Errorf("%s: %s", name, found)
		}
		for _, m := range link.FindAllSubmatch(data, -1) {
			to := string(m[1])
			if to == "" || strings.Contains(to, "://") || to == "/api/x" {
				continue
			}
			path := filepath.Join("/", filepath.Dir(name), to)
			if strings.HasPrefix(to, "/") {
				path = filepath.Clean(to)
			}
			path = strings.TrimPrefix(path, "/")
			if site[path] == nil && site[filepath.Join(path, "index.html")] == nil {
				t.Errorf("%s: %s leads to nothing", name, to)
			}
		}
	}
}

func TestAbout(t *testing.T) {
	files := map[string]string{
		"index.md": "---\ntitle: Home\ndescription: \"A <b> & </script> \\\"home\\\"\"\n---\n", "a b/é.md": "# One ${account.tenant}\n\n[two](/two)\n", "two.md": "---\ntitle: \"Two [x]\"\n---\nText.\n",
	}
	site := make1(t, files)
	for _, name := range []string{"sitemap.xml", "robots.txt"} {
		if site[name] != nil {
			t.Errorf("there is a %s, though nobody knows the site's address", name)
		}
	}
	files["site.yaml"] = "title: T\nurl: https://docs.example.com/x\nedit: https://git.example.com/edit/main/\n"
	site = make1(t, files)
	for name, wants := range map[string][]string{
		"sitemap.xml":      {"<loc>https://docs.example.com/x/</loc>", "<loc>https://docs.example.com/x/a%20b/%C3%A9/</loc>"},
		"robots.txt":       {"Sitemap: https://docs.example.com/x/sitemap.xml\n"},
		"llms.txt":         {"# T\n\n> A <b> & </script> \"home\"\n", "- [One YOUR_TENANT](https://docs.example.com/x/a%20b/%C3%A9/index.md)\n", `- [Two \[x\]](`},
		"a b/é/index.md":   {"# One YOUR_TENANT\n\n[two](/two)\n"},
		"two/index.md":     {"# Two [x]\n\nText.\n"},
		"a b/é/index.html": {`<link rel="canonical" href="https://docs.example.com/x/a%20b/%C3%A9/">`, `<a href="https://git.example.com/edit/main/a%20b/%C3%A9.md">Edit this page</a>`, `<link rel="alternate" type="text/markdown" href="index.md">`},
		"index.html":       {`<meta property="og:description" content="A &lt;b&gt; &amp; &lt;/script&gt; &#34;home&#34;">`, `"description":"A \u003cb\u003e \u0026 \u003c/script\u003e \"home\""`},
	} {
		for _, want := range wants {
			if !strings.Contains(string(site[name]), want) {
				t.Errorf("%s lacks %s:\n%s", name, want, site[name])
			}
		}
	}
}

func TestTopicsAndFeed(t *testing.T) {
	site := make1(t, map[string]string{
		"site.yaml": "title: T & T\nurl: https://docs.example.com/\n",
		"a.md":      "---\ntitle: A <b>\ndescription: About a\ntopics: [User Metadata, \"<i>\"]\ndate: 2026-01-31\n---\n## X\n\n## Y\n",
		"d/b.md":    "---\ntopics: user metadata\ndate: 2026-02-01T10:00:00+01:00\ntoc: false\n---\n# B\n\n## X\n\n## Y\n", "c.md": "# C\n",
	})
	for name, wants := range map[string][]string{
		"topics/user-metadata/index.html": {`<a href="../../a/">A &lt;b&gt;</a>: About a`, `<a href="../../d/b/">B</a>`},
		"topics/index.html":               {`<a href="../topics/user-metadata/">User Metadata</a>`, `<a href="../topics/i/">&lt;i&gt;</a>`},
		"d/b/index.html":                  {`About: <a href="../../topics/user-metadata/">user metadata</a>`, `type="application/atom+xml" href="../../feed.xml"`},
		"feed.xml":                        {"<title>T &amp; T</title>", "<updated>2026-02-01T10:00:00+01:00</updated>", "<title>B</title>", "<title>A &lt;b&gt;</title>", "<summary>About a</summary>", `<link href="https://docs.example.com/a/">`},
	} {
		for _, want := range wants {
			if !strings.Contains(string(site[name]), want) {
				t.Errorf("%s lacks %s:\n%s", name, want, site[name])
			}
		}
	}
	if page := string(site["d/b/index.html"]); strings.Contains(page, "On this page") || !strings.Contains(string(site["a/index.html"]), "On this page") {
		t.Error("toc: false is not minded")
	}
	if strings.Contains(string(site["feed.xml"]), "<title>C</title>") {
		t.Error("a page without a date is news")
	}
}

func TestRedirects(t *testing.T) {
	site := make1(t, map[string]string{"a/b.md": "# B\n\n## Part\n", "redirects.yaml": "/old/one: /a/b#part\n/away: https://example.com/?a=1&b\n"})
	for name, want := range map[string]string{
		"_redirects":         "/old/one/ /a/b/#part 301\n/old/one /a/b/#part 301\n/away/ https://example.com/?a=1&b 301\n/away https://example.com/?a=1&b 301\n",
		"old/one/index.html": `<meta http-equiv="refresh" content="0; url=../../a/b/#part">`,
		"away/index.html":    `<a href="https://example.com/?a=1&amp;b">`,
	} {
		if !strings.Contains(string(site[name]), want) {
			t.Errorf("%s lacks %s:\n%s", name, want, site[name])
		}
	}
}

func TestReproducible(t *testing.T) {
	files := map[string]string{"guide/one.md": example, "guide/two.md": "# Two", "a.md": "", "b/c.md": ""}
	one, two := make1(t, files), make1(t, files)
	if !slices.Equal(slices.Sorted(maps.Keys(one)), slices.Sorted(maps.Keys(two))) {
		t.Fatal("other files")
	}
	for name := range one {
		if !bytes.Equal(one[name], two[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	content, out := filepath.Join(dir, "content"), filepath.Join(dir, "deep", "out")
	os.Mkdir(content, 0o755)
	write := func(files map[string]string, to string) error { return Write(of(files), content, to) }
	if err := write(map[string]string{"a/index.html": "1", "old": ""}, out); err != nil {
		t.Fatal(err)
	}
	if err := write(map[string]string{"a/index.html": "2"}, out); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(out, "a", "index.html")); err != nil || string(b) != "2" {
		t.Errorf("%s, %v", b, err)
	}
	if _, err := os.Stat(filepath.Join(out, "old")); err == nil {
		t.Error("a file of the old site is left")
	}
	if err := write(map[string]string{"../../escape": ""}, out); err == nil {
		t.Error("a name leads out of the folder")
	}
	if b, _ := os.ReadFile(filepath.Join(out, "a", "index.html")); string(b) != "2" {
		t.Error("a failed build took the old site away")
	}
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}
	precious := filepath.Join(dir, "precious")
	os.Mkdir(precious, 0o755)
	os.WriteFile(filepath.Join(precious, "thesis.txt"), nil, 0o644)
	for _, to := range []string{precious, content, dir, filepath.Join(content, "public")} {
		if err := write(map[string]string{"x": ""}, to); err == nil {
			t.Errorf("%s is overwritten", to)
		}
	}
	if _, err := os.Stat(filepath.Join(precious, "thesis.txt")); err != nil {
		t.Error(err)
	}
}

// TestExamples holds which pages the playground's menu lists: those that show a
// result, or ask for one.
func TestExamples(t *testing.T) {
	const start = "```json role=profile\n{\"user_metadata\": {\"a\": 1}}\n```\n\n"
	const body = "{\"method\": \"PATCH\", \"url\": \"https://example.com/api/v2/users/u\", \"postData\": {\"mimeType\": \"application/json\", \"text\": \"{\\\"user_metadata\\\": {\\\"a\\\": null}}\"}}\n```\n"
	site := make1(t, map[string]string{
		"shows.md": start + "```har\n" + body + "\n```json role=result\n{\"user_metadata\": {}}\n```\n",
		"asks.md":  start + "```har role=predict\n" + body,
		"runs.md":  start + "```har\n" + body,
		"words.md": "# Words\n",
	})
	for name, want := range map[string]bool{"shows/": true, "asks/": true, "runs/": false, "words/": false} {
		if got := strings.Contains(string(site["examples.json"]), `"url":"`+name); got != want {
			t.Errorf("%s: %v in %s", name, got, site["examples.json"])
		}
	}
}
