package explain

import (
	"strings"
	"testing"

	"mergebook/wasm/merge"
)

func TestAction(t *testing.T) {
	for _, c := range []struct{ profile, body, want string }{
		{`{"user_metadata":{"addresses":{"home":1,"work":2}}}`, `{"user_metadata":{"addresses":{"home":3}}}`, "Keep the other addresses"},
		{`{"user_metadata":{"address":{"home":1,"work":2}}}`, `{"user_metadata":{"address":{"home":3}}}`, "Keep the rest of address"},
		{`{"user_metadata":{"a/~s":{"x":1,"y":2}}}`, `{"user_metadata":{"a/~s":{"x":3}}}`, "Keep the other a/~s"},
		{`{"user_metadata":{"":{"x":1,"y":2}}}`, `{"user_metadata":{"":{"x":3}}}`, "Keep the rest"},
		{`{"user_metadata":{"` + strings.Repeat("é", 31) + `":{"x":1,"y":2}}}`, `{"user_metadata":{"` + strings.Repeat("é", 31) + `":{"x":3}}}`, "Keep the rest"},
		{`{"user_metadata":{"Theme":1}}`, `{"user_metadata":{"theme":2}}`, `Write "Theme"`},
		{`{}`, `{"user_metadata":{"a":null}}`, "Take it out of the body"},
		{`{}`, `{"user_metadata":{"a.b":1}}`, ""},
	} {
		r, err := merge.Apply([]byte(c.profile), []byte(c.body))
		if err != nil {
			t.Fatal(err)
		}
		warnings := Warnings(r, Steps(r))
		if len(warnings) == 0 || warnings[0].Action() != c.want {
			t.Errorf("%s %s: %+v, want %q", c.profile, c.body, warnings, c.want)
		}
	}
}
