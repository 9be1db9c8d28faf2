package book

import (
	"fmt"
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

// TestSections holds that pages of one folder and section follow one another.
func TestSections(t *testing.T) {
	in := func(section string) string { return "---\nsection: " + section + "\n---\n" }
	b := load(t, folder(t, map[string]string{
		"site.yaml":     "nav: [g/m, g/y]\n",
		"index.md":      in("Start"), // nothing is beside it
		"g/index.md":    in("Start"), // of the folder around it
		"g/a.md":        in("Basics"),
		"g/b.md":        "",
		"g/c/index.md":  in("Basics"),
		"g/c/deep.md":   in("Basics"), // of another folder
		"g/c/deeper.md": "",
		"g/m.md":        in("More"),
		"g/x.md":        in(" Basics "),
		"g/y.md":        "",
		"g/z.md":        in("More"),
		"h.md":          "",
		"z.md":          in("Start"),
	}))
	var got []string
	for _, p := range b.Pages {
		got = append(got, p.Path)
	}
	if got, want := strings.Join(got, " "), "index g/index g/m g/z g/y g/a g/c/index g/c/deep g/c/deeper g/x g/b z h"; got != want {
		t.Errorf("got %s\nwant %s", got, want)
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

// TestIncludesOutOfTheFolder holds that a page includes only what lies in the
// folder, whatever links say, and that what two pages include is wrong once.
func TestIncludesOutOfTheFolder(t *testing.T) {
	outside := folder(t, map[string]string{"secret.md": "secret", "dir/x.md": "secret"})
	dir := folder(t, map[string]string{
		"a.md":     "<%= include('_file') %> <%= include('_dir/x') %> <%= include('../" + filepath.Base(outside) + "/secret') %> <%= include('_in') %>",
		"b.md":     "<%= include('_good') %>",
		"_good.md": "${nobody}",
	})
	for from, to := range map[string]string{"_file.md": outside + "/secret.md", "_dir": outside + "/dir", "_in.md": "_good.md"} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	b := load(t, dir)
	var got []string
	for _, f := range b.AllFindings() {
		got = append(got, strings.ReplaceAll(f.Place()+": "+f.Text(), filepath.Base(outside), "outside"))
	}
	want := "_good.md:1:1: ${nobody}: no such variable\n" +
		"_in.md:1:1: ${nobody}: no such variable\n" +
		"a.md:1:1: include: _file cannot be read: it leads out of the content folder\n" +
		"a.md:1:25: include: _dir/x cannot be read: it leads out of the content folder\n" +
		"a.md:1:50: include: ../outside/secret leads out of the content folder"
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got %s", g)
	}
	for _, p := range b.Pages {
		if strings.Contains(string(p.Source), "secret\n") {
			t.Errorf("%s holds what lies outside", p.File)
		}
	}
}

func TestSettings(t *testing.T) {
	b := load(t, folder(t, map[string]string{
		"site.yaml": "anchors: github\nhtml: [center, script]\ncontainers: {tip: Tip}\nfront-matter: {audience: list}\n",
		"a.md":      "---\naudience: x\nother: y\n---\n## What's new\n\n::: tip\n<center id=here>x</center>\n:::\n",
	}))
	p := b.Pages[0]
	if !p.HasID("whats-new") || !p.HasID("here") {
		t.Errorf("headings %v, ids %v", p.Headings, p.IDs)
	}
	var got []string
	for _, f := range b.AllFindings() {
		got = append(got, f.String())
	}
	want := "a.md:3:1: warning: other: no such key of front matter; site.yaml can add it: front-matter: {other: text}\nsite.yaml: html: script cannot be allowed in pages"
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got %s", g)
	}
}

func TestRedirects(t *testing.T) {
	b := load(t, folder(t, map[string]string{
		"redirects.yaml": "/old: /guide/new#part\n/old/x.md: /old\n/away: https://example.com/\n/guide/new: /old\n/a: /b\n/b: /a\n/gone: /guide/nwe\n/rel: guide/new\n/old/: /away\n/top: /\n/anchor: /guide/new#prat\n/pic: /pic.png\n",
		"guide/new.md":   "---\nurl: /guide/newer\n---\n## Part\n\n[a](/old) [b](/old#x) [c](/a) [d](/away)\n",
		"guide/other.md": "", "pic.png": "",
	}))
	var got []string
	for _, r := range b.Redirects {
		got = append(got, r.From+" "+r.To)
	}
	for _, l := range b.Has("/guide/newer/").Links {
		target := b.Resolve(b.Has("/guide/newer/"), l.Destination)
		got = append(got, l.Destination+" "+fmt.Sprint(target.Kind)+" "+target.Fragment)
	}
	for _, f := range b.AllFindings() {
		got = append(got, f.String())
	}
	want := `/old/ /guide/newer/#part
/old/x/ /guide/newer/#part
/away/ https://example.com/
/guide/new/ /guide/newer/#part
/top/ /
/anchor/ /guide/newer/#prat
/pic/ /pic.png
/old 1 part
/old#x 1 part
/a 5 
/away 0 
redirects.yaml:5:1: /a: this leads back to itself
redirects.yaml:6:1: /b: this leads back to itself
redirects.yaml:7:8: /guide/nwe: no such page; did you mean /guide/new?
redirects.yaml:8:7: guide/new: a new address begins with a slash, or with https://
redirects.yaml:9:1: /old/: a redirect of this address stands before this one
redirects.yaml:11:10: /guide/new#prat: guide/new.md has no such heading`
	if g := strings.Join(got, "\n"); g != want {
		t.Errorf("got %s", g)
	}
}
