package jsonspan

import "unicode/utf8"

// Line returns the place of a byte offset as a terminal counts: lines and
// columns from 1, a column for each code point. A line ends with LF, CR LF or
// a lone CR.
func Line(src []byte, offset int) (line, column int) {
	offset = within(src, offset)
	line, start := LineStart(src, offset)
	return line, 1 + utf8.RuneCount(src[start:offset])
}

// LineUTF16 is Line with a column for each UTF-16 unit, as an editor in a
// browser counts.
func LineUTF16(src []byte, offset int) (line, column int) {
	offset = within(src, offset)
	line, start := LineStart(src, offset)
	return line, 1 + UTF16LenOfAny(src[start:offset])
}

// LineStart returns the line of a byte offset, from 1, and the offset of that
// line's first byte.
func LineStart(src []byte, offset int) (line, start int) {
	line = 1
	for i, c := range src[:within(src, offset)] {
		if c == '\n' || c == '\r' && (i+1 == len(src) || src[i+1] != '\n') {
			line++
			start = i + 1
		}
	}
	return line, start
}

func within(src []byte, offset int) int { return max(0, min(offset, len(src))) }
