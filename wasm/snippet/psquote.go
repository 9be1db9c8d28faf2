package snippet

import "strings"

// psQuote writes any text as a string of PowerShell (about_Quoting_Rules): in
// single quotes, which only double themselves, or in double quotes when a
// character must be escaped to be seen. PowerShell takes typographic quotes
// for the plain ones.
func psQuote(s string) string {
	var b strings.Builder
	growFor(&b, s)
	if !psEscapes(s) {
		b.WriteByte('\'')
		for _, r := range s {
			if strings.ContainsRune("'‘’‚‛", r) {
				b.WriteRune(r)
			}
			b.WriteRune(r)
		}
		b.WriteByte('\'')
		return b.String()
	}
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case strings.ContainsRune("\"“”„`$", r):
			b.WriteByte('`')
			b.WriteRune(r)
		case r == '\n':
			b.WriteRune(r)
		case r == '\r':
			b.WriteString("`r")
		case r == '\t':
			b.WriteString("`t")
		case !shown(r):
			b.WriteString("`u{")
			writeHex(&b, "", r, 4)
			b.WriteByte('}')
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// psEscapes reports whether the text needs escapes, which came with version 6.
func psEscapes(s string) bool {
	return !verbatim(s)
}
