package jsonspan

import (
	"strconv"
	"unicode/utf8"
)

// maxErrors is how many errors of one text are told. A text with more is no
// JSON at all, and a list of a thousand would not help.
const maxErrors = 100

// Diagnose reads a text and returns all that is wrong with it, in order: nil
// if it is good. With object set the value must be an object. It accepts
// exactly what Scan accepts, but goes on after an error as a person would who
// guesses what was meant.
func Diagnose(src []byte, object bool) Errors {
	if len(src) > MaxSize {
		return Errors{{Code: CodeTooLarge, End: len(src), First: -1, Message: "The text is longer than one gigabyte.", Hint: "Send less."}}
	}
	d := &diagnoser{src: src}
	d.run(object)
	d.sort()
	return d.errors
}

// A diagnoser reads a text that is, probably, bad.
type diagnoser struct {
	src    []byte
	i      int
	frames []frame
	errors Errors
	done   bool // nothing more can be told

	swallowed bool // an unclosed string took the comma behind it
}

// A frame is an open container.
type frame struct {
	object bool
	at     int            // offset of its bracket
	count  int            // members or elements begun
	within bool           // one of them is being read
	name   string         // of the member being read, in an object
	names  map[string]int // where each name of an object stands first
}

// report adds an error of the place being read.
func (d *diagnoser) report(code string, start, end int, message, hint string) *Error {
	e := &Error{Code: code, Start: start, End: min(end, len(d.src)), First: -1, Pointer: d.pointer(), Message: clip(message), Hint: clip(hint)}
	if len(d.errors) < maxErrors {
		d.errors = append(d.errors, e)
	}
	if len(d.errors) == maxErrors {
		d.done = true
	}
	return e
}

// sort puts the errors in the order of the text. There are few, nearly sorted:
// only what is known at the end of a token comes late.
func (d *diagnoser) sort() {
	for i := range d.errors {
		for j := i; j > 0 && d.errors[j].Start < d.errors[j-1].Start; j-- {
			d.errors[j], d.errors[j-1] = d.errors[j-1], d.errors[j]
		}
	}
}

// clip shortens a sentence that quotes a long piece of the text.
func clip(s string) string {
	const head, tail = 160, 60
	if len(s) <= head+tail {
		return s
	}
	i, j := head, len(s)-tail
	for !utf8.RuneStart(s[i]) {
		i--
	}
	for !utf8.RuneStart(s[j]) {
		j++
	}
	return s[:i] + "…" + s[j:]
}

func (d *diagnoser) pointer() string {
	var p []byte
	for i := range d.frames {
		switch f := &d.frames[i]; {
		case !f.within:
		case f.object:
			p = AppendPointer(p, f.name)
		default:
			p = strconv.AppendInt(append(p, '/'), int64(f.count-1), 10)
		}
	}
	return string(p)
}

func (d *diagnoser) run(object bool) {
	if isUTF16(d.src) {
		d.report(CodeBadUTF8, 0, 2, "The text is not UTF-8, but UTF-16.", "Save it as UTF-8.")
		return
	}
	if len(d.src) >= 3 && string(d.src[:3]) == "\xef\xbb\xbf" {
		d.report(CodeByteOrderMark, 0, 3, "The text begins with a byte order mark.", "Save it as UTF-8 without BOM.")
		d.i = 3
	}
	d.space()
	if d.i >= len(d.src) {
		d.report(CodeEmpty, len(d.src), len(d.src), "There is nothing here.", "The least that is JSON and an object is {}.")
		return
	}
	before := len(d.errors)
	if object && d.src[d.i] != '{' {
		d.notObject()
	}
	d.value()
	if len(d.frames) == 0 && len(d.errors) > before {
		return // what follows no value at all follows from that
	}
	for len(d.frames) > 0 && !d.done {
		d.inside()
	}
	if d.done {
		return
	}
	d.space()
	if d.i < len(d.src) {
		d.report(CodeAfterEnd, d.i, len(d.src), "Something follows after the end of the value.", afterEndHint(d.src[d.i]))
	}
}

// isUTF16 reports whether the text looks like UTF-16: it has its byte order
// mark, or half of its first character is zero.
func isUTF16(src []byte) bool {
	if len(src) < 2 || len(src)%2 != 0 {
		return false
	}
	first := string(src[:2])
	return first == "\xff\xfe" || first == "\xfe\xff" || src[0] == 0 || src[1] == 0
}

func (d *diagnoser) notObject() {
	k := kindOfByte(d.src[d.i])
	if k == Invalid || (k == Null || k == False || k == True) && scanWord(d.src, d.i) != d.tokenEnd(d.i) {
		return // whatever it is, it gets an error of its own
	}
	end := d.i + 1
	if k != Array {
		end = d.tokenEnd(d.i)
	}
	d.report(CodeNotObject, d.i, end, "An object must stand here, not "+k.String()+".", "Write { at the beginning and } at the end, with members between them.")
}

// inside reads one member or element of the innermost container, or its end.
func (d *diagnoser) inside() {
	f := &d.frames[len(d.frames)-1]
	f.within = false
	first := f.count == 0
	d.space()
	comma := -1
	for d.peek() == ',' {
		if comma >= 0 || first {
			d.report(CodeExtraComma, d.i, d.i+1, "A comma stands where "+wanted(f)+" should be.", "Remove it.")
		}
		if !first && comma < 0 {
			comma = d.i
		}
		d.i++
		d.space()
		if d.done {
			return
		}
	}
	if c := d.peek(); !first && comma < 0 && (c == ';' || c == ':' && !f.object) {
		d.report(CodeMissingComma, d.i, d.i+1, "A comma must stand here, not "+string(c)+".", "")
		comma = d.i
		d.i++
		d.space()
	}
	switch c := d.peek(); {
	case d.done:
		return
	case d.i >= len(d.src):
		d.unclosed()
		return
	case c == '}' || c == ']':
		if comma >= 0 {
			d.report(CodeTrailingComma, comma, comma+1, "A comma stands before the closing "+bracketName(c)+".", "JSON has no trailing commas: remove it.")
		}
		d.close(c)
		return
	}
	swallowed := d.swallowed
	d.swallowed = false
	if !first && comma < 0 && !swallowed {
		at := d.i
		d.report(CodeMissingComma, at, d.tokenEnd(at), "A comma is missing before this.", "")
	}
	f.count++
	if f.object {
		d.member(f)
		return
	}
	f.within = true
	d.value()
}

