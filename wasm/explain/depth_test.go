package explain

import (
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// TestDepth holds that explaining a value of 10,000 levels costs no stack, and
// that the place at its bottom is found.
func TestDepth(t *testing.T) {
	for _, c := range []struct{ open, closing string }{{`[`, `]`}, {`{"a":`, `}`}, {`{"\u0061":[`, `]}`}, {`[0,`, `,0]`}, {`{"b":0,"a":`, `,"c":0}`}} {
		nested := func(value string) []byte {
			n := (jsonspan.MaxDepth - 3) / (strings.Count(c.open, "[") + strings.Count(c.open, "{"))
			return []byte(`{"user_metadata":{"x":` + strings.Repeat(c.open, n) + value + strings.Repeat(c.closing, n) + `}}`)
		}
		for _, texts := range [][2]string{{`{"k":1,"l":2}`, `{"k":null}`}, {`[1,2]`, `[null]`}, {`{"k":1}`, `0`}, {`1`, `{}`}} {
			profile, body := nested(texts[0]), nested(texts[1])
			r, err := merge.Apply(profile, body)
			if err != nil {
				t.Fatalf("%s: %v", c.open, err)
			}
			steps := Steps(r)
			warnings := Warnings(r, steps)
			if len(steps) != 1 || texts[0] != `1` && len(steps[0].Lost) == 0 {
				t.Fatalf("%s, %s to %s: %d steps", c.open, texts[0], texts[1], len(steps))
			}
			for _, l := range steps[0].Lost {
				if strings.Count(l.Pointer, "/") < jsonspan.MaxDepth-5 {
					t.Fatalf("%s, %s to %s: lost %.100s", c.open, texts[0], texts[1], l.Pointer)
				}
			}
			for _, w := range warnings {
				if w.Text == "" || w.Span.End > uint32(len(body)) {
					t.Fatalf("%s, %s to %s: warning %s at %v", c.open, texts[0], texts[1], w.Code, w.Span)
				}
			}
		}
	}
}
