package explain

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"mergebook/wasm/merge"
)

// repeated returns head, n times the part (each # in it its number), the
// middle, and n times the closing.
func repeated(n int, head, part, middle, closing string) []byte {
	b := []byte(head)
	for i := range n {
		b = append(b, strings.ReplaceAll(part, "#", strconv.Itoa(i))...)
	}
	return append(append(b, middle...), strings.Repeat(closing, n)...)
}

// TestHostile holds that explaining takes at most 30 times as long as it does
// for plain texts of the same size, in the same run. Work of less than half a
// second is never a square at these sizes.
func TestHostile(t *testing.T) {
	work := func(profile, body []byte) time.Duration {
		r, err := merge.Apply(profile, body)
		if err != nil {
			t.Fatalf("%.50s + %.50s: %v", profile, body, err)
		}
		start := time.Now()
		for _, w := range Warnings(r, Steps(r))[:1] {
			if fixed := w.Fixed(body); len(fixed) > 40*(len(body)+len(profile)) {
				t.Errorf("%.50s + %.50s: the fix of %s makes %d bytes of %d", profile, body, w.Code, len(fixed), len(body))
			}
		}
		return time.Since(start)
	}
	const field = `{"user_metadata":{`
	const property = field + `"p":{`
	for _, c := range []struct {
		what          string
		profile, body []byte
	}{
		{"a loss on every level", repeated(9_000, property, `"k":1,"a":{`, `"k":1}}}`, `}`), repeated(9_000, property, `"l":1,"a":{`, `"l":1}}}`, `}`)},
		{"losses between objects that lose something", repeated(30_000, property, `"g#":0,"h#":{"k":1},`, `"":0}}}`, ``), repeated(30_000, property, `"h#":{"l":1},`, `"":0}}}`, ``)},
		{"white space that new siblings copy", repeated(50_000, property, `"g#":0,`, `"":0}}}`, ``), repeated(500_000, property+`"":0,`, ` `, `"l":0}}}`, ``)},
		{"names in another case", repeated(50_000, field, `"name#":0,`, `"":0}}`, ``), repeated(50_000, field, `"NAME#":0,`, `"":0}}`, ``)},
		{"nulls", repeated(50_000, property, `"k#":0,`, `"":0}}}`, ``), repeated(50_000, property, `"k#":null,`, `"":null}}}`, ``)},
	} {
		const tries = 3
		for try := 1; ; try++ {
			h := work(c.profile, c.body)
			if h < 500*time.Millisecond {
				break
			}
			if p := work(repeated(50_000, property, `"k#":0,`, `"":0}}}`, ``), repeated(50_000, property, `"l#":0,`, `"":0}}}`, ``)); h <= 30*p {
				break
			} else if try == tries {
				t.Errorf("%s: %v, a plain one takes %v", c.what, h, p)
				break
			}
		}
	}
}
