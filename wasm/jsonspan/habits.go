package jsonspan

import "unicode/utf8"

// This file knows what people write who think that JSON is JavaScript, Python
// or their text processor.

// space skips white space and, with an error each, comments and white space
// that JSON does not know.
func (d *diagnoser) space() {
	for !d.done {
		d.i = skipSpace(d.src, d.i)
		rest := d.src[d.i:]
		switch {
		case len(rest) >= 2 && rest[0] == '/' && rest[1] == '/', len(rest) >= 1 && rest[0] == '#':
			d.comment(lineEnd(d.src, d.i))
		case len(rest) >= 2 && rest[0] == '/' && rest[1] == '*':
			end := len(d.src)
			for j := d.i + 2; j+1 < len(d.src); j++ {
				if d.src[j] == '*' && d.src[j+1] == '/' {
					end = j + 2
					break
				}
			}
			d.comment(end)
		default:
			n := oddSpace(rest)
			if n == 0 {
				return
			}
			d.report(CodeUnexpected, d.i, d.i+n, "This white space is not one that JSON knows.", "Replace it by an ordinary space (it often comes with a copy from a web page).")
			d.i += n
		}
	}
}

func (d *diagnoser) comment(end int) {
	d.report(CodeComment, d.i, end, "A comment stands here.", "JSON has no comments: remove it.")
	d.i = end
}

func lineEnd(src []byte, i int) int {
	for i < len(src) && src[i] != '\n' && src[i] != '\r' {
		i++
	}
	return i
}

// oddSpace returns the length of the white space at the beginning that JSON
// does not take for such: form feed, no-break space, and their kin.
func oddSpace(b []byte) int {
	if len(b) == 0 {
		return 0
	}
	if b[0] == '\f' || b[0] == '\v' {
		return 1
	}
	switch r, n := utf8.DecodeRune(b); {
	case r == 0x85, r == 0xa0, r == 0x1680, r >= 0x2000 && r <= 0x200b, r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000, r == 0xfeff:
		return n
	}
	return 0
}

// quote returns the length of a quotation mark at d.i that is not JSON's: ' `
// and the typographer's.
func (d *diagnoser) quote() int { return quoteLen(d.src[d.i:]) }

func quoteLen(b []byte) int {
	switch r, n := utf8.DecodeRune(b); r {
	case '\'', '`', '“', '”', '„', '‘', '’', '«', '»':
		return n
	}
	return 0
}

// oddString reads a string in quotation marks that are not JSON's and returns
// its text.
func (d *diagnoser) oddString() string {
	at := d.i
	open, n := utf8.DecodeRune(d.src[at:])
	i := at + n
	for i < len(d.src) && d.src[i] != '\n' && d.src[i] != '\r' {
		r, n := utf8.DecodeRune(d.src[i:])
		if r == '\\' && i+1 < len(d.src) {
			i += 2
			continue
		}
		if closes(open, r) {
			text := string(d.src[at+utf8.RuneLen(open) : i])
			d.i = i + n
			d.report(CodeQuotes, at, d.i, "This string stands in "+quoteName(open)+".", `JSON strings stand in double quotes: ".`)
			return text
		}
		i += n
	}
	d.i = min(i, len(d.src))
	d.report(CodeQuotes, at, d.i, "This begins with "+quoteName(open)+" and is not closed.", `JSON strings stand in double quotes: ".`)
	return string(d.src[at+utf8.RuneLen(open) : d.i])
}

func closes(open, r rune) bool {
	switch open {
	case '\'', '`':
		return r == open
	case '‘', '’':
		return r == '’' || r == '‘' || r == '\''
	}
	return r == '”' || r == '“' || r == '»' || r == '«' || r == '"'
}

func quoteName(open rune) string {
	switch open {
	case '\'':
		return "single quotes"
	case '`':
		return "backticks"
	}
	return "typographic quotes"
}

// str reads the string literal at d.i, with an error for each bad part.
func (d *diagnoser) str() {
	at := d.i
	i := at + 1
	for i < len(d.src) && !d.done {
		c := d.src[i]
		switch {
		case c == '"':
			d.i = i + 1
			return
		case c == '\\':
			i += d.escape(i)
		case c == '\n' || c == '\r':
			d.i = i
			d.report(CodeUnclosedString, at, i, "This string is not closed on its line.", `Write " at its end; a line break inside a string is written \n.`)
			d.afterUnclosed()
			return
		case c < 0x20:
			d.report(CodeControl, i, i+1, "A raw control character stands in this string.", "Write it as "+controlEscape(c)+".")
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRune(d.src[i:])
			if r == utf8.RuneError && n == 1 {
				d.report(CodeBadUTF8, i, i+1, "This byte is not UTF-8.", "Save the text as UTF-8.")
			}
			i += n
		}
	}
	d.i = min(i, len(d.src))
	if !d.done {
		d.report(CodeUnclosedString, at, d.i, "This string is not closed.", `Write " at its end.`)
		d.done = true
	}
}

// afterUnclosed goes on below a line whose string was not closed, if the next
// line begins as one would expect; what else there is to say would be guesses.
// The comma of the line is taken to be inside the string.
func (d *diagnoser) afterUnclosed() {
	d.space()
	switch d.peek() {
	case '"':
		d.swallowed = true
	case ',', '}', ']':
	default:
		d.done = true
	}
}

