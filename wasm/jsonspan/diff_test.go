package jsonspan

import (
	"fmt"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{`{"a":1}`, `{ "a" : 1.0 }`, ``},
		{`1`, `2`, ` 1 2`},
		{`{"a":1,"b":2}`, `{"b":3,"c":4}`, `/a 1 -|/b 2 3|/c - 4`},
		{`{"a":{"x":1,"y":[1,2,{"z":0}]},"b":1}`, `{"b":2,"a":{"y":[1,3,{"z":1},4]}}`, `/a/x 1 -|/a/y/1 2 3|/a/y/2/z 0 1|/a/y/3 - 4|/b 1 2`},
		{`{"a":{}}`, `{"a":[]}`, `/a {} []`},
		{`[1,2]`, `[1]`, `/1 2 -`},
		{`{"a/b":"é","\u0063":1}`, `{"a/b":"\u00e9","c":2}`, `/c 1 2`},
	} {
		var got []string
		for _, d := range Diff([]byte(c.a), []byte(c.b)) {
			side := func(text string, s Span) string {
				if s.Len() == 0 {
					return "-"
				}
				return text[s.Start:s.End]
			}
			got = append(got, fmt.Sprintf("%s %s %s", d.Pointer, side(c.a, d.A), side(c.b, d.B)))
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%s against %s: got %q, want %q", c.a, c.b, g, c.want)
		}
		if (len(got) == 0) != Equal([]byte(c.a), []byte(c.b)) {
			t.Errorf("%s against %s: Equal thinks otherwise", c.a, c.b)
		}
	}
}
