package merge

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"mergebook/wasm/jsonspan"
)

var nestings = []struct{ open, closing string }{{`[`, `]`}, {`{"a":`, `}`}, {`{"\u0061":[`, `]}`}, {`[0,`, `,0]`}, {`{"b":0,"a":`, `,"c":0}`}}

// nested returns a metadata field whose property holds n containers, one in
// the other, around the value.
func nested(n int, open, value, closing string) []byte {
	n /= strings.Count(open, "[") + strings.Count(open, "{")
	return []byte(`{"user_metadata":{"x":` + strings.Repeat(open, n) + value + strings.Repeat(closing, n) + `}}`)
}

// TestDepthTaken holds that 10,000 levels cost no stack in any of the calls.
func TestDepthTaken(t *testing.T) {
	for _, c := range nestings {
		a := nested(jsonspan.MaxDepth-2, c.open, "1", c.closing)
		b := nested(jsonspan.MaxDepth-2, c.open, "2", c.closing)
		r, err := Apply(a, b)
		if err != nil {
			t.Fatalf("%s: %v", c.open, err)
		}
		if string(r.Bytes) != string(b) || len(r.Steps) != 1 || r.Steps[0].Op != Replaced {
			t.Fatalf("%s: %d steps", c.open, len(r.Steps))
		}
		patched, differences := Compare(r)
		if same := !strings.ContainsRune(c.open, ',') || c.open[0] == '['; differences != nil && same {
			t.Fatalf("%s: merge patch makes %.100s", c.open, patched)
		}
		plan, err := Inverse(a, b)
		if err != nil || len(plan.Bodies) != 1 || string(plan.Bodies[0]) != string(b) {
			t.Fatalf("%s: %v", c.open, err)
		}
		// The deepest patch there is, on nothing.
		deep := []byte(strings.Repeat(c.open, jsonspan.MaxDepth/2) + "1" + strings.Repeat(c.closing, jsonspan.MaxDepth/2))
		if got := MergePatch([]byte("0"), deep); !jsonspan.Equal(got, deep) {
			t.Fatalf("%s: merge patch of nothing makes %.100s", c.open, got)
		}
	}
}

// TestDepthRefused holds that a million levels are refused in either text.
func TestDepthRefused(t *testing.T) {
	for _, c := range nestings {
		for _, deep := range [][]byte{nested(1_000_000, c.open, "1", c.closing), nested(1_000_000, c.open, "", "")} {
			for _, texts := range [][2][]byte{{deep, []byte(`{}`)}, {[]byte(`{}`), deep}, {deep, deep}} {
				_, err := Apply(texts[0], texts[1])
				_, err2 := Inverse(texts[0], texts[1])
				for _, err := range []error{err, err2} {
					if errs, _ := err.(jsonspan.Errors); len(errs) == 0 || errs[0].Code != jsonspan.CodeTooDeep {
						t.Fatalf("%s: %.300v", c.open, err)
					}
				}
			}
		}
	}
}

// object returns an object of about n bytes: its inside is the part again and
// again, each # replaced by a number.
func object(n int, head, part, tail string) []byte {
	b := []byte(head)
	for i := 0; len(b) < n; i++ {
		b = append(b, strings.ReplaceAll(part, "#", fmt.Sprint(i))...)
	}
	return append(b, tail...)
}

// TestHostile holds that what costs much in other engines costs at most 30
// times what a plain profile of the same size does.
func TestHostile(t *testing.T) {
	const size = 1 << 18
	work := func(profile, body []byte) func() {
		return func() {
			if r, err := Apply(profile, body); err == nil {
				Compare(r)
			}
			Inverse(profile, body)
		}
	}
	wide := func(part string) []byte { return object(size, `{"user_metadata":{`, part, `"":0}}`) }
	plain := work(wide(`"property #":"value #",`), wide(`"property #":"another #",`))
	for _, c := range []struct{ profile, body []byte }{
		{wide(`"#":null,`), wide(`"#":0,`)},
		{wide(`"#":0,`), wide(`"#":null,`)},
		{wide(`"\u0061#":0,`), wide(`"a#":{},`)},
		{wide(`"a#":[],`), wide(`"b#":[],`)},
		{[]byte(`{}`), wide(`"a#":null,`)},
		{[]byte(`{"user_metadata":0}`), wide(`"a#":null,"b#":0,`)},
		{object(size, `{`, `"#":0,`, `"":0}`), object(size, `{`, `"#":null,`, `"":0}`)},
		{object(size, `{`, `"#":0,`, `"":0}`), object(size, `{`, `"x#":{},`, `"":0}`)},
		{object(size, `{"user_metadata":{"`, `\u00e9`, `":1}}`), object(size, `{"user_metadata":{"`, `é`, `":2}}`)},
		{object(size, `{"user_metadata":{"a":"`, `\\`, `"}}`), object(size, `{"user_metadata":{"a":"`, `\"`, `"}}`)},
		{object(size, `{"user_metadata":{"a":`, `1`, `}}`), object(size, `{"user_metadata":{"a":1.`, `0`, `e1}}`)},
		{object(size, `{"user_metadata":{"a":[`, `[[]],`, `0]}}`), object(size, `{"user_metadata":{"a":[`, `{"#":[]},`, `0]}}`)},
		{object(size, `{"user_metadata":{"a":`, ` `, `1}}`), object(size, `{"user_metadata":{`, "\n", `}}`)},
		{object(size, `{"user_metadata":`, ` `, `{}}`), object(size, `{"user_metadata":{"a":0`, ` `, `}}`)},
		{object(size, `{`, `"#":0 ,`, `"":0}`), object(size, `{`, `"#":0 ,`, `"":}`)},
		{nested(9_000, `{"a":`, `1`, `}`), nested(9_000, `{"a":`, `2`, `}`)},
		{nested(9_000, `{"a":[`, `1`, `,0]}`), nested(9_000, `{"a":[`, `2`, `]}`)},
	} {
		hostile := work(c.profile, c.body)
		for try := 1; ; try++ {
			start := time.Now()
			hostile()
			middle := time.Now()
			plain()
			if h, p := middle.Sub(start), time.Since(middle); h <= 30*p+20*time.Millisecond {
				break
			} else if try == 3 {
				t.Errorf("%.60s + %.60s: %v, a plain one takes %v", c.profile, c.body, h, p)
				break
			}
		}
	}
}
