package nearest

import (
	"os"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txt")
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
		if got := Of(name, strings.Fields(candidates)); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}
