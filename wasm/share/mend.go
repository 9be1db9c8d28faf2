package share

import (
	"strings"
	"unicode"
)

// mend undoes what programs do to a link on its way: they escape characters,
// break lines, and take what stands behind a link for a part of it. A fragment
// as it was made has none of that, and stays as it is.
func mend(fragment string) string {
	for range 3 { // a link in a link is escaped twice; no more has been seen
		if !strings.Contains(fragment, "%") {
			break
		}
		fragment = unescape(fragment)
	}
	fragment = strings.TrimLeft(joined(fragment), "<('\"")
	fragment = strings.TrimPrefix(fragment, "#")
	return strings.TrimRight(fragment, ".,;:!?)>]'\"")
}

// joined takes away what breaks lines, and the "=" with which a mail does so
// (RFC 2045, section 6.7): of the two, a browser leaves the "=". No link has one.
func joined(text string) string {
	if !strings.ContainsFunc(text, isBreak) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isBreak(r) {
			return -1
		}
		return r
	}, text)
}

func isBreak(r rune) bool {
	return r == '=' || unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// unescape decodes each %XX once.
func unescape(text string) string {
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if c := text[i]; c == '%' && i+2 < len(text) {
			if high, low := hexDigit(text[i+1]), hexDigit(text[i+2]); high >= 0 && low >= 0 {
				b = append(b, byte(high<<4|low))
				i += 2
				continue
			}
		}
		b = append(b, text[i])
	}
	return string(b)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
