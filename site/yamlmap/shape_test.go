package yamlmap

import (
	"strings"
	"testing"
)

// TestShapes holds which of these values has which shape.
func TestShapes(t *testing.T) {
	text := "nothing:\ntext: a\nflag: true\nnumber: -1.5\nlist: [a, b]\nnested: [a, [b]]\nmapping: {a: b}\n"
	entries, findings := Parse(Source{Text: []byte(text)})
	if findings != nil {
		t.Fatal(findings)
	}
	for shape, want := range map[Shape]string{
		Text:    "nothing text flag number",
		Texts:   "nothing text flag number list",
		Flag:    "nothing flag",
		Number:  "nothing number",
		Mapping: "nothing mapping",
		Any:     "nothing text flag number list nested mapping",
	} {
		var got []string
		for _, e := range entries {
			if _, bad := shape.Check(e.Value); !bad {
				got = append(got, e.Key)
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: got %s, want %s", shape, g, want)
		}
	}
	if wrong, _ := Texts.Check(entries[5].Value); wrong.Column != 13 {
		t.Errorf("the wrong part of a list is said to stand in column %d", wrong.Column)
	}
}
