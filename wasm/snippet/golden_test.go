package snippet

import (
	"flag"
	"os"
	"testing"

	"mergebook/wasm/har"
)

var update = flag.Bool("update", false, "rewrite the goldens of testdata")

// ordinary is a request as documentation has them.
var ordinary = &har.Request{
	Method:      "PATCH",
	URL:         "https://YOUR_DOMAIN/api/v2/users/{id}",
	Headers:     []har.Pair{{Name: "Authorization", Value: "Bearer YOUR_ACCESS_TOKEN"}},
	QueryString: []har.Pair{{Name: "q", Value: `name:"Jane Doe"`}},
	Cookies:     []har.Pair{{Name: "a", Value: "b"}},
	PostData:    &har.PostData{MimeType: "application/json", Text: "{\n  \"user_metadata\": {\"motto\": \"it's $5\"}\n}"},
}

// TestGolden shows how the snippets of one ordinary request look.
func TestGolden(t *testing.T) {
	r := Normalize(ordinary)
	for _, l := range Languages() {
		file := "testdata/golden." + l.ID
		got := l.Write(r).String()
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || got != string(want) {
			t.Errorf("%s (%v): got\n%s\nwant\n%s", file, err, got, want)
		}
	}
}

// BenchmarkLanguages writes all languages: at most 0.3 ms are wanted.
func BenchmarkLanguages(b *testing.B) {
	for b.Loop() {
		r := Normalize(ordinary)
		for _, l := range Languages() {
			l.Write(r)
		}
	}
}
