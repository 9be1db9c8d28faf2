package snippet

import (
	"strings"
	"unicode/utf8"

	"mergebook/wasm/har"
)

// jsQuote writes any text as a JavaScript string literal (ECMA-262, section
// 12.9): in the quotes that need fewer escapes, and text of several lines as a
// template literal, which keeps its layout.
func jsQuote(s string) string {
	quote := '"'
	switch {
	case strings.Contains(s, "\n"):
		quote = '`'
	case strings.Count(s, `"`) > strings.Count(s, "'"):
		quote = '\''
	}
	var b strings.Builder
	growFor(&b, s)
	b.WriteRune(quote)
	for i, r := range s {
		switch {
		case r == '\n' && quote == '`':
			b.WriteByte('\n')
		case r == '$' && quote == '`' && strings.HasPrefix(s[i:], "${"):
			b.WriteString(`\$`)
		case r == quote || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			writeJS(&b, r)
		}
	}
	b.WriteRune(quote)
	return b.String()
}

// jsHeaderValue writes the value of a header. fetch takes each character of
// it for one byte, so the bytes of UTF-8 are written one by one.
func jsHeaderValue(s string) string {
	if isASCII(s) {
		return jsQuote(s)
	}
	var b strings.Builder
	b.WriteByte('"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < utf8.RuneSelf:
			writeJS(&b, rune(c))
		default:
			writeHex(&b, `\x`, rune(c), 2)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// writeJS writes one character, escaped when it could not be seen as what it
// is.
func writeJS(b *strings.Builder, r rune) {
	switch {
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`) // raw, a template literal would make it a line feed
	case r == '\t':
		b.WriteString(`\t`)
	case r < ' ' || r >= 0x7f && r < 0xa0:
		writeHex(b, `\x`, r, 2)
	case har.Invisible(r):
		writeHex(b, `\u`, r, 4)
	default:
		b.WriteRune(r)
	}
}

func writeHex(b *strings.Builder, prefix string, r rune, digits int) {
	const hex = "0123456789abcdef"
	b.WriteString(prefix)
	for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
		b.WriteByte(hex[r>>shift&15])
	}
}
