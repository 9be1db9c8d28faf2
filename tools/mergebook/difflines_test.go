package main

import (
	"slices"
	"strings"
	"testing"
)

func TestDiffLines(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"a b c", "a x c", " a -b +x  c"},
		{"a b c", "a c", " a -b  c"},
		{"a c", "a b c", " a +b  c"},
		{"a b c d", "b d e", "-a  b -c  d +e"},
		{"a", "a", " a"},
		{"a", "b", "-a +b"},
		{"a a", "a", " a -a"},
	} {
		var got []string
		for _, l := range diffLines(strings.Fields(c.a), strings.Fields(c.b)) {
			got = append(got, l.sign+l.text)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s to %s: got %q, want %q", c.a, c.b, text, c.want)
		}
	}
}

// TestDiffManyLines holds that what is too much to compare is still right.
func TestDiffManyLines(t *testing.T) {
	a, b := []string{"0"}, []string{"0"}
	for range 3000 {
		a, b = append(a, "x", "y"), append(b, "y", "z")
	}
	var old, fresh []string
	for _, l := range diffLines(a, b) {
		if l.sign != "+" {
			old = append(old, l.text)
		}
		if l.sign != "-" {
			fresh = append(fresh, l.text)
		}
	}
	if !slices.Equal(old, a) || !slices.Equal(fresh, b) {
		t.Error("lines are lost")
	}
}
