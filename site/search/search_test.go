package search

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "",
		"PATCH it, don't: user_metadata!": "patch it don t user_metadata user metadata",
		"Zürich 1.5e3 __x__ _ ŁÓDŹ 日本":    "zürich 1 5e3 x łódź 日本",
		strings.Repeat("a", 65) + " b":    "b",
		"a\xffb \xff":                     "a b",
	} {
		var all []string
		Words(text, nil, func(word []byte) { all = append(all, string(word)) })
		if got := strings.Join(all, " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestIndex(t *testing.T) {
	v := NewVocabulary([]string{"nowhere", "merge"})
	one := Page{Title: "Merge", URL: "/merge/", Description: "How to merge", Headings: [][2]string{{"Merge <b>", "merge-b"}}}
	one.Words = v.Weigh(one, []string{"<p class=\"patch\">merge ", "merge merge merge merge merge <code>user_id</code></p>"})
	two := Page{Title: "Über", URL: "/u/"}
	two.Words = v.Weigh(two, []string{"&lt;mail&gt; <a href=\"/merge/\">mai</a>"})
	files := Index(v, []Page{one, two})
	var about struct {
		Files []string
		Pages [][]any
	}
	if err := json.Unmarshal(files["pages.json"], &about); err != nil {
		t.Fatal(err)
	}
	if len(about.Files) != len(files)-1 {
		t.Errorf("it tells of the files %v", about.Files)
	}
	if want := [][]any{{"Merge", "/merge/", "How to merge", []any{[]any{"Merge <b>", "merge-b"}}}, {"Über", "/u/", "", []any{}}}; !reflect.DeepEqual(about.Pages, want) {
		t.Errorf("pages are %v", about.Pages)
	}
	for name, want := range map[string]map[string][]int{
		"m.json":  {"merge": {0, 22}, "mail": {1, 1}, "mai": {1, 1}},
		"u.json":  {"user_id": {0, 1}, "user": {0, 1}},
		"u0.json": {"über": {1, 10}},
		"l.json":  nil, // &lt; is a sign
		"n.json":  nil, // no page has this one any more
		"p.json":  nil, // a class is no text
	} {
		var got map[string][]int
		if files[name] != nil {
			if err := json.Unmarshal(files[name], &got); err != nil {
				t.Fatal(err)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}
