package jsonspan

import "unicode/utf8"

// str reads the string literal at d.i, a name or a value, with an error for
// each bad part, and returns its text.
func (d *diagnoser) str(name bool) string {
	at := d.i
	end, closed := d.stringEnd(at, name)
	text := at + 1
	last := end
	if closed {
		last--
	}
	inner := false
	for i := text; i < last && !d.done; {
		c := d.src[i]
		switch {
		case c == '"':
			if !inner {
				d.report(CodeQuotes, i, i+1, "A double quote stands inside this string.", `Inside a string it is written \".`)
			}
			inner = true
			i++
		case c == '\\':
			i += d.escape(i)
		case c == '\n' || c == '\r':
			d.report(CodeControl, i, i+1, "A line break stands in this string.", `Write it as \n.`)
			i = last // the others are the same slip
		case c < 0x20:
			message := "A control character stands in this string."
			if c == '\t' {
				message = "A tab stands in this string."
			}
			d.report(CodeControl, i, i+1, message, "Write it as "+controlEscape(c)+".")
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
	d.i = end
	if !closed && !d.done {
		d.unclosedString(at, end)
	}
	return string(appendUnescaped(nil, d.src[text:max(text, last)]))
}

// unclosedString reports a string that has no quote at its end.
func (d *diagnoser) unclosedString(at, end int) {
	hint := `Write " at its end.`
	text := d.src[at+1 : end]
	r, n := utf8.DecodeLastRune(text)
	switch {
	case quoteLen(text[len(text)-n:]) > 0:
		hint = `Write " at its end, not ` + string(r) + "."
	case r == '"':
		hint = `The quote at its end does not count, because a backslash stands before it. A backslash itself is written \\.`
	}
	d.report(CodeUnclosedString, at, end, "This string is not closed.", hint)
	if end == len(d.src) {
		d.done = true
	} else if c := d.src[end]; c == '\n' || c == '\r' {
		// What else there is to say would be guesses, if the next line does not begin as one expects.
		d.space()
		if !endsValue(d.peek(), false) && d.peek() != '"' {
			d.done = true
		}
	}
}

// stringEnd returns the offset behind the string at i, closed or not: with its
// quote, or where its text probably ends.
func (d *diagnoser) stringEnd(at int, name bool) (end int, closed bool) {
	end = d.quoted(at)
	if end < 0 {
		stop := lineEnd(d.src, at)
		if next := d.lineBreaks(stop, name); next > 0 {
			return next, true
		}
		return d.cut(at, stop, name), false
	}
	c := d.byteAt(end)
	if c != '"' && d.wordLen(end) == 0 {
		return end, true
	}
	if c == '"' && end > at+2 {
		// Two strings, one behind the other?
		if next := d.quoted(end); next > end+2 && (d.endsAt(next, false) || d.endsAt(next, true)) {
			return end, true
		}
	}
	if d.opens(end - 1) {
		return d.cut(at, end-1, name), false
	}
	for next := end; next >= 0; next = d.quoted(next - 1) {
		if d.endsAt(next, name) {
			return next, true // with quotes inside
		}
	}
	return end, true
}

// endsAt reports whether a string can end before i.
func (d *diagnoser) endsAt(i int, name bool) bool {
	return endsValue(d.byteBehind(i), name)
}

// opens reports whether the quote at i opens a string rather than closing one:
// what JSON has before a string stands before it, and behind its end what JSON
// has behind one.
func (d *diagnoser) opens(i int) bool {
	end := d.quoted(i)
	if end < 0 {
		return false
	}
	next := d.byteBehind(end)
	for i--; i > 0 && isBlank(d.src[i]); i-- {
	}
	switch d.src[i] {
	case ',':
		return endsValue(next, true) || endsValue(next, false)
	case '{':
		return endsValue(next, true)
	case '[', ':':
		return endsValue(next, false)
	}
	return false
}

func (d *diagnoser) inArray() bool {
	return len(d.frames) > 0 && !d.frames[len(d.frames)-1].object
}

// lineBreaks returns the offset behind a string that goes on below the line
// that ends at stop, 0 if none does: it takes the next quote to close it, if
// that stands where one can.
func (d *diagnoser) lineBreaks(stop int, name bool) int {
	for i := stop; i < len(d.src); i++ {
		switch d.src[i] {
		case '\\':
			i++
		case '"':
			if c := d.byteBehind(i + 1); c > 0 && endsValue(c, name) {
				return i + 1
			}
			return 0
		}
	}
	return 0
}

// cut returns where the text of the string at i ends that has no quote up to
// stop: before the colon if it is a name, and before the brackets and commas
// at its end that are needed to go on.
func (d *diagnoser) cut(at, stop int, name bool) int {
	text := d.src[at+1 : stop]
	if name {
		for i, c := range text {
			if c == ':' {
				return at + 1 + i
			}
		}
	}
	i := stop
	behind := func() {
		for i > at+1 && (isBlank(d.src[i-1]) || d.src[i-1] == ',') {
			i--
		}
	}
	behind()
	const most = 100
	var closers [most]int // where the brackets at the end are, the last one first
	n := 0
	for last := i; n < min(most, len(d.frames)) && last > at+1 && (d.src[last-1] == '}' || d.src[last-1] == ']'); n++ {
		last--
		closers[n] = last
		for last > at+1 && isBlank(d.src[last-1]) {
			last--
		}
	}
	for ; n > 0; n-- {
		fits := true
		for k := range n {
			fits = fits && d.src[closers[n-1-k]] == d.frames[len(d.frames)-1-k].closing()
		}
		if fits {
			i = closers[n-1]
			behind()
			break
		}
	}
	return i
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// oddString reads a string in quotation marks that are not JSON's and returns
// its text.
func (d *diagnoser) oddString(name bool) string {
	at := d.i
	open, n := utf8.DecodeRune(d.src[at:])
	stop, end := d.oddEnd(at)
	message := "This string stands in " + quoteName(open) + "."
	if end < 0 {
		stop = max(d.cut(at, lineEnd(d.src, at), name), at+n)
		end = stop
		message = "This string begins in " + quoteName(open) + " and is not closed."
	}
	text := string(d.src[at+n : stop])
	hint := "JSON strings stand in double quotes."
	if isPlain(text) {
		hint = `JSON strings stand in double quotes: "` + text + `".`
	}
	d.i = end
	d.report(CodeQuotes, at, end, message, hint)
	return text
}

// isPlain reports whether a text needs no escapes in double quotes.
func isPlain(text string) bool {
	return len(AppendQuote(nil, text)) == len(text)+2 && validText([]byte(text))
}

// oddEnd returns where the text of such a string at i ends, and the offset
// behind its closing mark, which may be a double quote; -1 if there is none.
func (d *diagnoser) oddEnd(i int) (stop, end int) {
	open, n := utf8.DecodeRune(d.src[i:])
	mixed := -1
	for i += n; i < len(d.src) && d.src[i] != '\n' && d.src[i] != '\r'; i += n {
		var r rune
		r, n = utf8.DecodeRune(d.src[i:])
		switch {
		case r == '\\' && i+1 < len(d.src):
			n = 2
		case (r == '\'' || r == '’') && (d.wordLen(i+n) > 0 || d.byteAt(i+n) == '\''):
			// an apostrophe
		case closes(open, r):
			return i, i + n
		case r == '"' && mixed < 0:
			mixed = i
		}
	}
	if mixed >= 0 {
		return mixed, mixed + 1
	}
	return 0, -1
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

// escape checks the escape at i and returns how far to go on.
func (d *diagnoser) escape(i int) int {
	n := escapeLen(d.src, i)
	if n > 0 {
		return n
	}
	if n < 0 {
		d.report(CodeLoneSurrogate, i, i+6, "This escape is one half of a pair, and the other half is missing.", `An emoji, for example, takes two escapes: \ud83d\ude00. Or write the character itself.`)
		return 6
	}
	if i+1 >= len(d.src) {
		return 1
	}
	r, size := utf8.DecodeRune(d.src[i+1:])
	hint := `A backslash itself is written \\.`
	switch c := d.src[i+1]; {
	case c == 'u':
		hint = `Four hexadecimal digits must follow \u, as in \u00e9.`
	case c == 'x':
		hint = `Write \u00 instead of \x.`
	case c == '0':
		hint = `Write \u0000 instead.`
	case c == '\'':
		hint = "A single quote needs no backslash."
	case c == '\n' || c == '\r':
		d.report(CodeBadEscape, i, i+1, "A backslash ends this line.", `A line break inside a string is written \n.`)
		return 2
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
