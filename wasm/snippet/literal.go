package snippet

import (
	"strings"
	"unicode/utf8"
)

// growFor makes room for a literal of the text: quotes, and an escape for one
// character in eight. A builder that grows by itself copies what it has each time.
func growFor(b *strings.Builder, s string) { b.Grow(len(s) + len(s)/8 + 8) }

// doubleQuote writes any text as a string literal of Go, Java and C#, which
// agree about these escapes. Java reads \u before it knows that it is in a
// string, so no quote, backslash or line end is ever written as one; and a
// text's own \u begins with two backslashes here, which no \u may.
func doubleQuote(s string) string {
	var b strings.Builder
	growFor(&b, s)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case !shown(r):
			writeHex(&b, `\u`, r, 4)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// maxLines is the most lines that are laid out as lines: compilers take a sum
// of thousands of literals badly, and nobody reads it.
const maxLines = 500

// severalLines reports whether the text is worth a layout of its own.
func severalLines(s string) bool {
	n := strings.Count(strings.TrimSuffix(s, "\n"), "\n")
	return n > 0 && n < maxLines
}

// verbatim reports whether the text can stand as it is in a literal without
// escapes: each character is seen, and no editor or compiler changes it.
func verbatim(s string) bool {
	return utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !shown(r) && r != '\n' && r != '\t' })
}

// addLines writes the text as a sum of literals, one a line; join is what
// stands between two.
func (c *Code) addLines(s, join string) *Code {
	lines := strings.SplitAfter(s, "\n")
	if n := len(lines); lines[n-1] == "" { // a line feed at the end makes no line
		lines = lines[:n-1]
	}
	for i, line := range lines {
		if i > 0 {
			c.plain(join)
		}
		c.str(doubleQuote(line))
	}
	return c
}