func wanted(f *frame) string {
	if f.object {
		return "a name"
	}
	return "a value"
}

// member reads a name, the colon, and the value.
func (d *diagnoser) member(f *frame) {
	at := d.i
	name, ok := d.name()
	if !ok || d.done {
		return
	}
	f.name, f.within = name, true
	if f.names == nil {
		f.names = map[string]int{}
	}
	if firstAt, twice := f.names[name]; twice {
		e := d.report(CodeDuplicate, at, d.i, "The name "+string(AppendQuote(nil, name))+" stands twice in this object.", "Only one of the two can count: remove the other.")
		e.First = firstAt
	} else {
		f.names[name] = at
	}
	d.space()
	switch c := d.peek(); {
	case c == ':':
		d.i++
	case c == '=':
		end := d.i + 1
		if end < len(d.src) && d.src[end] == '>' {
			end++
		}
		d.report(CodeMissingColon, d.i, end, "A colon must stand between a name and its value.", "Write : instead of "+string(d.src[d.i:end])+".")
		d.i = end
	case c == ',' || c == '}' || c == ']' || d.i >= len(d.src):
		d.report(CodeMissingValue, at, d.i, "This name has no value.", "Write a colon and a value behind it.")
		return
	default:
		d.report(CodeMissingColon, d.i, d.tokenEnd(d.i), "A colon is missing between the name and this value.", "")
	}
	if d.done {
		return
	}
	d.space()
	if c := d.peek(); c == ',' || c == '}' || c == ']' || d.i >= len(d.src) {
		d.report(CodeMissingValue, d.i, d.i+1, "A value is missing behind the colon.", "To delete a property write null.")
		return
	}
	d.value()
}

// name reads the name of a member, or what stands for one.
func (d *diagnoser) name() (string, bool) {
	at := d.i
	switch c := d.peek(); {
	case c == '"':
		d.str()
		return d.text(at), true
	case d.quote() > 0:
		return d.oddString(), true
	case c == ':':
		d.report(CodeBareName, at, at+1, "A name is missing before the colon.", `Names stand in double quotes: "name": …`)
		return "", true
	case c == '{' || c == '[':
		d.report(CodeBareName, at, at+1, "A name must stand here, not "+kindOfByte(c).String()+".", `A member is written "name": value.`)
		d.value()
		return "", false
	}
	end := d.tokenEnd(at)
	d.i = end
	word := string(d.src[at:end])
	if d.wordLen(at) > 0 {
		d.report(CodeBareName, at, end, "The name "+word+" has no quotes.", `Names stand in double quotes: "`+word+`".`)
		return word, true
	}
	d.report(CodeUnexpected, at, end, "A name in double quotes must stand here.", "")
	return word, false
}

// text returns the text of the string literal from at to d.i, whole or not.
func (d *diagnoser) text(at int) string {
	raw := d.src[at+1 : d.i]
	if n := len(raw); n > 0 && raw[n-1] == '"' {
		raw = raw[:n-1]
	}
	return string(appendUnescaped(nil, raw))
}

// value reads one value, or opens a container.
func (d *diagnoser) value() {
	at := d.i
	c := d.peek()
	switch {
	case d.i >= len(d.src):
		d.unclosed()
	case c == '{' || c == '[':
		if len(d.frames) >= MaxDepth {
			d.report(CodeTooDeep, at, at+1, "This is nested deeper than 10,000 levels.", "")
			d.done = true
			return
		}
		d.i++
		d.frames = append(d.frames, frame{object: c == '{', at: at})
	case c == '"':
		d.str()
	case d.quote() > 0:
		d.oddString()
	default:
		d.scalar()
	}
}

// close ends the innermost container with the bracket at d.i.
func (d *diagnoser) close(c byte) {
	f := &d.frames[len(d.frames)-1]
	if f.object != (c == '}') {
		open, right := byte('['), byte(']')
		if f.object {
			open, right = '{', '}'
		}
		e := d.report(CodeMismatch, d.i, d.i+1, "What was opened with "+string(open)+" is closed with "+string(c)+".", "Write "+string(right)+" here, or look for a bracket that is missing before.")
		e.First = f.at
	}
	d.i++
	d.frames = d.frames[:len(d.frames)-1]
}

// unclosed reports the containers that the end of the text leaves open: the
// innermost, for the others follow from it.
func (d *diagnoser) unclosed() {
	if n := len(d.frames); n > 0 {
		f := &d.frames[n-1]
		c, right := "{", "}"
		if !f.object {
			c, right = "[", "]"
		}
		hint := "Add " + right + " at the end."
		if n > 1 {
			hint = "Add the " + strconv.Itoa(n) + " closing brackets that are missing, " + right + " first."
		}
		e := d.report(CodeUnclosed, len(d.src), len(d.src), "The text ends, but a "+c+" is still open.", hint)
		e.First = f.at
	}
	d.done = true
}

func (d *diagnoser) peek() byte {
	if d.i < len(d.src) {
		return d.src[d.i]
	}
	return 0
}
