package snippet

import (
	"slices"
	"testing"

	"mergebook/wasm/har"
)

func TestJoined(t *testing.T) {
	got := joined([]har.Pair{{Name: "Cookie", Value: "a=1"}, {Name: "X", Value: "1"}, {Name: "cookie", Value: "b=2"}, {Name: "x", Value: "2"}})
	want := []har.Pair{{Name: "Cookie", Value: "a=1; b=2"}, {Name: "X", Value: "1, 2"}}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestRubyTarget holds that URI gets what it can parse, and braces do not.
func TestRubyTarget(t *testing.T) {
	for _, c := range [][3]string{
		{"https://h", "https://h", ""},
		{"https://h/a%20b?c=d:/?", "https://h/a%20b?c=d:/?", ""},
		{"https://h:1/{id}?a=b", "https://h:1", "/{id}?a=b"},
		{"https://[::1]/a?b[]=1", "https://[::1]", "/a?b[]=1"},
		{"https://[::1]:1/a", "https://[::1]:1", "/a"},
		{"https://[::1]", "https://[::1]", "/"},
		{"https://h?a=%zz", "https://h", "/?a=%zz"},
		{"${base}/users/{id}", "${base}/users/{id}", ""},
		{"https://${tenant}.h/a", "https://${tenant}.h/a", ""},
	} {
		if origin, target := rubyTarget(c[0]); origin != c[1] || target != c[2] {
			t.Errorf("%s became %q and %q", c[0], origin, target)
		}
	}
}
