package highlight

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
)

func TestCode(t *testing.T) {
	for _, c := range []struct{ language, code, want string }{
		{"json", `{"a": "<b>", "n": 1}`, `{<span class="nt">&#34;a&#34;</span>: <span class="s2">&#34;&lt;b&gt;&#34;</span>, <span class="nt">&#34;n&#34;</span>: <span class="mi">1</span>}`},
		{"JSON", `[null]`, `[<span class="kc">null</span>]`},
		{"no such language", `<script>`, `&lt;script&gt;`},
		{"", `a & b`, `a &amp; b`},
		{"json", "", ""},
	} {
		if got := Code(c.language, c.code); string(got) != c.want {
			t.Errorf("%s %q: got\n%s\nwant\n%s", c.language, c.code, got, c.want)
		}
	}
}

var blank = regexp.MustCompile(`(\s+)</span>`)

// TestJSON holds our lexer to chroma's on valid JSON, and on what authors add.
func TestJSON(t *testing.T) {
	for _, code := range []string{
		"{\n  \"a\" : [1, -2, 3.5, 1e9, -0.0E-7, 12345678901234567890],\n\t\"b\\\"\\\\\": {\"c\": null, \"\": true}\n}\n",
		`[false, "x: y", "\u00e9 \\" , {}, [], "a"]`,
		`"alone"`, "7", " \n", `{"a": "it's <b> & co"}`,
		"{\n  // a comment\n  \"a\": 1, \"b\": 2\n}",
	} {
		// White space looks the same in any span; there chroma's are longer.
		var b bytes.Buffer
		byChroma(&b, find("json"), code)
		want := blank.ReplaceAllString(b.String(), "</span>$1")
		if got := string(Code("json", code)); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", code, got, want)
		}
	}
	for code, want := range map[string]string{
		`{"a": "open`:                      `{<span class="nt">"a"</span>: <span class="s2">"open</span>`,
		`{ ... , "id": USER_ID-1 }`:        `{ ... , <span class="nt">"id"</span>: USER_ID<span class="mi">-1</span> }`,
		"[1, /* more\n */ 2]":              "[<span class=\"mi\">1</span>, <span class=\"cm\">/* more\n */</span> <span class=\"mi\">2</span>]",
		`{"a": nullx, "b": -, "c": 1 /* }`: `{<span class="nt">"a"</span>: nullx, <span class="nt">"b"</span>: -, <span class="nt">"c"</span>: <span class="mi">1</span> /* }`,
	} {
		if got := strings.ReplaceAll(string(Code("json", code)), "&#34;", `"`); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", code, got, want)
		}
	}
}

var tag = regexp.MustCompile(`<span class="[a-z0-9]+">|</span>`)

// TestKeepsText takes the spans away: what is left must be the code, in any
// language, whatever the lexer thinks of it.
func TestKeepsText(t *testing.T) {
	codes := []string{"", "\n", "a", "a\n\n", "a\r\nb\r\n", `<a href='x'>&amp;"</a>`, "{\"a\": \u2028 tru}\n...", "\x00\xff\xfe", "'unclosed", "`${x}`", strings.Repeat("[", 500)}
	for _, language := range []string{"json", "bash", "javascript", "html", "text", "java", "yaml", "xml", "c#", "diff"} {
		for _, code := range codes {
			got := html.UnescapeString(tag.ReplaceAllString(string(Code(language, code)), ""))
			if strings.ContainsRune(got, 0xfffd) && strings.ContainsAny(code, "\x00\xff") {
				continue // bytes that are no text may become U+FFFD
			}
			if got != lineEnds.Replace(code) {
				t.Errorf("%s: %q became %q", language, code, got)
			}
		}
	}
}
