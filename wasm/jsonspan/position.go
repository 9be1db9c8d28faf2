package jsonspan

import "unicode/utf8"

// Line returns the place of a byte offset as a terminal counts: lines and
// columns from 1, a column for each code point. A line ends with LF, CR LF or
// a lone CR.
func Line(src []byte, offset int) (line, column int) {
	line, start, offset := lineStart(src, offset)
	return line, 1 + utf8.RuneCount(src[start:offset])
}

// LineUTF16 is Line with a column for each UTF-16 unit, as an editor in a
// browser counts.
func LineUTF16(src []byte, offset int) (line, column int) {
	line, start, offset := lineStart(src, offset)
	return line, 1 + UTF16Len(src[start:offset])
}

func lineStart(src []byte, offset int) (line, start, clamped int) {
	offset = max(0, min(offset, len(src)))
	line = 1
	for i, c := range src[:offset] {
		if c == '\n' || c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			line++
			start = i + 1
		}
	}
	return line, start, offset
}

// UTF16Len returns how many UTF-16 units the text takes. A byte that is not
// UTF-8 counts as one, as the U+FFFD that a browser shows for it.
func UTF16Len(text []byte) int {
	n := 0
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			i++
			n++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if r > 0xffff {
			n++
		}
		n++
		i += size
	}
	return n
}
