package book

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mergebook/site/dialect"
)

// tell writes what others see of a book.
func tell(t *testing.T, b *Book) string {
	t.Helper()
	var out strings.Builder
	for _, p := range b.Pages {
		var html bytes.Buffer
		err := p.Render(&html, func(l *dialect.Link) string { return fmt.Sprint(b.Resolve(p, l.Destination).Kind) }, nil)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&out, p.File, p.URL, p.Title, p.Headings, html.String())
	}
	for _, f := range b.AllFindings() {
		fmt.Fprintln(&out, f)
	}
	return out.String()
}

// TestUpdate holds an updated book to one that is read from nothing.
func TestUpdate(t *testing.T) {
	dir := folder(t, map[string]string{
		"site.yaml": "nav: [b, nothing]\n", "redirects.yaml": "/old: /b#x\n", "a.md": "# A\n\n[b](b.md#x) [c](/moved)\n", "b.md": "# B\n\n<%= include('_part') %>\n", "c.md": "# C\n",
		"_part.md": "## X\n", "pic.png": "",
	})
	b := load(t, dir)
	for _, edit := range [][2]string{
		{"a.md", "# New title\n\n[b](b.md#y)\n"},
		{"a.md", "# New title\n\nOnly words, and [b](b.md#y).\n"},
		{"_part.md", "## Y\n"},
		{"_part.md", "## Y\n\nMore.\n"},
		{"c.md", "---\nurl: /moved\n---\n# C\n"},
		{"a.md", "---\nurl: /moved\n---\n"}, // which c has
		{"a.md", "# A\n"},
		{"_part.md", "<%= include('_part') %>\n"},
		{"b.md", "# B\n"},
	} {
		if err := os.WriteFile(filepath.Join(dir, edit[0]), []byte(edit[1]), 0o644); err != nil {
			t.Fatal(err)
		}
		before := tell(t, b)
		next, ok := b.Update([]string{edit[0]})
		if !ok {
			t.Fatalf("%s: everything is read anew", edit[0])
		}
		if got, want := tell(t, next), tell(t, load(t, dir)); got != want {
			t.Errorf("after an edit of %s:\n%s\nwant\n%s", edit[0], got, want)
		}
		if tell(t, b) != before {
			t.Error("the book from before has changed")
		}
		same := 0
		for i, p := range next.read {
			if reflect.DeepEqual(p, b.read[i]) && p == b.read[i] {
				same++
			}
		}
		if same == 0 {
			t.Error("all pages are read anew")
		}
		b = next
	}
	err := os.Remove(filepath.Join(dir, "c.md"))
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, ".a.md.swp"), nil, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"site.yaml", "redirects.yaml", "new.md", "c.md", "_unknown.md", "folder"} {
		switch name {
		case "folder":
			err = os.Mkdir(filepath.Join(dir, name), 0o755)
		case "new.md", "_unknown.md":
			err = os.WriteFile(filepath.Join(dir, name), nil, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := b.Update([]string{"a.md", name}); ok {
			t.Errorf("%s is no edit of a page", name)
		}
	}

	// What editors keep beside a file is nothing to the book.
	for _, name := range []string{".a.md.swp", "4913", ".cache/x"} {
		if same, ok := b.Update([]string{name}); !ok || same != b {
			t.Errorf("%s is taken for a part of the book", name)
		}
	}
	if next, ok := b.Update([]string{"pic.png"}); !ok || next == b {
		t.Error("another picture is none, or has all pages read anew")
	}
}
