package snippet

import (
	"flag"
	"os"
	"strings"
	"testing"

	"mergebook/wasm/har"
)

var update = flag.Bool("update", false, "rewrite the goldens of testdata")

// TestGolden shows how the snippets of one ordinary request look.
func TestGolden(t *testing.T) {
	r := Normalize(&har.Request{
		Method:      "PATCH",
		URL:         "https://YOUR_DOMAIN/api/v2/users/{id}",
		Headers:     []har.Pair{{Name: "Authorization", Value: "Bearer YOUR_ACCESS_TOKEN"}},
		QueryString: []har.Pair{{Name: "q", Value: `name:"Jane Doe"`}},
		Cookies:     []har.Pair{{Name: "a", Value: "b"}},
		PostData:    &har.PostData{MimeType: "application/json", Text: "{\n  \"user_metadata\": {\"motto\": \"it's $5\"}\n}"},
	})
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

// FuzzShellQuote holds the quoter to the shell's rules: read word by word, the
// literal gives the text back, and nothing stands outside of quotes but \'.
func FuzzShellQuote(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var text strings.Builder
		literal := shellQuote(s)
		for rest := literal; rest != ""; {
			if strings.HasPrefix(rest, `\'`) {
				text.WriteByte('\'')
				rest = rest[2:]
				continue
			}
			if rest[0] != '\'' {
				t.Fatalf("%q: %q is not quoted in %s", s, rest, literal)
			}
			end := strings.IndexByte(rest[1:], '\'')
			text.WriteString(rest[1 : 1+end])
			rest = rest[end+2:]
		}
		if text.String() != s {
			t.Fatalf("%q became %q", s, text.String())
		}
	})
}
