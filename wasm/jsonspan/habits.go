package jsonspan

import "unicode/utf8"

// This file knows what stands between values, or instead of them, with people
// who think that JSON is JavaScript, Python or their text processor.

// space skips white space and, with an error each, comments and white space
// that JSON does not know.
func (d *diagnoser) space() {
	for !d.done {
		d.i = d.behind(d.i)
		rest := d.src[d.i:]
		switch {
		case len(rest) >= 1 && rest[0] == '#' || isComment(rest) && rest[1] == '/':
			d.comment(lineEnd(d.src, d.i), "")
		case isComment(rest):
			end := 4
			for end < len(rest) && (rest[end-2] != '*' || rest[end-1] != '/') {
				end++
			}
			if end > len(rest) || rest[end-2] != '*' || rest[end-1] != '/' {
				d.comment(len(d.src), " It goes on to the end of the text, because it has no */.")
				d.done = true
				return
			}
			d.comment(d.i+end, "")
		default:
			n := 0
			for oddSpace(rest[n:]) > 0 {
				n += oddSpace(rest[n:])
			}
			if n == 0 {
				return
			}
			d.report(CodeUnexpected, d.i, d.i+n, "This white space is not one that JSON knows.", "Put an ordinary space in its place. Such a space often comes with text that is copied from a web page.")
			d.i += n
		}
	}
}

func (d *diagnoser) comment(end int, more string) {
	d.report(CodeComment, d.i, end, "A comment stands here."+more, "JSON has no comments: remove it.")
	d.i = end
}

// isComment reports whether the text begins with // or /*.
//
//go:noinline
func isComment(b []byte) bool {
	return len(b) >= 2 && b[0] == '/' && (b[1] == '/' || b[1] == '*')
}

//go:noinline
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

// escapedQuote reports, and gives up at, a double quote that is escaped where
// none is needed: the others are, too.
func (d *diagnoser) escapedQuote() bool {
	for _, quote := range [...]string{`\"`, "&quot;"} {
		if rest := d.src[d.i:]; len(rest) >= len(quote) && string(rest[:len(quote)]) == quote {
			d.report(CodeQuotes, d.i, d.i+len(quote), "The quotes of this text are escaped, as if it stood inside another text.", `Write " for each `+quote+".")
			d.done = true
			return true
		}
	}
	return false
}

// junk reports bytes that belong nowhere, in the words of message unless they
// cannot be shown.
func (d *diagnoser) junk(at, end int, message, hint string) {
	token := string(d.src[at:end])
	switch {
	case token[0] < 0x20:
		d.report(CodeControl, at, end, "A control character stands here.", "It cannot be seen: remove it.")
	case !utf8.Valid(d.src[at:end]):
		d.report(CodeBadUTF8, at, end, "This byte is not UTF-8.", "Save the text as UTF-8.")
	default:
		if allDots(token) {
			token, hint = "dots", "Write what they stand for."
		}
		d.report(CodeUnexpected, at, end, message+", not "+printable(token)+".", hint)
	}
}

func allDots(token string) bool {
	for token != "" && token[0] == '.' {
		token = token[1:]
	}
	return token == "" || token == "…"
}
