package build

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mergebook/site/book"
	"mergebook/site/check"
)

// nasty is what no author would write, or would by mistake.
var nasty = []string{
	"::: note\n", ":::: warning\n:::\n", "::::::\n", "::: panel\n::: nothing\n", "- ", "> > > ", "1. ", "\t", "  ", "\n\n", "\r\n", "\r", "\u2028", "\x00", "\xff\xfe", "\ufeff",
	"# [a](b) `c` <d>\n", "## \n", "###### x {#id}\n", "===\n", "---\n", "```json\n{\"a\":", "```\n", "~~~~\n", "```har\n{}\n```\n", "```har role=exercise\n{\"method\":\"GET\"}\n```\n", "```json role=result\n{}\n```\n",
	"```har status=999\n{\"method\":\"PATCH\",\"url\":\"https://x/api/v2/users/1\",\"postData\":{\"text\":\"{\"}}\n```\n", "${", "${a.b}", "${account.namespace}", "\\${x}", "<%= include('", "<%= include('_part') %>", "<%= include('../../etc/passwd') %>", "<% if (a) { %>", "<% } else { %>", "<%= \"${x}\" %>", "@@x@@",
	"<script>alert(1)</script>", "<svg onload=alert(1)>", "<a href='java\nscript:alert(1)'>", "</div></main></body>", "<table><tr><td>", "<!--", "<![CDATA[", "<?php ?>", "<iframe src=//x>", "<p style='x'>", "&#0;", "&amp", "[a](<b c>)", "![](../../../x)", "[x]: /y\n", "[x][x]", "<https://e.com>", "|a|b|\n|-|-|\n|c|d|\n",
	"*a", "**", "__x", "~~", "`", "\\", "[[[[[[", "!!!", "a\u202eb", "😀", strings.Repeat("[", 300), strings.Repeat("> ", 60), strings.Repeat("x", 5000), strings.Repeat("|", 300) + "\n",
}

// front is what may stand at the top of a page.
var front = []string{"", "---\ntitle: T\n---\n", "---\ntitle: [\n---\n", "---\n", "---\ntitle: a\ntitle: b\nurl: ../../../etc\n---\n", "---\nurl: /same\n---\n", "---\n\ttitle: x\n---\n", "---\n{\"title\": \"x\"}\n---\n", "---\nvariables: {x: 1}\ntopics: 7\n---\n"}

// TestHostilePages builds pages that nobody should write: each becomes a page,
// findings or both, and nothing is written outside of the site's folder.
func TestHostilePages(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	content, out := filepath.Join(dir, "content"), filepath.Join(dir, "site")
	names := []string{"a b", "Ünïcödé", "日本", "a'b", `a"b`, "a&b<c>", "a%20b", "a#b", "a?b", "con", "..c", "-x", "a\\b", "UPPER", "404", "playground", "search", "assets", "llms.txt"}
	var written []string
	for i := range 240 {
		var b strings.Builder
		b.WriteString(front[r.IntN(len(front))])
		for range r.IntN(25) {
			b.WriteString(nasty[r.IntN(len(nasty))])
			if r.IntN(3) == 0 {
				b.WriteString("word ")
			}
		}
		name := fmt.Sprintf("%s/%s%d.md", names[r.IntN(len(names))], names[r.IntN(len(names))], i)
		written = append(written, name)
		path := filepath.Join(content, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	os.WriteFile(filepath.Join(content, "_part.md"), []byte("part ${x} <%= include('_part') %>"), 0o644)
	os.WriteFile(filepath.Join(content, "redirects.yaml"), []byte("/../x: /y\n/a: /b\n/b: /a\n/z: javascript:alert(1)\n"), 0o644)
	secret := filepath.Join(dir, "secret.md")
	os.WriteFile(secret, []byte("# secret"), 0o644)
	os.Symlink(secret, filepath.Join(content, "link.md"))
	os.Symlink("/etc", filepath.Join(content, "etc"))
	os.Symlink(content, filepath.Join(content, "itself"))

	b, err := book.Load(content)
	if err != nil {
		t.Fatal(err)
	}
	report := check.Run(b)
	site, err := New(b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(site, content, out); err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, f := range report.Findings {
		told[f.File] = true
	}
	for _, p := range b.Pages {
		told[p.File] = true
	}
	for _, name := range written {
		if !told[name] && !strings.HasPrefix(name, "..c/") && !strings.Contains(name, "/..c") {
			t.Errorf("%s is no page, and nothing says why", name)
		}
	}
	if len(b.Pages) < 100 {
		t.Errorf("there are %d pages only", len(b.Pages))
	}
	for _, p := range b.Pages {
		if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(file(p.URL)))); err != nil {
			t.Errorf("%s has no page: %v", p.File, err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 3 {
		t.Errorf("beside content, secret and site there is something else: %v", entries)
	}
	filepath.WalkDir(out, func(path string, d fs.DirEntry, err error) error {
		text, _ := os.ReadFile(path)
		if strings.Contains(string(text), "# secret") || strings.Contains(string(text), "root:x:0") {
			t.Errorf("%s holds what is not of the folder", path)
		}
		return err
	})
}
