package snippet

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
)

// fuzzLiteral holds what writes a text to a reader of the language's rules.
func fuzzLiteral(f *testing.F, write func(c *Code, s string), read func(t *testing.T, literal string) string) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := &Code{}
		write(c, s)
		code := c.String()
		if i := strings.IndexFunc(code, hidden); i >= 0 {
			t.Fatalf("%.4q stands in the code as it is", code[i:])
		}
		want := string([]rune(s)) // bytes that are no text become U+FFFD
		if got := read(t, code); got != want {
			t.Fatalf("%.300q became %.300q in %.300s", want, got, code)
		}
	})
}

// hidden is shown said again, for a test that holds it: what a literal never
// has but escaped. A carriage return is one: editors and compilers change it.
func hidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == 0xa0 || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
}

// sum splits a sum of literals, of which none has a quote that is not escaped.
func sum(code string) []string {
	var parts []string
	start, in := 0, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case in && c == '\\':
			i++
		case c == '"' && in:
			parts, in = append(parts, code[start:i+1]), false
		case c == '"':
			start, in = i, true
		case !in && !strings.ContainsRune(" \n\t+", rune(c)):
			return append(parts, "no literal: "+code[i:])
		}
	}
	return parts
}

func readSum(t *testing.T, code string) string {
	var b strings.Builder
	for _, part := range sum(code) {
		if !strings.HasPrefix(part, `"`) || strings.Contains(part, "\n") {
			t.Fatalf("%.300s in %.300s", part, code)
		}
		b.WriteString(unescapeC(t, part[1:len(part)-1]))
	}
	return b.String()
}

// unescapeC reads the escapes that Java and C# share, and Java's \s.
func unescapeC(t *testing.T, s string) string {
	var units []uint16
	for i := 0; i < len(s); {
		if s[i] != '\\' {
			end := strings.IndexByte(s[i:], '\\')
			if end < 0 {
				end = len(s) - i
			}
			units = append(units, utf16.Encode([]rune(s[i:i+end]))...)
			i += end
			continue
		}
		if s[i+1] == 'u' {
			n, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			units = append(units, uint16(n))
			i += 6
			continue
		}
		at := strings.IndexByte(`n\"rts`, s[i+1])
		if at < 0 {
			t.Fatalf("no such escape: %.3s", s[i:])
		}
		units = append(units, uint16("\n\\\"\r\t "[at]))
		i += 2
	}
	return string(utf16.Decode(units))
}
