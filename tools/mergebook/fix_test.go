package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFix fixes folders: each file of testdata/fix holds files, each behind a
// line "-- name --", and behind "-- printed --" what is printed and the files
// that changed. ␍ stands for a carriage return, → for a tab.
func TestFix(t *testing.T) {
	cases, err := filepath.Glob("testdata/fix/*.txt")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range cases {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input, want, _ := strings.Cut(string(text), "-- printed --\n")
			dir := t.TempDir()
			before := map[string]string{}
			for part := range strings.SplitSeq("\n"+input, "\n-- ") {
				if name, text, found := strings.Cut(part, " --\n"); found {
					before[name] = strings.NewReplacer("␍\n", "\r\n", "→", "\t").Replace(text + "\n")
					write(t, dir, name, before[name])
				}
			}
			got := printed(dir, "check", "--fix")
			after := snapshot(t, dir)
			for _, name := range slices.Sorted(maps.Keys(after)) {
				if text := after[name]; text != before[name] {
					got += "-- " + name + " --\n" + strings.NewReplacer("\r\n", "␍\n", "\t", "→").Replace(text)
				}
			}
			if again := printed(dir, "check", "--fix"); strings.Contains(again, "rewritten in") {
				t.Errorf("a second time:\n%s", again)
			}
			if *update {
				if err := os.WriteFile(file, []byte(input+"-- printed --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// write writes a file of a folder.
func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// snapshot reads all files of a folder; of symbolic links, where they lead.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		if d.Type()&fs.ModeSymlink != 0 {
			to, err := os.Readlink(path)
			files[filepath.ToSlash(name)] = "leads to " + to
			return err
		}
		text, err := os.ReadFile(path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// printed runs a verb on a content folder.
func printed(dir string, args ...string) string {
	var out bytes.Buffer
	run(env{stdin: strings.NewReader(""), stdout: &out, stderr: &out}, append(args, "--content", dir))
	return strings.ReplaceAll(out.String(), dir+"/", "")
}

// stale is a page whose result is wrong, until 2 becomes 1.
const stale = "```json\n{\"email\": \"a@example.com\"}\n```\n\n```har\n{\"method\":\"PATCH\",\"url\":\"https://h/api/v2/users/1\",\"postData\":{\"text\":\"{\\\"user_metadata\\\":{\\\"n\\\":1}}\"}}\n```\n\nNow:\n\n```json\n{\"email\": \"a@example.com\", \"user_metadata\": {\"n\": 2}}\n```\n"

// TestFixRefuses holds that files which are not plain files of the folder stay
// as they are, and that the status says so.
func TestFixRefuses(t *testing.T) {
	outside := t.TempDir()
	write(t, outside, "page.md", stale)
	for _, c := range []struct {
		name string
		make func(dir string) error
		want string
	}{
		{"link within", func(dir string) error {
			write(t, dir, "_real.md", stale)
			return os.Symlink("_real.md", filepath.Join(dir, "page.md"))
		}, "page.md: not rewritten: it is a symbolic link\n"},
		{"link out", func(dir string) error {
			return os.Symlink(filepath.Join(outside, "page.md"), filepath.Join(dir, "page.md"))
		}, "this symbolic link leads to no file of the folder"},
		{"include by a link out", func(dir string) error {
			write(t, dir, "page.md", "<%= include('_part') %>\n")
			return os.Symlink(filepath.Join(outside, "page.md"), filepath.Join(dir, "_part.md"))
		}, "leads out of the content folder"},
		{"read-only", func(dir string) error {
			write(t, dir, "page.md", stale)
			return os.Chmod(filepath.Join(dir, "page.md"), 0o444)
		}, "page.md: not rewritten: it is read-only\n"},
		{"NUL", func(dir string) error {
			write(t, dir, "page.md", "a\x00b\n\n"+stale)
			return nil
		}, "page.md: not rewritten: it has a NUL character\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := c.make(dir); err != nil {
				t.Skip(err)
			}
			before := snapshot(t, dir)
			var out bytes.Buffer
			status := run(env{stdin: strings.NewReader(""), stdout: &out, stderr: &out}, []string{"check", "--fix", "--content", dir})
			if status != 1 || !strings.Contains(out.String(), c.want) {
				t.Errorf("status %d:\n%s", status, out.String())
			}
			after := snapshot(t, dir)
			if len(after) != len(before) {
				t.Errorf("files before: %v\nand after: %v", before, after)
			}
			for name := range before {
				if after[name] != before[name] {
					t.Errorf("%s has changed", name)
				}
			}
		})
	}
	if snapshot(t, outside)["page.md"] != stale {
		t.Error("the file outside has changed")
	}
}

// TestReplaceFile holds that a file which somebody else wrote meanwhile stays,
// and that the new one has the permissions of the old one.
func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "theirs")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := replaceFile(root, "a.md", []byte("read"), []byte("new")); err == nil || !strings.Contains(err.Error(), "meanwhile") {
		t.Errorf("got %v", err)
	}
	if files := snapshot(t, dir); len(files) != 1 || files["a.md"] != "theirs" {
		t.Errorf("files: %v", files)
	}
	if err := os.Chmod(filepath.Join(dir, "a.md"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(root, "a.md", []byte("theirs"), []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "a.md"))
	if files := snapshot(t, dir); err != nil || len(files) != 1 || files["a.md"] != "new" || info.Mode().Perm() != 0o666 {
		t.Errorf("files: %v, mode %v, %v", files, info.Mode(), err)
	}
	if err := replaceFile(root, "../a.md", nil, nil); err == nil {
		t.Error("a file outside of the folder was written")
	}
}

// TestFixColours holds that the two sides have colours only where they may.
func TestFixColours(t *testing.T) {
	for _, colour := range []bool{true, false} {
		dir := t.TempDir()
		write(t, dir, "page.md", stale)
		var out bytes.Buffer
		run(env{stdin: strings.NewReader(""), stdout: &out, stderr: &out, colour: colour}, []string{"check", "--fix", "--content", dir})
		removed, added := "  - {\"email\"", "  + {\"email\""
		if colour {
			removed, added = "  \x1b[1;31m- {\"email\"", "  \x1b[32m+ {\"email\""
		}
		if !strings.Contains(out.String(), removed) || !strings.Contains(out.String(), added) || strings.Contains(out.String(), "\x1b") != colour {
			t.Errorf("colour %v: %q", colour, out.String())
		}
	}
}
