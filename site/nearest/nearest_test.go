package nearest

import (
	"os"
	"strings"
	"testing"
)

func TestOf(t *testing.T)   { hold(t, "testdata/cases.txt", Of) }
func TestPath(t *testing.T) { hold(t, "testdata/paths.txt", Path) }

func hold(t *testing.T, file string, find func(name string, candidates []string) string) {
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, rest, _ := strings.Cut(line, ": ")
		candidates, want, _ := strings.Cut(rest, "->")
		want = strings.TrimSpace(want)
		if got := find(name, strings.Fields(candidates)); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

// TestLong holds that long names take no time: the square of these is much.
func TestLong(t *testing.T) {
	long := strings.Repeat("a-b/", 100_000)
	for _, find := range []func(string, []string) string{Of, Path} {
		if got := find(long, []string{long}) + find("a-b", []string{long}); got != "" {
			t.Errorf("got %.20s", got)
		}
	}
}
