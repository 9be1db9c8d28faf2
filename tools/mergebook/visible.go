package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hidden reports whether a terminal would obey the character, or show nothing
// of it, so that a text could look like another one: control characters, those
// that turn the direction of writing, and line separators.
func hidden(r rune) bool {
	switch r {
	case '\u200b', '\u2028', '\u2029', '\ufeff':
		return true
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r >= 0xe0000 && r < 0xe0080 // the last are tags
}

// shown returns the first character of a text, as it may be printed, and its
// size in bytes. What is hidden is named: <U+001B>, and a byte that is not
// UTF-8 <0xFF>.
func shown(text []byte) (visible string, size int) {
	r, size := utf8.DecodeRune(text)
	switch {
	case r == utf8.RuneError && size == 1:
		return fmt.Sprintf("<0x%02X>", text[0]), 1
	case hidden(r):
		return fmt.Sprintf("<U+%04X>", r), size
	}
	return string(text[:size]), size
}

// visible makes a text one line that does nothing to a terminal.
func visible(text string) string {
	var b strings.Builder
	for rest := []byte(text); len(rest) > 0; {
		v, size := shown(rest)
		b.WriteString(v)
		rest = rest[size:]
	}
	return b.String()
}

// short makes a text visible and cuts its middle out where it has more than so
// many characters, but for as many at its end.
func short(text string, most, tail int) string {
	if utf8.RuneCountInString(text) <= most {
		return visible(text)
	}
	runes := []rune(text)
	return visible(string(runes[:most-tail])) + "…" + visible(string(runes[len(runes)-tail:]))
}

// escaped returns JSON that may hold such characters as JSON of the same
// meaning that holds none: they stand in strings, where an escape does.
func escaped(json []byte) []byte {
	var b []byte
	from := 0
	for i, r := range string(json) {
		if r < 0x7f || !hidden(r) {
			continue
		}
		b = append(b, json[from:i]...)
		from = i + utf8.RuneLen(r)
		if r > 0xffff {
			r -= 0x10000
			b = fmt.Appendf(b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		} else {
			b = fmt.Appendf(b, `\u%04x`, r)
		}
	}
	if from == 0 {
		return json
	}
	return append(b, json[from:]...)
}
