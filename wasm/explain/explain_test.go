package explain

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"mergebook/wasm/merge"
)

var update = flag.Bool("update", false, "rewrite the goldens of testdata")

const cases = "testdata/cases.txt"

func TestSentences(t *testing.T) {
	b, err := os.ReadFile(cases)
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := strings.Split(strings.TrimSpace(string(b)), "\n\n")
	for i, p := range paragraphs[1:] {
		lines := strings.Split(p, "\n")
		got := strings.Join(append(lines[:2:2], tell(t, lines[0], lines[1])...), "\n")
		if got != p && !*update {
			t.Errorf("got\n%s\nwant\n%s", got, p)
		}
		paragraphs[i+1] = got
	}
	if *update {
		if err := os.WriteFile(cases, []byte(strings.Join(paragraphs, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func tell(t *testing.T, profile, body string) []string {
	t.Helper()
	r, err := merge.Apply([]byte(profile), []byte(body))
	if err != nil {
		t.Fatalf("%s + %s: %v", profile, body, err)
	}
	steps := Steps(r)
	var lines []string
	for _, s := range steps {
		lines = append(lines, s.Text)
		for _, l := range s.Lost {
			lines = append(lines, fmt.Sprintf("- %s %s", l.Pointer, l.Before.Of(r.Profile.Src)))
		}
	}
	for _, w := range Warnings(r, steps) {
		lines = append(lines, fmt.Sprintf("! %s %s: %s", w.Code, w.Pointer, w.Text))
		if fixed := w.Fixed(r.Body.Src); fixed != nil {
			lines = append(lines, "> "+string(fixed))
		}
	}
	return lines
}

// FuzzExplain looks for a panic, and for losses that are none.
func FuzzExplain(f *testing.F) {
	b, err := os.ReadFile(cases)
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range strings.Split(string(b), "\n\n")[1:] {
		lines := strings.Split(p, "\n")
		f.Add([]byte(lines[0]), []byte(lines[1]))
	}
	f.Fuzz(func(t *testing.T, profile, body []byte) {
		r, err := merge.Apply(profile, body)
		if err != nil {
			return
		}
		steps := Steps(r)
		for _, s := range steps {
			for _, l := range s.Lost {
				if l.Before.Start < s.Before.Start || l.Before.End > s.Before.End || !strings.HasPrefix(l.Pointer, s.Pointer) {
					t.Fatalf("%s + %s: %s is not in %s", profile, body, l.Pointer, s.Pointer)
				}
			}
		}
		for _, w := range Warnings(r, steps) {
			if fixed := w.Fixed(body); fixed != nil {
				if _, err := merge.Apply(profile, fixed); err != nil {
					t.Fatalf("%s + %s: the fix of %s is %s: %v", profile, body, w.Code, fixed, err)
				}
			}
		}
	})
}
