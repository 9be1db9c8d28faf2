package build

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"mergebook/site/book"
)

// TestRenew holds a site that took over the plan of another to one that was
// planned anew.
func TestRenew(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"site.yaml":      "url: https://example.com/docs/\n",
		"redirects.yaml": "/old: /a#part\n",
		"index.md":       "---\ndescription: First\n---\n# Start\n",
		"a.md":           "---\ntopics: [One]\ndate: 2026-01-02\n---\n# A\n\n## Part\n\n<%= include('_part') %>\n",
		"b.md":           "# B\n\n[a](a.md#part)\n", "rules.md": "## Rule 1\n\n## Rule 10\n", "_part.md": "Words.\n", "robots.txt": "own",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	last, err := New(b, Options{Live: 1})
	if err != nil {
		t.Fatal(err)
	}
	for i, edit := range []struct {
		name, text string
		stays      bool // the plan
	}{
		{"b.md", "# B\n\nOther words, and a [link](index.md).\n", true},
		{"_part.md", "Other words.\n", true},
		{"rules.md", "## Rule 1\n\nWords.\n", true},
		{"rules.md", "# Rules\n\n## Rule 1\n\n## Rule 10\n\nWords.\n", true},
		{"a.md", "---\ntopics: [One]\ndate: 2026-01-02\n---\n# A\n\n## Other part\n", true},
		{"a.md", "---\ntopics: [Two]\ndate: 2026-01-02\n---\n# A\n\n## Part\n", false},
		{"a.md", "---\ntopics: [Two]\ndate: 2026-01-03\n---\n# A\n\n## Part\n", false},
		{"index.md", "---\ndescription: Other\n---\n# Start\n", false},
		{"index.md", "---\ndescription: Other\n---\n# Start\n\nWords.\n", true},
		{"b.md", "# Another title\n", false},
	} {
		if err := os.WriteFile(filepath.Join(dir, edit.name), []byte(edit.text), 0o644); err != nil {
			t.Fatal(err)
		}
		next, ok := b.Update([]string{edit.name})
		if !ok {
			t.Fatalf("%s: everything is read anew", edit.name)
		}
		options := Options{Live: i + 2}
		site, err := Renew(last, next, options)
		if err != nil {
			t.Fatal(err)
		}
		fresh, err := New(next, options)
		if err != nil {
			t.Fatal(err)
		}
		if stays := site.nav == last.nav; stays != edit.stays {
			t.Errorf("after edit %d, of %s, the plan stays: %v", i, edit.name, stays)
		}
		same(t, site, fresh)
		b, last = next, site
	}
}

func same(t *testing.T, got, want *Site) {
	t.Helper()
	paths := want.Paths()
	if len(got.Paths()) != len(paths) {
		t.Errorf("got %v, want %v", got.Paths(), paths)
	}
	for _, path := range paths {
		g, err := got.File(path)
		if err != nil {
			t.Fatal(err)
		}
		w, err := want.File(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(g, w) {
			t.Errorf("%s:\n%s\nwant\n%s", path, g, w)
		}
	}
}
