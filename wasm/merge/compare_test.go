package merge

import (
	"fmt"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
)

func TestRFC7396(t *testing.T) {
	for _, c := range readCases(t, "testdata/rfc7396.txt", 3) {
		target, patch := []byte(c[0]), []byte(c[1])
		if got := string(MergePatch(target, patch)); got != c[2] {
			t.Errorf("%s with %s: got %s, want %s", target, patch, got, c[2])
		}
		if target[0] != '{' || patch[0] != '{' {
			continue
		}
		want, why := c[2], ""
		if len(c) > 3 {
			why, want, _ = strings.Cut(c[3], ": ")
		}
		r, err := Apply(target, patch)
		if err != nil || string(r.Bytes) != want {
			t.Errorf("Apply, %s with %s: got %s (%v), want %s (%s)", target, patch, r.Bytes, err, want, why)
		}
	}
}

func TestCompare(t *testing.T) {
	for _, c := range readCases(t, "testdata/compare.txt", 3) {
		r, err := Apply([]byte(c[0]), []byte(c[1]))
		if err != nil {
			t.Fatal(err)
		}
		patched, differences := Compare(r)
		got := []string{string(patched)}
		for _, d := range differences {
			got = append(got, fmt.Sprintf("%s %s %s", d.Pointer, show(r.Bytes, d.A), show(patched, d.B)))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(c[2:], "\n"); g != w {
			t.Errorf("%s with %s: got\n%s\nwant\n%s", c[0], c[1], g, w)
		}
	}
}

func show(src []byte, s jsonspan.Span) string {
	if s.Len() == 0 {
		return "-"
	}
	return string(s.Of(src))
}
