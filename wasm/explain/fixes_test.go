package explain

import (
	"os"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// holdFixes holds that each fix does what its warning is about: nothing is
// lost any more, nothing else changes, or the warning is gone.
func holdFixes(t *testing.T, profile, body []byte, r *merge.Result) {
	t.Helper()
	steps := Steps(r)
	for _, w := range Warnings(r, steps) {
		if w.Step < -1 || w.Step >= len(steps) || w.Text == "" || w.Span.Start > w.Span.End || int(w.Span.End) > len(body) {
			t.Fatalf("%q + %q: warning %s of step %d at %v", profile, body, w.Code, w.Step, w.Span)
		}
		fixed := w.Fixed(body)
		if fixed == nil {
			continue
		}
		again, err := merge.Apply(profile, fixed)
		if err != nil {
			t.Fatalf("%q + %q: the fix of %s is %q: %v", profile, body, w.Code, fixed, err)
		}
		for _, other := range Warnings(again, Steps(again)) {
			if other.Code == w.Code && other.Pointer == w.Pointer {
				t.Fatalf("%q + %q: the fix of %s at %s is %q, which has it still: %s", profile, body, w.Code, w.Pointer, fixed, other.Text)
			}
		}
		switch w.Code {
		case CodeNoOp, CodeEqual:
			if !jsonspan.Equal(again.Bytes, r.Bytes) {
				t.Fatalf("%q + %q: the fix of %s at %s is %q, which makes %q instead of %q", profile, body, w.Code, w.Pointer, fixed, again.Bytes, r.Bytes)
			}
		case CodeNestedLoss:
			was := decode(t, string(steps[w.Step].After.Of(body)))
			for _, s := range Steps(again) {
				if s.Pointer == w.Pointer {
					if missing := lostOracle(was, decode(t, string(s.After.Of(fixed))), s.Pointer); missing != nil {
						t.Fatalf("%q + %q: the fix of %s is %q, which lacks %q of the body", profile, body, w.Code, fixed, missing)
					}
				}
			}
		}
	}
}

// FuzzFixes holds the fixes of any two texts.
func FuzzFixes(f *testing.F) {
	b, err := os.ReadFile(cases)
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range strings.Split(string(b), "\n\n")[1:] {
		var lines []string
		for line := range strings.Lines(p) {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, strings.TrimSuffix(line, "\n"))
			}
		}
		if len(lines) > 1 {
			f.Add([]byte(lines[0]), []byte(lines[1]))
		}
	}
	for _, p := range [][2]string{
		{`{"user_metadata":{"p":{"a":{"b":1,"c":2},"d":[1,{"e":3,"f":4}]}}}`, `{"user_metadata":{"p":{"d":[ 2 , { "e" : 5 } ],"a":{ }}}}`},
		{`{"user_metadata":{"p":{"a":1}},"q":{"b":1}}`, "{\n  \"user_metadata\": {\n    \"p\": {\n      \"x\": 1\n    }\n  },\n  \"q\": {}\n}"},
		{`{"user_metadata":{"p":1}}`, `{"user_metadata" : { "p" : 1 } , "app_metadata" : null}`},
		{`{"user_metadata":{"p":1,"r":2}}`, `{"user_metadata":{"q":null , "p":1.0}}`},
		{`{"user_metadata":{"p":{"a":[1,2,3]}}}`, `{"user_metadata":{"p":{"a":[],"n":{"m":null,"k":null},"l":[null]}}}`},
		{`{}`, `{"app_metadata":{"user_id":1},"user_id":2,"user_metadata":{"a":{"b":null},"c":{}}}`},
		{`{"user_metadata":{"Name":1,"é":2}}`, `{"user_metadata":{"name":1,"e\u0301":3,"NAME":4}}`},
	} {
		f.Add([]byte(p[0]), []byte(p[1]))
	}
	f.Fuzz(func(t *testing.T, profile, body []byte) {
		if r, err := merge.Apply(profile, body); err == nil {
			holdFixes(t, profile, body, r)
		}
	})
}
