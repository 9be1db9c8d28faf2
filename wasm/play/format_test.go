package play

import (
	"encoding/json"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
)

func TestFormat(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`{}`, `{}`},
		{` { "n" : 1.50e+2, "s":"\u00e9 \\\" {[," ,"a":[ 1 ,[ ],{ }]} `, "{\n  \"n\": 1.50e+2,\n  \"s\": \"\\u00e9 \\\\\\\" {[,\",\n  \"a\": [\n    1,\n    [],\n    {}\n  ]\n}"},
		{`{"b":1,"a":-0}`, "{\n  \"b\": 1,\n  \"a\": -0\n}"},
	} {
		var got struct {
			OK   bool
			Text string
		}
		if err := json.Unmarshal(Format([]byte(c.text)), &got); err != nil || !got.OK || got.Text != c.want {
			t.Errorf("%s: %v, %v, got\n%s\nwant\n%s", c.text, err, got.OK, got.Text, c.want)
		}
		if n := len(c.text) + indentation([]byte(c.text)); n < len(got.Text) {
			t.Errorf("%s: %d bytes are foreseen, %d come", c.text, n, len(got.Text))
		}
		if again := Format([]byte(c.want)); string(again) != string(Format([]byte(c.text))) {
			t.Errorf("%s: formatted twice it is %s", c.text, again)
		}
	}
}

// TestFormatRefuses holds that a bad text is not touched, and that a deep one
// cannot ask for memory without end.
func TestFormatRefuses(t *testing.T) {
	deep := `{"a":` + strings.Repeat("[", jsonspan.MaxDepth-2) + strings.Repeat("]", jsonspan.MaxDepth-2) + `}`
	for text, errors := range map[string]int{`{"a":1,}`: 1, `{"a":1,"a":2}`: 1, `[]`: 1, ``: 1, `{"a":"\`: 1, deep: 0} {
		var got struct {
			OK     bool
			Errors []struct{ Text string }
		}
		if err := json.Unmarshal(Format([]byte(text)), &got); err != nil || got.OK || len(got.Errors) != errors {
			t.Errorf("%.20s: %v, %+v", text, err, got)
		}
	}
}
