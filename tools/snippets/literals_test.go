package snippets

import (
	"slices"
	"strings"
	"testing"

	"mergebook/wasm/har"
	"mergebook/wasm/snippet"
)

// A reader returns the strings that a program holds, by the language's rules.
type reader func(t testing.TB, code string) []string

// literals says how to read a language that cannot run here, and which strings
// a request must give, in the order of the program.
var literals = map[string]struct {
	read reader
	want func(r *snippet.Request) []string
}{
	"powershell": {readPowerShell, wantPowerShell},
	"swift":      {readSwift, wantApple},
	"objc":       {readObjC, func(r *snippet.Request) []string { return append(wantApple(r), "%@", "%ld", "%@") }},
}

// TestLiterals reads the programs that cannot run: their strings must be those
// of the request, and nothing of it may stand elsewhere.
func TestLiterals(t *testing.T) {
	for id := range unrun {
		if _, ok := literals[id]; !ok {
			t.Errorf("say in literals how to read %s", id)
		}
	}
	for _, h := range requests(t) {
		t.Run(h.Comment, func(t *testing.T) { readAll(t, h) })
	}
}

// readAll reads one request in all languages that cannot run.
func readAll(t testing.TB, h *har.Request) {
	r := snippet.Normalize(h.Map(strings.NewReplacer("HOST6", "[::1]:8080", "HOST", "127.0.0.1:8080").Replace))
	for id, how := range literals {
		l, _ := snippet.Find(id)
		code := l.Write(r).String()
		got, want := how.read(t, code), how.want(r)
		if !slices.Equal(got, want) {
			t.Errorf("%s reads\n%.900q\nwant\n%.900q\nin\n%.2000s", id, got, want, code)
		}
		if strings.Count(code, canary) > strings.Count(strings.Join(want, ""), canary) {
			t.Errorf("%s has text of the request outside of literals", id)
		}
	}
}

// wantApple lists what both languages of Apple set.
func wantApple(r *snippet.Request) []string {
	want := []string{canonicalURL(r.URL)}
	if r.Method != "GET" {
		want = append(want, r.Method)
	}
	for _, h := range r.Headers {
		want = append(want, h.Value, h.Name)
	}
	if r.Body != "" {
		want = append(want, r.Body)
	}
	return want
}

// canonicalURL allows brackets, braces and bars to be percent-encoded.
func canonicalURL(s string) string {
	return strings.NewReplacer("%5B", "[", "%5D", "]", "%7B", "{", "%7D", "}", "%7C", "|").Replace(s)
}

// wantPowerShell lists the words of the commands, with the body where it is.
func wantPowerShell(r *snippet.Request) []string {
	body := r.Body
	if r.Method == "HEAD" {
		body = ""
	}
	file := len(body) > 10_000 || strings.ContainsFunc(body, func(c rune) bool { return c == 0 || c > 0x7e && c != 0x7f })
	var want []string
	if file {
		want = append(want, body)
	}
	if r.Method != "HEAD" && (r.Method != "GET" || body != "") {
		want = append(want, r.Method)
	}
	want = append(want, r.URL)
	for _, h := range r.Headers {
		if h.Value == "" {
			want = append(want, h.Name+";")
		} else {
			want = append(want, h.Name+": "+h.Value)
		}
	}
	if _, typed := r.Header("Content-Type"); !typed && body != "" {
		want = append(want, "Content-Type:")
	}
	switch {
	case file:
		want = append(want, "@<file>")
	case body != "":
		want = append(want, body)
	}
	return want
}

// FuzzLiterals holds the quoters to the languages' rules: read back, any text
// as a body and, without NUL, as a header gives itself.
func FuzzLiterals(f *testing.F) {
	for _, s := range []string{"", "'", "\"", "\"\"\"\n\"", "\\(a)\n\\#(b)", "\"#\n", "??/", "a\x001", "\u0085\u202e", "’$x`", "\r\n", "\\"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		r := &snippet.Request{Method: "PUT", URL: "http://host/", Headers: []har.Pair{{Name: "Content-Type", Value: "a"}}, Body: s}
		if !strings.Contains(s, "\x00") {
			r.Headers = append(r.Headers, har.Pair{Name: "X", Value: s})
		}
		for id, how := range literals {
			l, _ := snippet.Find(id)
			code := l.Write(r).String()
			if got, want := how.read(t, code), how.want(r); !slices.Equal(got, want) {
				t.Errorf("%s reads %q, want %q, in\n%s", id, got, want, code)
			}
		}
	})
}
