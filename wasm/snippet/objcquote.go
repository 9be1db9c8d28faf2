package snippet

import (
	"strings"

	"mergebook/wasm/har"
)

// objcQuote writes any text as an NSString literal.
func objcQuote(s string, indent int) string { return cQuote(s, "@", indent) }

// cQuote writes any text as a C string literal in UTF-8, each line of it as a
// literal of its own: the compiler joins neighbours. Escapes are octal, which
// end after three digits (those of \x do not), and \u from 0xA0 on (C11,
// section 6.4.3).
func cQuote(s, at string, indent int) string {
	var b strings.Builder
	growFor(&b, s)
	b.WriteString(at + `"`)
	question := false
	for i, r := range s {
		switch {
		case r == '"' || r == '\\' || r == '?' && question: // ??/ is a trigraph
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
			if indent > 0 && i+1 < len(s) {
				b.WriteString("\"\n" + strings.Repeat(" ", indent) + at + `"`)
			}
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0xa0 && !shown(r):
			writeOctal(&b, r)
		case har.Invisible(r):
			writeHex(&b, `\u`, r, 4)
		default:
			b.WriteRune(r)
		}
		question = r == '?'
	}
	b.WriteByte('"')
	return b.String()
}