// escape checks the escape at i and returns how far to go on.
func (d *diagnoser) escape(i int) int {
	n := escapeLen(d.src, i)
	if n > 0 {
		return n
	}
	if n < 0 {
		d.report(CodeLoneSurrogate, i, i+6, "This escape is one half of a surrogate pair without the other.", `Characters beyond \uFFFF take two such escapes, \uD83D\uDE00; or write the character itself.`)
		return 6
	}
	if i+1 >= len(d.src) {
		return 1
	}
	r, size := utf8.DecodeRune(d.src[i+1:])
	hint := `A backslash itself is written \\.`
	switch c := d.src[i+1]; {
	case c == 'u':
		hint = `Behind \u stand four hexadecimal digits, as in \u00e9.`
	case c == 'x':
		hint = `Write \u00 instead of \x.`
	case c == '\'':
		hint = "A single quote needs no backslash."
	case c == '\n' || c == '\r':
		d.report(CodeBadEscape, i, i+1, "A backslash ends this line.", `A line break inside a string is written \n.`)
		return 1
	case c < 0x20 || r == utf8.RuneError && size == 1:
		// What follows the backslash gets its own error.
		d.report(CodeBadEscape, i, i+1, "A backslash stands here, but no escape.", hint)
		return 1
	}
	d.report(CodeBadEscape, i, i+1+size, `JSON does not know the escape `+string(d.src[i:i+1+size])+`.`, hint)
	return 1 + size
}

func controlEscape(c byte) string {
	quoted := AppendQuote(nil, string(rune(c)))
	return string(quoted[1 : len(quoted)-1])
}

// tokenEnd returns the offset behind the token at i, which may be no JSON: at
// least one whole character, and no structure beyond it.
func (d *diagnoser) tokenEnd(i int) int {
	if i >= len(d.src) {
		return i
	}
	if d.src[i] == '"' {
		if end, _ := scanString(d.src, i+1); end >= 0 {
			return end + 1
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

// words are those that other languages write where JSON has one of its own.
var words = map[string]string{
	"NaN": "Write null or leave the property out.", "nan": "Write null or leave the property out.",
	"Infinity": "Write null or a large number.", "inf": "Write null or a large number.",
	"undefined": "Write null to delete a property, or leave it out.",
	"None":      "Write null.", "nil": "Write null.", "nul": "Write null.", "NULL": "Write null.", "Null": "Write null.",
	"True": "Write true.", "TRUE": "Write true.", "tru": "Write true.", "yes": "Write true.",
	"False": "Write false.", "FALSE": "Write false.", "fals": "Write false.", "no": "Write false.",
}

// scalar reads a number or a word, or whatever stands in their place.
func (d *diagnoser) scalar() {
	at := d.i
	end := d.tokenEnd(at)
	token := string(d.src[at:end])
	d.i = end
	switch c := token[0]; {
	case scanWord(d.src, at) == end:
	case isDigit(c) || c == '-' || c == '+' || c == '.':
		if scanNumber(d.src, at) != end {
			d.number(at, token)
		}
	case d.wordLen(at) > 0:
		hint, known := words[token]
		if !known {
			hint = `Text stands in double quotes: "` + token + `".`
		}
		d.report(CodeBadWord, at, end, "JSON has no value "+token+".", hint)
	case c >= utf8.RuneSelf && !utf8.ValidString(token):
		d.report(CodeBadUTF8, at, end, "This byte is not UTF-8.", "Save the text as UTF-8.")
	case c < 0x20:
		d.report(CodeControl, at, end, "A control character stands here.", "Remove it.")
	default:
		d.report(CodeUnexpected, at, end, "A value must stand here, not "+token+".", "")
	}
}

// number reports what is wrong with a literal that begins as a number.
func (d *diagnoser) number(at int, token string) {
	hint := ""
	digits := token
	if digits[0] == '-' || digits[0] == '+' {
		digits = digits[1:]
	}
	last := token[len(token)-1]
	switch {
	case digits == "Infinity" || digits == "NaN" || digits == "inf":
		hint = words[digits]
	case token[0] == '+':
		hint = "Numbers have no plus sign."
	case digits == "":
		hint = "A digit must follow the minus."
	case digits[0] == '.':
		hint = "Write a digit before the point: " + token[:len(token)-len(digits)] + "0" + digits + "."
	case len(digits) > 1 && digits[0] == '0' && isDigit(digits[1]):
		hint = "Numbers have no leading zero; what is not counted with, as a postcode, is a string in double quotes."
	case len(digits) > 1 && digits[0] == '0' && (digits[1]|0x20 == 'x' || digits[1]|0x20 == 'o' || digits[1]|0x20 == 'b'):
		hint = "Numbers are decimal."
	case last == '.':
		hint = "A digit must follow the point."
	case !isDigit(digits[0]):
		hint = "Text stands in double quotes."
	case last|0x20 == 'e' || last == '+' || last == '-':
		hint = "A digit must follow the " + string(last) + "."
	default:
		hint = "What is not a plain number, as a date or a version, is a string in double quotes."
	}
	d.report(CodeBadNumber, at, at+len(token), token+" is not a number of JSON.", hint)
}

func bracketName(c byte) string {
	if c == '}' {
		return "brace }"
	}
	return "bracket ]"
}

func afterEndHint(c byte) string {
	switch c {
	case '}', ']':
		return "One closing bracket too many: remove it."
	case ',':
		return "Remove the comma and what follows."
	case '{', '[':
		return "Only one value can be sent: remove the second."
	}
	return "Remove it."
}
