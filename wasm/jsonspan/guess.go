package jsonspan

import (
	"bytes"
	"unicode/utf8"
)

// This file looks ahead in a text that is wrong, to guess what was meant.

// The small functions here are not inlined: nobody waits for them, but all
// readers of the page load them.

// byteAt returns the byte at i, 0 behind the end.
//
//go:noinline
func (d *diagnoser) byteAt(i int) byte {
	if i < len(d.src) {
		return d.src[i]
	}
	return 0
}

// behind returns the offset behind the white space at i.
//
//go:noinline
func (d *diagnoser) behind(i int) int { return skipSpace(d.src, i) }

// byteBehind returns the byte that stands there.
//
//go:noinline
func (d *diagnoser) byteBehind(i int) byte { return d.byteAt(d.behind(i)) }

// endsValue reports whether c can follow a value, or a name if it is one. 0 is
// the end of the text.
//
//go:noinline
func endsValue(c byte, name bool) bool {
	if name {
		return c == ':' || c == '='
	}
	return c == ',' || c == '}' || c == ']' || c == 0
}

// quoted returns the offset behind the string literal at i, which is taken to
// end at the next quote of its line; -1 if there is none.
//
//go:noinline
func (d *diagnoser) quoted(i int) int {
	for i++; i < len(d.src); i++ {
		switch d.src[i] {
		case '"':
			return i + 1
		case '\\':
			i++
		case '\n', '\r':
			return -1
		}
	}
	return -1
}

// extraOpen reports whether the { at i, before a name, is one too many.
func (d *diagnoser) extraOpen(i int) bool {
	n, _ := d.surplus(i + 1)
	return n == len(d.frames) && d.memberAt(d.behind(i+1))
}

// memberAt reports whether a name and a colon stand at i.
func (d *diagnoser) memberAt(i int) bool {
	if i >= len(d.src) {
		return false
	}
	end := -1
	switch {
	case d.src[i] == '"':
		end = d.quoted(i)
	case quoteLen(d.src[i:]) > 0:
		_, end = d.oddEnd(i)
	case d.wordLen(i) > 0:
		end = d.tokenEnd(i)
	}
	if end < 0 {
		return false
	}
	return endsValue(d.byteBehind(end), true)
}

// isNamed reports whether a bracket [ stands at i with a member in it.
func (d *diagnoser) isNamed(i int) bool {
	first := d.behind(i + 1)
	return d.src[i] == '[' && d.byteAt(first) == '"' && d.memberAt(first)
}

// isLiteral reports whether a number, true, false or null stands at i.
func (d *diagnoser) isLiteral(i int) bool {
	end := d.tokenEnd(i)
	return end > i && (isDigit(d.src[i]) || d.src[i] == '-' && i+1 < end && isDigit(d.src[i+1]) || scanWord(d.src, i) == end)
}

// valueAt reports whether a value begins at i.
func (d *diagnoser) valueAt(i int) bool {
	if i >= len(d.src) {
		return false
	}
	c := d.src[i]
	return c == '{' || c == '[' || c == '"' || c == '-' || quoteLen(d.src[i:]) > 0 || d.wordLen(i) > 0
}

// unnamedAt reports whether a value without a name stands at i, in the line of
// what stands before it.
//
//go:noinline
func (d *diagnoser) unnamedAt(i int) bool {
	return d.valueAt(i) && !d.memberAt(i) && !d.beginsLine(i)
}

// beginsLine reports whether a string or word at i is the first of its line.
func (d *diagnoser) beginsLine(i int) bool {
	if i >= len(d.src) || d.src[i] != '"' && quoteLen(d.src[i:]) == 0 && d.wordLen(i) == 0 {
		return false
	}
	for i--; i >= 0 && (d.src[i] == ' ' || d.src[i] == '\t'); i-- {
	}
	return i >= 0 && (d.src[i] == '\n' || d.src[i] == '\r')
}

