package snippet

import (
	"strconv"
	"strings"
	"testing"
)

// FuzzGoQuote asks the library, which has the language's own rules.
func FuzzGoQuote(f *testing.F) {
	fuzzLiteral(f, func(c *Code, s string) { c.addGo(s) }, func(t *testing.T, code string) string {
		parts := []string{code}
		if code[0] == '"' {
			parts = sum(code)
		}
		var b strings.Builder
		for _, part := range parts {
			text, err := strconv.Unquote(part)
			if err != nil {
				t.Fatalf("%v: %.300s", err, part)
			}
			b.WriteString(text)
		}
		return b.String()
	})
}
