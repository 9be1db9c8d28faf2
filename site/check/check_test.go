package check

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mergebook/site/book"
)

var update = flag.Bool("update", false, "rewrite the goldens of testdata")

// TestFolders checks folders: each file of testdata holds files, each behind a
// line "-- name --", and the report behind "-- report --".
func TestFolders(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input, want, _ := strings.Cut(string(b), "-- report --\n")
			dir := t.TempDir()
			unpack(t, dir, input)
			folder, err := book.Load(dir)
			if err != nil {
				t.Fatal(err)
			}
			r := Run(folder)
			var got strings.Builder
			got.WriteString(Explain(folder, ""))
			fmt.Fprintf(&got, "%d run, %d proven, %d wrong\n", r.Examples, r.Proven, r.Wrong())
			for _, f := range r.Findings {
				got.WriteString(f.String() + "\n")
			}
			if *update {
				if err := os.WriteFile(file, []byte(input+"-- report --\n"+got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got.String() != want {
				t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
			}
		})
	}
}

func unpack(t *testing.T, dir, input string) {
	t.Helper()
	for part := range strings.SplitSeq("\n"+input, "\n-- ") {
		name, text, found := strings.Cut(part, " --\n")
		if !found {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