// bareEnd returns the offset behind text at i that has no quotes: all of its
// line that is UTF-8 and neither punctuation of JSON nor a quote.
func (d *diagnoser) bareEnd(i int) int {
	end := i
	for i < len(d.src) && d.src[i] >= 0x20 && !isPunctuation(d.src[i]) && quoteLen(d.src[i:]) == 0 && !isComment(d.src[i:]) {
		r, n := utf8.DecodeRune(d.src[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
		if d.src[i-1] != ' ' {
			end = i
		}
	}
	return end
}

//go:noinline
func isPunctuation(c byte) bool {
	switch c {
	case ',', ':', ';', '=', '|', '{', '}', '[', ']', '(', ')', '#', '"':
		return true
	}
	return false
}

// surplus returns how many closing brackets from i on close what is open
// before, whatever kinds they are of, and the first one.
func (d *diagnoser) surplus(i int) (n int, first byte) {
	depth := 0
	for i < len(d.src) {
		switch d.src[i] {
		case '"':
			if end := d.quoted(i); end > 0 {
				i = end
				continue
			}
			i = lineEnd(d.src, i)
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth > 0 {
				depth--
				break
			}
			if n == 0 {
				first = d.src[i]
			}
			n++
		}
		i++
	}
	return n, first
}

// missingOpen reports whether, to judge by the brackets from i on, one of the
// kind of closing is missing before.
//
//go:noinline
func (d *diagnoser) missingOpen(i int, closing byte) bool {
	n, first := d.surplus(i)
	return n == len(d.frames)+1 && first == closing
}

// skip goes on, after an error, to where one can be sure of something again:
// the next comma or closing bracket of this level, or the next member.
func (d *diagnoser) skip() {
	if len(d.frames) == 0 {
		return
	}
	object := d.frames[len(d.frames)-1].object
	depth := 0
	for d.i < len(d.src) {
		switch c := d.src[d.i]; c {
		case ',':
			if depth == 0 {
				return
			}
		case '"':
			if depth == 0 && object && (d.beginsLine(d.i) || d.memberAt(d.i)) {
				d.separated = true
				return
			}
			end := d.quoted(d.i)
			if end < 0 {
				end = d.cut(d.i, lineEnd(d.src, d.i), false)
			}
			d.i = end
			continue
		case '(':
			const far = 200 // so that many of them cost no square
			if n := bytes.IndexByte(d.src[d.i:min(d.i+far, len(d.src))], ')'); n > 0 {
				d.i += n
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return
			}
			depth--
		}
		d.i++
	}
}

// tokenEnd returns the offset behind the token at i, which may be no JSON: at
// least one whole character, and no structure beyond it.
func (d *diagnoser) tokenEnd(i int) int {
	if i >= len(d.src) {
		return i
	}
	if d.src[i] == '"' {
		if end := d.quoted(i); end >= 0 {
			return end
		}
	}
	j := i
	for j < len(d.src) {
		n := d.wordLen(j)
		if c := d.src[j]; c == '.' || c == '+' || c == '-' {
			n = 1
		}
		if n == 0 {
			break
		}
		j += n
	}
	if j == i {
		_, n := utf8.DecodeRune(d.src[i:])
		j += n
	}
	return j
}

// wordLen returns the length of the character at i if it belongs to a word, of
// any script, else 0.
func (d *diagnoser) wordLen(i int) int {
	if i >= len(d.src) {
		return 0
	}
	c := d.src[i]
	if isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '$' {
		return 1
	}
	r, n := utf8.DecodeRune(d.src[i:])
	if c < utf8.RuneSelf || r == utf8.RuneError || oddSpace(d.src[i:]) > 0 || quoteLen(d.src[i:]) > 0 {
		return 0
	}
	return n
}

// validText reports whether a piece of the text can be shown in a sentence.
//
//go:noinline
func validText(b []byte) bool {
	for _, c := range b {
		if c < 0x20 {
			return false
		}
	}
	return utf8.Valid(b)
}

// printable returns a piece of the text as it can be shown in a sentence.
//
//go:noinline
func printable(token string) string {
	if validText([]byte(token)) {
		return token
	}
	return string(AppendQuote(nil, token))
}
