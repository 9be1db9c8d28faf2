package highlight

import (
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
