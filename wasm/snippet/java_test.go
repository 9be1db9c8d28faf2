package snippet

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// FuzzJavaQuote reads in Java's order: \u first, then the indentation of text
// blocks, then the escapes (JLS 3.3 and 3.10).
func FuzzJavaQuote(f *testing.F) {
	fuzzLiteral(f, func(c *Code, s string) { c.addJava(s) }, func(t *testing.T, code string) string {
		code = javaUnicode(t, code)
		if list, found := strings.CutPrefix(code, `String.join("",`); found {
			return readSum(t, strings.ReplaceAll(strings.TrimSuffix(list, ")"), ","+javaIndent, "+"))
		}
		if block, found := strings.CutPrefix(code, "\"\"\"\n"); found {
			end := 0
			for !strings.HasPrefix(block[end:], `"""`) {
				if block[end] == '\\' {
					end++
				}
				end++
			}
			if end+len(`"""`) != len(block) {
				t.Fatalf("it ends earlier: %.300s", code)
			}
			block = block[:end]
			return unescapeC(t, stripIndent(block))
		}
		return readSum(t, code)
	})
}

// javaUnicode does what Java does first (JLS 3.3). What it must not make is
// left for the reader of literals to find.
func javaUnicode(t *testing.T, code string) string {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		if code[i] != '\\' {
			b.WriteByte(code[i])
			continue
		}
		if i+1 < len(code) && code[i+1] == 'u' {
			n, err := strconv.ParseUint(code[i+2:i+6], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			b.WriteRune(rune(n))
			i += 5
			continue
		}
		b.WriteByte('\\')
		if i+1 < len(code) && code[i+1] == '\\' { // the second begins no escape
			b.WriteByte('\\')
			i++
		}
	}
	return b.String()
}

// stripIndent does what String.stripIndent does.
func stripIndent(block string) string {
	lines := strings.Split(block, "\n")
	least := len(block)
	for i, line := range lines {
		if strings.TrimSpace(line) != "" || i == len(lines)-1 {
			least = min(least, len(line)-len(strings.TrimLeftFunc(line, unicode.IsSpace)))
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line[min(least, len(line)):], unicode.IsSpace)
	}
	return strings.Join(lines, "\n")
}
