package check

import (
	"testing"

	"mergebook/wasm/jsonspan"
)

func TestRelay(t *testing.T) {
	for _, c := range []struct{ text, want, out string }{
		{`{"a": 1}`, `{"a":2}`, `{"a": 2}`},
		{`{"a":1.50,"b":2}`, `{"b":2.0,"a":1.5}`, `{"a":1.50,"b":2}`},
		{`{"a":1}`, `{"a":12345678901234567890.0}`, `{"a":12345678901234567890.0}`},
		{"{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", `{"c":3}`, "{\n  \"c\": 3\n}"},
		{"{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", `{"a":1}`, "{\n  \"a\": 1\n}"},
		{"{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", `{"a":1,"c":4}`, "{\n  \"a\": 1,\n  \"c\": 4\n}"},
		{"{\n  \"a\": 1,\n  \"b\": 2\n}", `{"c":3,"a":1}`, "{\n  \"a\": 1,\n  \"c\": 3\n}"},
		{"{\r\n\t\"a\": {}\r\n}", "{\"a\":{\n \"x\": {\"y\":1},\n \"z\": []}, \"b\": [1,2]}", "{\r\n\t\"a\": {\r\n\t\t\"x\": {\"y\": 1},\r\n\t\t\"z\": []\r\n\t},\r\n\t\"b\": [1, 2]\r\n}"},
		{`{"a" : 1, "b" : 2}`, `{"a":1,"b":{"c":[]}}`, `{"a" : 1, "b" : {"c" : []}}`},
		{`{"a":1,"b":2}`, `{"a":1,"b":2,"c":3,"d":[4,{}]}`, `{"a":1,"b":2,"c":3,"d":[4, {}]}`},
		{`{}`, `{"a":1}`, `{"a": 1}`},
		{`{}`, "{\n\"a\":1}", "{\n  \"a\": 1\n}"},
		{`{ }`, `{"a":{ } }`, `{"a": {}}`},
		{`{"a":1}`, `{}`, `{}`},
		{`{"a":1}`, `{"b":"x y"}`, `{"b":"x y"}`},
		{"{\n    \"a\": 1\n}", `{"b":1}`, "{\n    \"b\": 1\n}"},
		{`{"a":[1,2,3]}`, `{"a":[1,4]}`, `{"a":[1,4]}`},
		{`{"a":[1, 2]}`, `{"a":[0,2,3]}`, `{"a":[0, 2, 3]}`},
		{"{\"a\": [\n    1\n  ]}", `{"a":[1,2]}`, "{\"a\": [\n    1,\n    2\n  ]}"},
		{`{"\u0061": 1, "b": 2}`, `{"a": 2}`, `{"\u0061": 2}`},
		{`{"a": "${x}", "b": 1}`, `{"a": "${x}", "b": 2}`, `{"a": "${x}", "b": 2}`},
		{`{"a": [{"b": [1]}]}`, `{"a": [{"b": {"c": null}}]}`, `{"a": [{"b": {"c": null}}]}`},
		// An element that is put in or taken out leaves the others as they are.
		{`[{"a" : 1},{"a":2.0}]`, `[{"a":0},{"a":1},{"a":2}]`, `[{"a" : 0},{"a" : 1},{"a":2.0}]`},
		{"[\n  {\"a\" : 1},\n  [ 2 ]\n]", `[true,{"a":1},{"b":1},[2],3]`, "[\n  true,\n  {\"a\" : 1},\n  {\"b\" : 1},\n  [ 2 ],\n  3\n]"},
		{"[\n  1.0, 2.0, 3.0, 4.0]", `[1,3,4]`, "[\n  1.0, 3.0, 4.0]"},
		{`[1.0, 2.0, 3.0]`, `[2,3]`, `[2.0, 3.0]`},
		{`[1.0]`, `[0,1]`, `[0, 1.0]`},
		{`[ 1.0 ]`, `[0,"x",1]`, `[ 0, "x", 1.0 ]`},
		{`[1.0, {"x" : 5}, 3.0]`, `[1,{"x":6},7,3]`, `[1.0, {"x" : 6}, 7, 3.0]`},
		{`[1.0,2.0,3.0,4.0]`, `[3,4,1,2]`, `[3.0,4.0,1,2]`},
	} {
		if got := string(Edited([]byte(c.text), 0, len(c.text), relay([]byte(c.text), []byte(c.want), lineEnd(c.text)))); got != c.out {
			t.Errorf("%s to %s: got\n%s\nwant\n%s", c.text, c.want, got, c.out)
		}
		if !jsonspan.Equal([]byte(c.out), []byte(c.want)) {
			t.Errorf("the case is wrong: %s", c.out)
		}
	}
}

// FuzzRelay holds that the text becomes what it shall, and that nothing is done
// to one that is so already.
func FuzzRelay(f *testing.F) {
	for _, s := range []string{"{\n  \"a\": [1, {\"b\": 2}],\n  \"c\": {\"d\": 1, \"e\": null}\n}", `{"c":{"e":1,"d":1},"a":[]}`, `{"a":[[1],[2,3]],"x":{}}`, "{ \"a\"\n:\r\n1 ,\t\"b\" : [\n]}", "{}"} {
		f.Add(s, `{"a": [1, {"b": 3, "f": "\u0061"}, 4], "c": {"e": null}, "g": 1e2}`)
		f.Add(`{"a": [1], "z": {"y": {"x": 1.0}}}`, s)
	}
	f.Fuzz(func(t *testing.T, text, want string) {
		for _, s := range []string{text, want} {
			if _, errs := jsonspan.Scan([]byte(s)); errs != nil {
				return
			}
		}
		got := string(Edited([]byte(text), 0, len(text), relay([]byte(text), []byte(want), lineEnd(text))))
		if _, errs := jsonspan.Scan([]byte(got)); errs != nil || !jsonspan.Equal([]byte(got), []byte(want)) {
			t.Errorf("%q to %q: got %q", text, want, got)
		}
		if again := relay([]byte(got), []byte(want), "\n"); again != nil {
			t.Errorf("%q to %q: then %v", text, want, again)
		}
	})
}
