package dialect

import (
	"strings"
	"testing"
)

// TestExpressions holds what expressions come to; "-" is one that is not read.
func TestExpressions(t *testing.T) {
	known := map[string]value{"name": {kind: textValue, text: "Ada"}, "empty": {kind: textValue}, "n": {kind: numValue, text: "3"}, "o": {kind: objValue}, "off": valueOf("false")}
	lookup := func(name string) value {
		if v, ok := known[name]; ok {
			return v
		}
		return value{kind: noValue}
	}
	for s, want := range map[string]string{
		`name`: "Ada", ` name `: "Ada", `"a\"b\n"`: "a\"b\n", `'it''s'`: "-", "`x`": "x", `3.5`: "3.5", `true`: "true",
		`typeof name`: "string", `typeof nobody`: "undefined", `typeof o`: "object", `typeof off`: "boolean", `typeof n == 'number'`: "true",
		`!name`: "false", `!!name`: "true", `!empty`: "true", `!o`: "false", `!off`: "true", `!nobody`: "true", `!null`: "true", `!0`: "true", `!0.0`: "true", `!10`: "false",
		`name == 'Ada'`: "true", `name === "ada"`: "false", `name != 'x'`: "true", `n == 3`: "true", `n === '3'`: "true", `o == o`: "false", `nobody == undefined`: "true", `null == null`: "true", `nobody == null`: "false",
		`name && n`: "3", `empty && n`: "", `empty || n`: "3", `empty || off || name`: "Ada", `(name == 'Ada') && !(n == 4)`: "true",
		`typeof nobody !== 'undefined' && nobody === true`: "false",
		`name.length > 1`: "-", `f(1)`: "-", `a ? b : c`: "-", `a + b`: "-", `name =`: "-", ``: "-", `(name`: "-", `name)`: "-", `a[0]`: "-", `=> x`: "-", `1a`: "-",
		strings.Repeat("(", 40) + "n" + strings.Repeat(")", 40): "3",
		strings.Repeat("(", 60) + "n" + strings.Repeat(")", 60): "-",
	} {
		got := "-"
		if e := parseExpression(s); e != nil {
			got = e(lookup).text
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", s, got, want)
		}
	}
	if _, arguments := parseCall(`'x', { a: name, 'b': [1, "2", ], c: { d: true }, })`); arguments == nil {
		t.Error("arguments are not read")
	} else if v := arguments(lookup); v.fields["a"].text != "Ada" || v.fields["b"].kind != objValue || argument(v.fields, "c.d").text != "true" {
		t.Errorf("arguments are %v", v.fields)
	}
}
