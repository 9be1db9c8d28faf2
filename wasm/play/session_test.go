package play

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"
)

// TestSession holds that the edits, made as a browser makes them, lead to the
// result, in the same memory again and again, and that the rest of the answer
// is that of Apply.
func TestSession(t *testing.T) {
	long := strings.Repeat("é😀x—", 300)
	var s Session
	for _, c := range [][2]string{
		{`{}`, `{}`},
		{`{"a":1}`, `{"b":2}`},
		{`{"` + long + `":"` + long + `","user_metadata":{"a":{"home":"ü😀","w":1},"é":"😀"},"z":"` + long + `"}`, `{"user_metadata":{"é":"` + long + `","a":{"w":2},"n":"é"},"z":null}`},
		{`{"a":1,}`, `{}`},
		{"{\n  \"user_metadata\": {\n    \"é\": 1,\n    \"b\": 2\n  }\n}", `{"user_metadata":{"é":null,"c":{"d":"—😀"},"e":[]},"app_metadata":{"x":1,"y":null}}`},
		{`{"a":"😀","b":"` + long + `"}`, `{"a":null,"b":null}`},
		{`{"a":1}`, `{"user_metadata":0}`},
	} {
		profile := utf16.Encode([]rune(c[0]))
		ok := s.Merge([]byte(c[0]), []byte(c[1]), len(profile))
		var want, got answer
		if err := json.Unmarshal(Apply([]byte(c[0]), []byte(c[1])).AppendJSON(nil), &want); err != nil {
			t.Fatal(err)
		}
		form := s.Explain(nil)
		if err := json.Unmarshal(form, &got); err != nil {
			t.Fatalf("%v in %s", err, form)
		}
		if ok != want.OK {
			t.Fatalf("%.99s: merged %v", c, ok)
		}
		if ok {
			got.Result = edited(profile, s.Edits(), utf16.Encode([]rune(string(s.Text()))))
		}
		g, _ := json.Marshal(got)
		w, _ := json.Marshal(want)
		if string(g) != string(w) {
			t.Errorf("%.99s: got\n%.999s\nwant\n%.999s", c, g, w)
		}
	}
}

func edited(profile []uint16, edits []uint32, text []uint16) string {
	var out []uint16
	at, from := uint32(0), uint32(0)
	for i := 0; i < len(edits); i += 3 {
		out = append(append(out, profile[at:edits[i]]...), text[from:from+edits[i+2]]...)
		at, from = edits[i+1], from+edits[i+2]
	}
	return string(utf16.Decode(append(out, profile[at:]...)))
}
