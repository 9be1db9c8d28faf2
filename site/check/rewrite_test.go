package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mergebook/site/book"
)

// FuzzRewrites holds that what is rewritten is proven afterwards, wherever the
// result stands and whatever it holds.
func FuzzRewrites(f *testing.F) {
	f.Add("", "{\"email\": \"${meta.title}\", \"user_metadata\": {\"n\": 2}}", "n")
	f.Add("> ", "{\r\n  \"email\": \"b\"\r\n}", "${x}")
	f.Add("   ", "{\n\"user_metadata\": {\"k\": [1, {\"a\": <%= n %>}],\n\t\"n\": ${n}}}", "<% x %>")
	f.Add("- ", "{\n <% if (n) { %>\"email\": \"\\${n}\"<% } %>, \"user_metadata\": {\"n\": \"${n}\"}}", "\u00e9")
	f.Add("\t", "{<%# x %>}", "\\\\")
	f.Fuzz(func(t *testing.T, margin, result, name string) {
		if len(margin)+len(result)+len(name) > 1000 {
			return
		}
		name = strings.Map(func(r rune) rune {
			if strings.ContainsRune("\"\\\r\n", r) || r < ' ' {
				return -1
			}
			return r
		}, name)
		fence := "```json role=result\n" + result + "\n```\n"
		if newline := lineEnd(result); newline != "\n" {
			fence = strings.ReplaceAll(strings.ReplaceAll(fence, "\r\n", "\n"), "\n", newline)
		}
		fence = margin + strings.ReplaceAll(fence, "\n", "\n"+margin)
		page := "---\ntitle: T\n---\n```json role=profile\n{\"email\": \"T\", \"user_metadata\": {\"m\": [1]}}\n```\n\n```har\n" +
			`{"method":"PATCH","url":"/api/v2/users/1","postData":{"text":"{\"user_metadata\":{\"` + name + `\":1}}"}}` + "\n```\n\n"
		dir := t.TempDir()
		files := map[string]string{"page.md": page + fence, "other.md": page + "<%= include('_part', {n: '1'}) %>\n", "_part.md": fence}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		todo, _ := Rewrites(load(t, dir))
		for _, w := range todo {
			text, done := "", 0
			for _, e := range w.Edits {
				text += string(w.Text[done:e.Start]) + e.Text
				done = e.End
			}
			text += string(w.Text[done:])
			if files[w.Place.File] != string(w.Text) && !strings.Contains(files[w.Place.File], "\x00") {
				t.Errorf("%s was read as %q", w.Place.File, w.Text)
			}
			if err := os.WriteFile(filepath.Join(dir, w.Place.File), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if len(todo) == 0 {
			return
		}
		again, _ := Rewrites(load(t, dir))
		for _, w := range again {
			for _, before := range todo {
				if before.Place.File == w.Place.File {
					t.Errorf("%q: still wrong, now %q", fence, w.Text)
				}
			}
		}
	})
}

func load(t *testing.T, dir string) *book.Book {
	t.Helper()
	b, err := book.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
