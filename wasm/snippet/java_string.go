package snippet

import (
	"strings"
	"unicode"
)

// maxJavaLiteral is the most bytes in one literal, or in a sum of literals:
// what a class file holds in one constant is 65535 (JVMS 4.4.7).
const maxJavaLiteral = 60_000

const javaIndent = "\n                "

// addJava writes any text as an expression: a text block, where it has several
// lines that one holds without changing them.
func (c *Code) addJava(s string) *Code {
	switch {
	case javaSize(s) > maxJavaLiteral:
		return c.addJavaChunks(s)
	case !severalLines(s):
		return c.str(doubleQuote(s))
	case !verbatim(s) || strings.ContainsFunc(s, func(r rune) bool { return r > 0x7f && unicode.IsSpace(r) }):
		return c.addLines(s, javaIndent+"+ ")
	}
	return c.str(textBlock(s))
}

// textBlock writes text of several lines (JLS 3.10.6). The compiler takes away
// the indentation that all lines share and the white space that ends a line,
// before it reads escapes: an escape protects what it would take.
func textBlock(s string) string {
	lines := strings.Split(s, "\n")
	indented := true
	for i, line := range lines {
		blank := line == "" && i < len(lines)-1 // the last has the quotes
		indented = indented && (blank || strings.HasPrefix(line, " "))
	}
	var b strings.Builder
	growFor(&b, s)
	b.WriteString(`"""`)
	for i, line := range lines {
		end := i == len(lines)-1
		if line == "" && !end {
			b.WriteByte('\n')
			continue
		}
		b.WriteString(javaIndent)
		writeBlockLine(&b, line, indented, end)
	}
	b.WriteString(`"""`)
	return b.String()
}

// writeBlockLine writes one line of a text block. If all are indented, each
// begins with an escape.
func writeBlockLine(b *strings.Builder, line string, indented, last bool) {
	quotes := 0
	for i, r := range line {
		if r != '"' {
			quotes = 0
		}
		end := i == len(line)-1
		switch {
		case r == '"':
			if quotes++; quotes == 3 || end && last {
				b.WriteByte('\\')
				quotes = 0
			}
			b.WriteByte('"')
		case r == '\\':
			b.WriteString(`\\`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == ' ' && (end || indented && i == 0):
			b.WriteString(`\s`)
		default:
			b.WriteRune(r)
		}
	}
}

// addJavaChunks writes a text that is too long for one literal.
func (c *Code) addJavaChunks(s string) *Code {
	c.plain("String.").function("join").plain("(").str(`""`)
	for s != "" {
		end, size := len(s), 0
		for i, r := range s {
			if size += javaBytes(r); size > maxJavaLiteral {
				end = i
				break
			}
		}
		c.plain("," + javaIndent).str(doubleQuote(s[:end]))
		s = s[end:]
	}
	return c.plain(")")
}

// javaSize returns the length of a text in a class file: in modified UTF-8,
// which has two bytes for NUL and six where UTF-8 has four.
func javaSize(s string) (n int) {
	for _, r := range s {
		n += javaBytes(r)
	}
	return n
}

func javaBytes(r rune) int {
	switch {
	case r > 0 && r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case r < 0x10000:
		return 3
	}
	return 6
}
