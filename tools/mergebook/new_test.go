package main

import (
	"os"
	"strings"
	"testing"
)

// TestNew holds that a new page is where it shall be, and passes check as it is.
func TestNew(t *testing.T) {
	for _, c := range []struct{ path, title, file, line string }{
		{"first", "", "first.md", `title: "First"`},
		{"guide/set-the-language.md", "", "guide/set-the-language.md", `title: "Set the language"`},
		{"./a//b/index", "", "a/b/index.md", `title: "B"`},
		{"index.md", "", "index.md", `title: "Start"`},
		{"élan", "", "élan.md", `title: "Élan"`},
		{"x", ` It's "new": #1 \ ${account.tenant} <b> `, "x.md", `title: "It's \"new\": #1 \\ ${account.tenant} <b>"`},
		{"y", "true", "y.md", `title: "true"`},
		{"z", "- [a, b", "z.md", `title: "- [a, b"`},
		{"content/z", "日本語", "content/z.md", `title: "日本語"`},
	} {
		t.Chdir(t.TempDir())
		status, out, errs := call(t, "", "new", "--content", "docs", c.path, "--title", c.title)
		text, err := os.ReadFile("docs/" + c.file)
		if status != 0 || errs != "" || !strings.HasPrefix(out, "docs/"+c.file+"\n") || err != nil || !strings.Contains(string(text), "\n"+c.line+"\n") {
			t.Errorf("%s %s: status %d, %v\n%s%s%s", c.path, c.title, status, err, out, errs, text)
		}
		status, out, errs = call(t, "", "check", "--content", "docs")
		if status != 0 || errs != "" || out != "1 page: 1 example run, 1 result proven; 0 errors, 0 warnings\n" {
			t.Errorf("%s: check: status %d\n%s%s", c.path, status, out, errs)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", "docs/guide/there.md", "# There\n")
	write(t, ".", "docs/folder/index.md", "# Folder\n")
	write(t, ".", "docs/moved.md", "---\nurl: /taken\n---\n")
	write(t, ".", "docs/redirects.yaml", "/old: /guide/there\n")
	if err := os.Symlink("..", "docs/out"); err != nil {
		t.Skip(err)
	}
	before := snapshot(t, ".")
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{[]string{"guide/there"}, 1, "docs/guide/there.md is there already"},
		{[]string{"guide/there.md"}, 1, "docs/guide/there.md is there already"},
		{[]string{"guide/there/index"}, 1, "docs/guide/there.md has the address /guide/there/ already"},
		{[]string{"folder"}, 1, "docs/folder/index.md has the address /folder/ already"},
		{[]string{"taken"}, 1, "docs/moved.md has the address /taken/ already"},
		{[]string{"moved"}, 1, "docs/moved.md: the file is there already"},
		{[]string{"old"}, 1, "redirects.yaml leads from /old/ to /guide/there/; take that line out first"},
		{[]string{"guide/there.md/x"}, 1, "docs/guide/there.md/x.md: its folder cannot be made: "},
		{[]string{"out/x"}, 1, "docs/out/x.md: "},
		{[]string{}, 2, "give the path of one page, not 0"},
		{[]string{"a", "b"}, 2, "give the path of one page, not 2"},
		{[]string{""}, 2, "give the path of a page"},
		{[]string{"."}, 2, "give the path of a page"},
		{[]string{".md"}, 2, "give the path of a page"},
		{[]string{"guide/"}, 2, "give the path of a page"},
		{[]string{"../x"}, 2, "give the path of a page"},
		{[]string{"a/../../x"}, 2, "give the path of a page"},
		{[]string{"/x"}, 2, "give the path of a page"},
		{[]string{"docs/x.md"}, 2, "docs/x.md begins with the content folder; did you mean x?"},
		{[]string{"_x"}, 2, "names that begin with _ are left out of the site: _x"},
		{[]string{"a/.x"}, 2, "names that begin with . are left out of the site: .x"},
		{[]string{"a?b"}, 2, "cannot be the address of a page"},
		{[]string{`a\b`}, 2, "cannot be the address of a page"},
		{[]string{"a\nb"}, 2, "cannot be the address of a page"},
		{[]string{"a\xff"}, 2, "cannot be the address of a page"},
		{[]string{"a", "--title", "a\nb"}, 2, "a title is one line"},
		{[]string{"a", "--title", "\u202e"}, 2, "a title is one line"},
		{[]string{strings.Repeat("a", 300)}, 1, "file name too long"},
	} {
		status, out, errs := call(t, "", append([]string{"new", "--content", "docs"}, c.args...)...)
		if status != c.status || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%q: status %d\n%s%s", c.args, status, out, errs)
		}
	}
	after := snapshot(t, ".")
	if len(after) != len(before) {
		t.Errorf("files: %v", after)
	}
	for name := range before {
		if after[name] != before[name] {
			t.Errorf("%s has changed", name)
		}
	}
}
