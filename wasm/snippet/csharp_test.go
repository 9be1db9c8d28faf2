package snippet

import (
	"strings"
	"testing"
)

// FuzzCSharpQuote reads regular and verbatim literals (C# 6, section 6.4.5.6).
func FuzzCSharpQuote(f *testing.F) {
	fuzzLiteral(f, func(c *Code, s string) { c.addCSharp(s) }, func(t *testing.T, code string) string {
		if inner, found := strings.CutPrefix(code, `@"`); found {
			inner = strings.TrimSuffix(inner, `"`)
			if strings.Contains(strings.ReplaceAll(inner, `""`, ""), `"`) {
				t.Fatalf("a quote stands alone in %.300s", code)
			}
			return strings.ReplaceAll(inner, `""`, `"`)
		}
		return readSum(t, code)
	})
}
