package jsonspan

import "bytes"

// run reads the whole text.
func (d *diagnoser) run(object bool) {
	if isUTF16(d.src) {
		d.report(CodeBadUTF8, 0, 2, "The text is not UTF-8, but UTF-16.", "Save it as UTF-8.")
		return
	}
	if len(d.src) >= 3 && string(d.src[:3]) == "\xef\xbb\xbf" {
		d.report(CodeByteOrderMark, 0, 3, "The text begins with a byte order mark.", "It is three invisible bytes: save the text as UTF-8 without BOM.")
		d.i = 3
	}
	d.space()
	if d.done {
		return
	}
	if d.i >= len(d.src) {
		d.report(CodeEmpty, len(d.src), len(d.src), "There is nothing here.", "The shortest object is {}.")
		return
	}
	before := len(d.errors)
	if object && d.src[d.i] != '{' && !d.isNamed(d.i) {
		d.notObject()
	}
	if d.done {
		return
	}
	if len(d.frames) == 0 {
		d.value()
	}
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
	if d.i < len(d.src) && !d.done {
		d.report(CodeAfterEnd, d.i, len(d.src), "Something follows after the end of the value.", d.afterEndHint())
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

// notObject reports that what begins at d.i is no object. Where it is another
// value, or members without their brace, reading goes on.
func (d *diagnoser) notObject() {
	at := d.i
	c, end := d.src[at], d.tokenEnd(at)
	token := d.src[at:end]
	isValue := c == '[' || c == '"' && end > at+1 || scanNumber(d.src, at) == end || scanWord(d.src, at) == end
	message := "An object must stand here, not "
	hint := `Write { at the beginning and } at the end, and names and values between them: {"name": "value"}.`
	switch rest := d.src[at:]; {
	case c == '"' && d.memberAt(at):
		d.report(CodeNotObject, at, at+1, "The { at the beginning is missing.", "Write { before this name; the object ends with }.")
		d.frames = append(d.frames, frame{object: true, odd: true, at: at})
		return
	case c == '"' && isValue && len(token) > 2 && token[1] == '{':
		message, hint = message+"a string.", `The string has an object in it: remove the quotes around it, and write " for each \".`
	case bytes.HasPrefix(rest, []byte("[object ")):
		message, hint = "This is what JavaScript makes of an object that is used as text.", "Use JSON.stringify to make JSON of the object."
		isValue = false
	case isValue:
		message += kindOfByte(c).String() + "."
		if c == '[' {
			end = at + 1
		}
	case c < 0x20 || !validText(token):
		return // these bytes have errors of their own
	case bytes.IndexByte(rest, '{') > 0 && c != '<':
		message, hint = "The text does not begin with an object.", "Keep only what stands from the first { to the last }."
	case c == '<':
		message, hint = "This looks like HTML or XML, not like JSON.", "Write an object, which begins with {."
	case c == '%' || d.byteAt(end) == '%' || d.byteAt(end) == '=' && d.byteAt(end+1) != '=':
		message, hint = "This looks like the text of a form, not like JSON.", `Write an object: {"name": "value"}.`
	default:
		message += string(token) + "."
	}
	d.report(CodeNotObject, at, end, message, hint)
	d.done = d.done || !isValue
}

// afterEndHint says what to do about what follows the value, at d.i.
func (d *diagnoser) afterEndHint() string {
	switch c := d.src[d.i]; {
	case c == '}' || c == ']':
		return "This closing bracket is one too many: remove it."
	case c == ',' && d.missingOpen(d.i, '}'):
		return "Perhaps the closing bracket before it is one too many."
	case c == ',':
		return "Remove the comma and what follows."
	case c == '{' || c == '[':
		return "Only one value can be sent: remove the second."
	case c < 0x20:
		return "It is a control character, which cannot be seen: remove it."
	}
	return "Remove it."
}
