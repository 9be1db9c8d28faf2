package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asCommand is a variable that has the program of the tests run as the command, with
// the arguments that are its lines: for a test that kills it.
const asCommand = "MERGEBOOK_TEST_ARGS"

// TestMain keeps the tests out of the user's cache.
func TestMain(m *testing.M) {
	if args := os.Getenv(asCommand); args != "" {
		os.Exit(run(env{os.Stdin, os.Stdout, os.Stderr, false, false}, strings.Split(args, "\n")))
	}
	dir, err := os.MkdirTemp("", "mergebook-test-")
	if err != nil {
		panic(err)
	}
	os.Setenv("XDG_CACHE_HOME", dir)
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// contents returns all files of a folder by name.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	must(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir)] = string(text)
		return err
	}))
	return all
}

// TestIncremental holds a site that was built edit by edit to one that is built
// at once, and looks at how much was written.
func TestIncremental(t *testing.T) {
	dir := t.TempDir()
	content, out := filepath.Join(dir, "content"), filepath.Join(dir, "out")
	must(t, os.MkdirAll(filepath.Join(content, "many"), 0o755))
	must(t, os.MkdirAll(filepath.Join(content, "sub"), 0o755))
	long := time.Now().Add(-time.Hour)
	write := func(name, text string) {
		path := filepath.Join(content, name)
		must(t, os.WriteFile(path, []byte(text), 0o644))
		long = long.Add(time.Second)
		must(t, os.Chtimes(path, long, long))
	}
	proven := "# C\n\n```json\n{\"user_metadata\": {\"a\": 1}}\n```\n\n```har\n{\"method\":\"PATCH\",\"url\":\"https://x/api/v2/users/1\",\"postData\":{\"mimeType\":\"application/json\",\"text\":\"{\\\"user_metadata\\\": {\\\"b\\\": 2}}\"}}\n```\n\n```json role=result\n{\"user_metadata\": {\"a\": 1, \"b\": %s}}\n```\n"
	write("site.yaml", "external: [/api]\n")
	write("a.md", "# A\n\n[b](b.md#x) wordone\n")
	write("b.md", "# B\n\n## X\n\n<%= include('_part') %>\n")
	write("c.md", fmt.Sprintf(proven, "2"))
	write("bad.md", "# Bad\n\n[nothing](nothing.md)\n")
	write("_part.md", "Part.\n")
	write("pic.png", "1")
	build := func(want string) string {
		t.Helper()
		status, stdout, stderr := call(t, "", "build", "--content", content, "--out", out)
		if !strings.Contains(stdout+stderr, want) {
			t.Errorf("status %d, %s%s\nwant %s", status, stdout, stderr, want)
		}
		return stderr
	}
	build("4 pages")
	for _, edit := range []struct{ name, text, want string }{
		{"a.md", "# A\n\n[b](b.md#x) wordtwo\n", " changed file"},
		{"a.md", "# A\n\n[b](b.md#y) wordtwo\n", "b.md has no such heading"},
		{"a.md", "# A\n\n[b](b.md#x) wordtwo\n", " changed file"},
		{"_part.md", "Another part.\n", " changed file"},
		{"pic.png", "2", " changed file"},
		{"c.md", fmt.Sprintf(proven, "3"), "\n  hint: mergebook check --fix rewrites 1 result\nmergebook build: 1 wrong claim; nothing is written"},
		{"c.md", fmt.Sprintf(proven, "2"), " changed file"},
		{"b.md", "# B\n\n## Y\n", "b.md has no such heading"},
		{"b.md", "# Another title\n\n## X\n", "written to"},
		{"b.md", "---\nsection: S\n---\n# Another title\n\n## X\n", "written to"},
		{"a.md", "# A\n\n[b](b.md#x) wordthree\n", " changed file"},
		{"new.md", "# New\n", "5 pages"},
		{"sub/in.md", "# In\n\n<%= include('_part') %>\n", "6 pages"},
		{"sub/_part.md", "A nearer part.\n", " changed file"},
		{"site.yaml", "external: [/api]\ntitle: Site\n", "written to"},
		{"_other.md", "x", " changed file"},
	} {
		write(edit.name, edit.text)
		build(edit.want)
		if strings.Contains(edit.want, "nothing is written") {
			continue
		}
		fresh := filepath.Join(dir, "fresh")
		must(t, os.RemoveAll(fresh))
		call(t, "", "build", "--content", content, "--out", fresh)
		got, want := contents(t, out), contents(t, fresh)
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("after the edit of %s, %s is another", edit.name, name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("after the edit of %s there are %d files, want %d", edit.name, len(got), len(want))
		}
	}

	// With another time and the same text nothing is read but that.
	must(t, os.Chtimes(filepath.Join(content, "new.md"), time.Now().Add(-time.Minute), time.Now().Add(-time.Minute)))
	build("0 changed files")
	// Many changes are put into place at once.
	for i := range 60 {
		write(fmt.Sprintf("many/p%d.md", i), "# P\n")
	}
	build("66 pages in " + content + ", written")
	for i := range 60 {
		write(fmt.Sprintf("many/p%d.md", i), "# P\n\nText.\n")
	}
	build("66 pages in " + content + ", written")
	build("0 changed files")
	// A folder that somebody else has put there is built anew.
	must(t, os.RemoveAll(out))
	build("66 pages in " + content + ", written")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
