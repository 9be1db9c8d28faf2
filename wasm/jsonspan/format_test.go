package jsonspan

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"
)

func TestFormat(t *testing.T) {
	src := []byte("\n{ \"a\" : [ 1.0 , {} , [ ] , \"x ,:\\\" y\" ] ,\r\n\t\"b\":{\"c\":null}} ")
	if got, want := string(AppendCompact(nil, src)), `{"a":[1.0,{},[],"x ,:\" y"],"b":{"c":null}}`; got != want {
		t.Errorf("compact: %s", got)
	}
	want := "{\r\n  \"a\": [\r\n    1.0,\r\n    {},\r\n    [],\r\n    \"x ,:\\\" y\"\r\n  ],\r\n  \"b\": {\r\n    \"c\": null\r\n  }\r\n}"
	if got := string(AppendIndent(nil, src, "  ", "\r\n")); got != want {
		t.Errorf("indented: %s", got)
	}
}

// TestFormatDifferential holds both against encoding/json.
func TestFormatDifferential(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 3000 {
		text := appendRandom(nil, r, 4)
		var compact, indented bytes.Buffer
		json.Compact(&compact, text)
		json.Indent(&indented, text, "", "\t")
		if got := AppendCompact(nil, text); !bytes.Equal(got, compact.Bytes()) {
			t.Fatalf("%s: compact %s", text, got)
		}
		if got := AppendIndent(nil, text, "\t", "\n"); !bytes.Equal(got, bytes.TrimRight(indented.Bytes(), " \t\r\n")) {
			t.Fatalf("%s: indented %s, want %s", text, got, indented.Bytes())
		}
	}
}
