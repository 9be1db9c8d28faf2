package snippet

import (
	"strconv"
	"strings"
)

// swiftQuote writes any text as a Swift string literal: text of several lines
// between """, with its layout, and text full of quotes and backslashes as a
// raw literal, in which these are plain.
func swiftQuote(s string) string {
	lines := strings.Contains(strings.TrimSuffix(s, "\n"), "\n")
	hash := ""
	if swiftRaw(s, lines) {
		hash = "#"
	}
	open, shut := hash+`"`, `"`+hash
	if lines {
		// What stands before the closing quotes is the indentation: none.
		open, shut = hash+"\"\"\"\n", "\n\"\"\""+hash
	}
	var b strings.Builder
	growFor(&b, s)
	b.WriteString(open)
	quotes := 0
	for _, r := range s {
		if r != '"' {
			quotes = 0
		} else {
			quotes++
		}
		switch {
		case r == '\n' && lines:
			b.WriteByte('\n')
		case hash == "" && (r == '\\' || r == '"' && (!lines || quotes%3 == 0)):
			b.WriteByte('\\')
			b.WriteRune(r)
		case !shown(r):
			b.WriteString(`\` + hash + swiftEscape(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + shut
}

// swiftRaw reports whether the text is better, and can be, between #" and "#.
func swiftRaw(s string, lines bool) bool {
	if strings.Contains(s, `"#`) || strings.Contains(s, `\#`) {
		return false
	}
	if lines {
		return strings.ContainsAny(s, `\`) || strings.Contains(s, `"""`)
	}
	return strings.ContainsAny(s, `"\`) && !strings.HasPrefix(s, `"`) // #""" would begin text of several lines
}

func swiftEscape(r rune) string {
	switch r {
	case 0:
		return "0"
	case '\n':
		return "n"
	case '\r':
		return "r"
	case '\t':
		return "t"
	}
	return "u{" + strconv.FormatInt(int64(r), 16) + "}"
}
