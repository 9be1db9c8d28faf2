package explain

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// lostOracle is what the package documentation calls lost, once more, over
// what encoding/json makes of the two values, in no order.
func lostOracle(old, new any, at string) []string {
	var out []string
	token := func(name string) string { return string(jsonspan.AppendPointer([]byte(at), name)) }
	switch old := old.(type) {
	case map[string]any:
		members, same := new.(map[string]any)
		for name, v := range old {
			if w, found := members[name]; !same || !found {
				out = append(out, token(name))
			} else {
				out = append(out, lostOracle(v, w, token(name))...)
			}
		}
	case []any:
		elements, same := new.([]any)
		for i, v := range old {
			p := token(strconv.Itoa(i))
			switch v.(type) {
			case map[string]any, []any:
				if !same || i >= len(elements) {
					out = append(out, p)
				} else {
					out = append(out, lostOracle(v, elements[i], p)...)
				}
			default:
				if !same || !slices.ContainsFunc(elements, func(w any) bool { return sameScalar(v, w) }) {
					out = append(out, p)
				}
			}
		}
	}
	return out
}

func sameScalar(v, w any) bool {
	n, isNumber := v.(json.Number)
	m, both := w.(json.Number)
	return v == w || isNumber && both && jsonspan.SameNumber([]byte(n), []byte(m))
}

func decode(t *testing.T, text string) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader([]byte(text)))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return v
}

// holdLost holds what is said to be lost when one value takes another's place.
func holdLost(t *testing.T, old, new string) {
	t.Helper()
	body := []byte(`{"user_metadata":{"p":` + new + `}}`)
	r, err := merge.Apply([]byte(`{"user_metadata":{"p":`+old+`}}`), body)
	if err != nil {
		return
	}
	steps := Steps(r)
	Warnings(r, steps)
	if len(steps) != 1 || steps[0].Op != merge.Replaced {
		if len(steps) == 1 && len(steps[0].Lost) > 0 {
			t.Fatalf("%s to %s: something is lost though nothing is replaced", old, new)
		}
		return
	}
	var got []string
	for _, l := range steps[0].Lost {
		got = append(got, l.Pointer)
	}
	want := lostOracle(decode(t, old), decode(t, new), "/user_metadata/p")
	slices.Sort(got)
	slices.Sort(want)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("%s to %s: lost %q, want %q", old, new, got, want)
	}
}

// FuzzLost holds the lost values of any two values.
func FuzzLost(f *testing.F) {
	for _, p := range [][2]string{
		{`{"a":1,"b":{"c":[1,2,{"d":null}],"e":{}}}`, `{"b":{"c":[2,3,{"x":1}]}}`}, {`[1,1.0,"a","\u0061",null,true]`, `["a",1]`},
		{`[[1],[2],{"a":0}]`, `[[2],[1]]`}, {`{"a":[]}`, `{"a":{}}`}, {`{"a/b":{"~":1}}`, `{"a\/b":{}}`}, {`{"":{"":0}}`, `{"":0}`},
		{`[{"a":1},{"a":2}]`, `[{"a":1}]`}, {`[[]]`, `[0,[]]`}, {`{"a":{"b":{"c":1,"d":2}}}`, `{"a":{"b":{"c":2}}}`}, {`[1,2]`, `"12"`}, {`"a"`, `{}`},
	} {
		f.Add(p[0], p[1])
		f.Add(p[1], p[0])
	}
	f.Fuzz(func(t *testing.T, old, new string) {
		for _, text := range []string{old, new} {
			if _, errs := jsonspan.Check([]byte(text)); errs != nil {
				return
			}
		}
		holdLost(t, old, new)
	})
}
