package jsonspan

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
	c := d.peek()
	switch {
	case d.done:
		return
	case d.i >= len(d.src):
		d.unclosed()
		return
	case c == '}' || c == ']' || c == ')':
		if comma >= 0 {
			d.report(CodeTrailingComma, comma, comma+1, "A comma stands before the closing "+bracketName(c)+".", "JSON has no trailing commas: remove it.")
		}
		d.close(c)
		return
	}
	separated := d.separated || first || comma >= 0
	d.separated = false
	if !separated && !d.noComma(f) || d.done {
		return
	}
	f.count++
	f.last = d.i
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

func bracketName(c byte) string {
	switch c {
	case '}':
		return "brace }"
	case ')':
		return "parenthesis )"
	}
	return "bracket ]"
}

// noComma reports what stands at d.i, where a comma or the end of the
// container must, and returns whether a member or element begins there.
func (d *diagnoser) noComma(f *frame) bool {
	at := d.i
	end := d.tokenEnd(at)
	token := string(d.src[at:end])
	next := d.behind(end)
	switch c := token[0]; {
	case c == ':' && !f.object:
		d.colonInArray(f)
		return false
	case d.memberAt(at) || f.object && d.beginsLine(at) || !f.object && d.valueAt(at):
		d.report(CodeMissingComma, at, end, "A comma is missing before this.", "Write , before it.")
		return true
	case validText(d.src[at:end]) && (f.object && d.memberAt(next) || !f.object && c == ';'):
		d.report(CodeMissingComma, at, end, "A comma must stand here, not "+token+".", "Write , instead of "+token+".")
		d.i = next
		return true
	case c == ':':
		d.report(CodeUnexpected, at, end, "A second colon stands in this member.", "A member is one name, one colon and one value. Is a comma missing before, or a value?")
	default:
		hint := "Remove it, or write a comma before it."
		if f.object {
			hint = "A name has only one value: remove this, or write a comma and a name before it."
		}
		d.junk(at, end, "A comma or "+string(rune(f.closing()))+" must stand here", hint)
	}
	d.i = end
	d.skip()
	return false
}

// colonInArray reports the colon at d.i, behind an element of the array.
func (d *diagnoser) colonInArray(f *frame) {
	if d.memberAt(f.last) && d.missingOpen(d.i, '}') {
		d.openObject(f.last)
		return
	}
	n := len(d.frames)
	inObject := n > 1 && d.frames[n-2].object
	hint := "Names stand in objects: write { and } around this name and its value."
	if inObject {
		hint = "Write ] before this name, if the array should end there."
	}
	e := d.report(CodeUnexpected, f.last, d.i+1, "A name stands in this array, but elements have no names.", hint)
	e.First = f.at
	if inObject && d.memberAt(f.last) {
		d.i = f.last
		d.frames = d.frames[:n-1]
		d.separated = true
		return
	}
	d.i++
	d.skip()
}

// openObject reports that the { before the name at i is missing, and goes on
// as if it were there.
func (d *diagnoser) openObject(i int) {
	d.report(CodeMismatch, i, i+1, "The { before this name is missing.", "Write { before it.")
	d.i = i
	d.frames = append(d.frames, frame{object: true, at: i})
}

// openArray reports that the [ before the value of the member read last is
// missing, if so it is, and goes on with the next element at i.
func (d *diagnoser) openArray(f *frame, i int) bool {
	if f.count < 2 || !d.missingOpen(i, ']') {
		return false
	}
	f.within = true // again the member before
	d.report(CodeMismatch, f.value, f.value+1, "The [ before this value is missing.", "Write [ before it.")
	d.i = i
	d.frames = append(d.frames, frame{at: f.value, count: 1})
	d.separated = true
	return true
}

// close ends the innermost container with the bracket at d.i. If that is of
// another kind, one bracket is wrong, or missing before, or one too many:
// whichever lets the rest of the text close what is open.
func (d *diagnoser) close(c byte) {
	n := len(d.frames)
	f := &d.frames[n-1]
	if c == f.closing() || f.odd {
		d.i++
		d.frames = d.frames[:n-1]
		return
	}
	open, right := "[", string(rune(f.closing()))
	if f.object {
		open = "{"
	}
	outer := n - 2
	for outer >= 0 && d.frames[outer].closing() != c {
		outer--
	}
	at, keep := d.i, n-1
	this := string(rune(c))
	message, hint := "What was opened with "+open+" is closed with "+this+".", "Write "+right+" instead."
	switch rest, _ := d.surplus(at + 1); {
	case rest == n-1:
	case rest == n:
		keep = n
		message, hint = "This "+this+" closes nothing: what is open is a "+open+".", "Remove it."
	case outer >= 0:
		keep = outer
		message, hint = "Before this "+this+" the "+open+" must be closed.", "Write "+right+" before it."
	}
	e := d.report(CodeMismatch, at, at+1, message, hint)
	e.First = f.at
	d.i++
	d.frames = d.frames[:keep]
}

// unclosed reports the containers that the end of the text leaves open: the
// innermost, for the others follow from it.
func (d *diagnoser) unclosed() {
	const most = 12
	d.done = true
	n := len(d.frames)
	if n == 0 || d.frames[n-1].odd {
		return
	}
	f := &d.frames[n-1]
	open := "["
	if f.object {
		open = "{"
	}
	var missing []byte
	for i := n - 1; i >= max(n-most, 0); i-- {
		missing = append(missing, d.frames[i].closing())
	}
	hint := "Write " + string(missing) + " at the end."
	if n > most {
		hint = "Write " + string(missing) + " and all the others at the end."
	}
	e := d.report(CodeUnclosed, len(d.src), len(d.src), "The text ends, but a "+open+" is still open.", hint)
	e.First = f.at
}
