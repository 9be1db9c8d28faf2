package book

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder writes files, and returns where.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func load(t *testing.T, dir string) *Book {
	t.Helper()
	b, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestOrderAndURLs(t *testing.T) {
	b := load(t, folder(t, map[string]string{
		"site.yaml":         "nav: [reference, guide/second]\n",
		"index.md":          "# Home",
		"a.md":              "",
		"guide/index.md":    "---\ntitle: The guide\n---\n# A long title",
		"guide/first.md":    "",
		"guide/second.md":   "",
		"reference/x.md":    "---\nurl: y/z\n---\n",
		"a name, spaced.md": "",
		"_part.md":          "", "_parts/x.md": "", ".hidden.md": "",
	}))
	var got []string
	for _, p := range b.Pages {
		got = append(got, p.URL+" "+p.Title)
	}
	want := "/ Home|/y/z/ X|/a/ A|/a name, spaced/ A name, spaced|/guide/ The guide|/guide/second/ Second|/guide/first/ First"
	if g := strings.Join(got, "|"); g != want {
		t.Errorf("got %s\nwant %s", g, want)
	}
}

func TestSameURLTwice(t *testing.T) {
	b := load(t, folder(t, map[string]string{"a.md": "", "b.md": "---\nurl: /a/\n---\n", "c.md": "---\nurl: ../../x?y\n---\n"}))
	var got []string
	for _, f := range b.AllFindings() {
		got = append(got, f.String())
	}
	want := "b.md: its address /a/ is that of a.md already; give one of them another url in its front matter\nc.md:1:1: url: ../../x?y leads out of the site"
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got %s", g)
	}
}

// TestLinksOutOfTheFolder holds that nothing outside of it is read.
func TestLinksOutOfTheFolder(t *testing.T) {
	outside := folder(t, map[string]string{"secret.md": "secret", "dir/x.md": "secret"})
	dir := folder(t, map[string]string{"a.md": "inside"})
	for from, to := range map[string]string{"out.md": outside + "/secret.md", "outdir": outside + "/dir", "in.md": "a.md", "gone.md": "nowhere.md"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	b := load(t, dir)
	names := ""
	for _, p := range b.Pages {
		names += p.File + " "
		if strings.Contains(string(p.Source), "secret") {
			t.Errorf("%s was read", p.File)
		}
	}
	if names != "a.md in.md " || len(b.Findings) != 3 {
		t.Errorf("pages %s, findings %v", names, b.Findings)
	}
}

func TestNoFolder(t *testing.T) {
	dir := folder(t, map[string]string{"a.md": ""})
	for _, path := range []string{filepath.Join(dir, "no"), filepath.Join(dir, "a.md")} {
		if _, err := Load(path); err == nil {
			t.Errorf("%s is taken", path)
		}
	}
}
