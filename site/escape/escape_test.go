package escape

import (
	"bytes"
	"html"
	"html/template"
	"testing"
)

// TestText holds what is written to html/template, and to what a browser reads.
func TestText(t *testing.T) {
	for _, text := range []string{"", "a", `<a href="x" title='y'>&amp;</a>`, "é\u2028\U0001f600", "\n\t", "a\x00b", "\xff<"} {
		var b, want bytes.Buffer
		Text(&b, text)
		template.HTMLEscape(&want, []byte(text))
		if b.String() != want.String() {
			t.Errorf("%q: got %q, want %q", text, b.String(), want.String())
		}
	}
	var b bytes.Buffer
	all := ""
	for c := 1; c < 128; c++ {
		all += string(rune(c))
	}
	Text(&b, all)
	if got := html.UnescapeString(b.String()); got != all {
		t.Errorf("read back: %q", got)
	}
	text := `{"a": "<b>"}`
	if n := testing.AllocsPerRun(100, func() { b.Reset(); Text(&b, text) }); n != 0 {
		t.Errorf("a text takes %v allocations", n)
	}
}
