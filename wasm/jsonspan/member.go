package jsonspan

// member reads a name, the colon, and the value.
func (d *diagnoser) member(f *frame) {
	at := d.i
	name, ok := d.name(f)
	if !ok || d.done {
		return
	}
	nameEnd := d.i
	d.space()
	if c := d.peek(); (c == ',' || c == ']') && d.openArray(f, at) {
		return
	}
	f.name, f.within = name, true
	if f.names == nil {
		f.names = map[string]int{}
	}
	if firstAt, twice := f.names[name]; twice {
		e := d.report(CodeDuplicate, at, nameEnd, "The name "+string(AppendQuote(nil, name))+" stands twice in this object.", "Only one of the two can count: remove the other.")
		e.First = firstAt
	} else {
		f.names[name] = at
	}
	if !d.colon(at, nameEnd) || d.done {
		return
	}
	colon := d.i
	d.space()
	switch c := d.peek(); {
	case d.done:
	case c == '"' && d.memberAt(d.i) && d.missingOpen(d.i, '}'):
		d.openObject(d.i)
	case c == ',' && d.unnamedAt(d.behind(d.i+1)):
		d.report(CodeExtraComma, d.i, d.i+1, "A comma stands where a value should be.", "Remove it.")
		d.i++
		d.space()
		d.value()
	case c == ',' || c == '}' || c == ']' || d.i >= len(d.src):
		d.report(CodeMissingValue, d.i, d.i+1, "A value is missing behind the colon.", "To delete a property write null.")
	case d.beginsLine(d.i) && d.memberAt(d.i):
		d.report(CodeMissingValue, colon-1, colon, "A value is missing behind the colon.", "To delete a property write null.")
		d.separated = true
	default:
		f.value = d.i
		d.value()
	}
}

// colon reads what stands between a name, from at to nameEnd, and its value.
// It returns whether the value is to be read.
func (d *diagnoser) colon(at, nameEnd int) bool {
	start := d.i
	c := d.peek()
	if c == ',' {
		// Perhaps it was meant to be a colon, if something without a name follows.
		if !d.unnamedAt(d.behind(d.i + 1)) {
			c = '}'
		}
	}
	switch {
	case c == '}' || c == ']' || c == ')' || d.i >= len(d.src):
		d.report(CodeMissingValue, at, nameEnd, "This name has no value.", "Write a colon and a value behind it.")
		return false
	case d.memberAt(d.i):
		d.report(CodeMissingValue, at, nameEnd, "This name has no value.", "Write a colon, a value and a comma behind it.")
		d.separated = true
		return false
	}
	isColon := c == ':' || c == '=' || c == ';' || c == ',' || c == '-' && d.byteAt(start+1) == '>'
	if !isColon {
		d.report(CodeMissingColon, start, d.tokenEnd(start), "A colon is missing between the name and this value.", "Write : before it.")
		return true
	}
	d.i++
	for {
		next := d.behind(d.i)
		if c := d.byteAt(next); c != ':' && c != '=' && c != '>' {
			break
		}
		d.i = next + 1
	}
	if run := string(d.src[start:d.i]); run != ":" {
		d.report(CodeMissingColon, start, d.i, "Between a name and its value stands one colon.", "Write : instead of "+printable(run)+".")
	}
	return true
}

// name reads the name of a member, or what stands for one.
func (d *diagnoser) name(f *frame) (string, bool) {
	at := d.i
	switch c := d.peek(); {
	case c == '"':
		return d.str(true), true
	case d.quote() > 0:
		return d.oddString(true), true
	case c == ':':
		d.report(CodeBareName, at, at+1, "A name is missing before the colon.", `A member is written "name": value.`)
		return "", true
	case c == '{' || c == '[':
		d.bracketForName(f, at, c)
		return "", false
	case d.escapedQuote():
		return "", false
	}
	end := d.bareEnd(at)
	word := string(d.src[at:end])
	next := d.behind(end)
	switch c := d.byteAt(next); {
	case word != "" && validText(d.src[at:end]) && (c == ':' || c == '='):
		d.i = end
		d.report(CodeBareName, at, end, "The name "+word+" has no quotes.", `Names stand in double quotes: "`+word+`".`)
		return word, true
	case word != "" && c == '"' && next == end && d.byteBehind(end+1) == ':':
		d.i = end + 1
		d.report(CodeUnclosedString, at, d.i, "The quote at the beginning of this name is missing.", `Write "`+word+`".`)
		return word, true
	case d.isLiteral(at):
		d.valueWithoutName(f, at)
	case d.wordLen(at) > 0:
		d.i = end
		d.report(CodeBareName, at, end, word+" has no quotes and no value.", `A member is written "name": value.`)
		d.skip()
	default:
		d.i = d.tokenEnd(at)
		d.junk(at, d.i, "A name in double quotes must stand here", `A member is written "name": value.`)
		d.skip()
	}
	return "", false
}

// bracketForName reports the opening bracket at d.i, where a name must stand.
func (d *diagnoser) bracketForName(f *frame, at int, c byte) {
	n := len(d.frames)
	nextElement := f.count > 1 && n > 1 && !d.frames[n-2].object
	switch {
	case c == '{' && nextElement:
		d.report(CodeMismatch, at, at+1, "A name must stand here, not an object.", `A member is written "name": value. Or is a } missing before?`)
		d.frames = d.frames[:n-1] // so this is the next element
		d.separated = true
	case c == '{' && d.extraOpen(at):
		d.report(CodeMismatch, at, at+1, "This { is one too many.", "Remove it.")
		d.i++
		d.separated = true
	case !d.openArray(f, at):
		d.report(CodeBareName, at, at+1, "A name must stand here, not "+kindOfByte(c).String()+".", `A member is written "name": value.`)
		d.skip()
	}
}

// valueWithoutName reports the value at d.i once for each object: who forgets
// one name may not know that values need them.
func (d *diagnoser) valueWithoutName(f *frame, at int) {
	if d.openArray(f, at) {
		return
	}
	end := d.tokenEnd(at)
	if !f.nameless {
		hint := `In an object each value has a name: "name": ` + string(d.src[at:end]) + `. A list without names stands in [ and ].`
		if isDigit(d.src[at]) && at >= 2 && d.src[at-1] == ',' && isDigit(d.src[at-2]) {
			hint = "A number is written with a point and without commas: 3.14 or 1000."
		}
		d.report(CodeBareName, at, end, "This value has no name.", hint)
	}
	f.nameless = true
	d.i = end
	d.skip()
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
			d.report(CodeTooDeep, at, at+1, "This is nested deeper than 10,000 levels.", "Move what is inside to a higher level.")
			d.done = true
			return
		}
		f := frame{object: c == '{', at: at}
		if d.isNamed(at) {
			f.object, f.odd = true, true
			d.report(CodeMismatch, at, at+1, "This begins with [, but there are names in it.", "Names stand in objects: write { at the beginning and } at the end.")
		}
		d.i++
		d.frames = append(d.frames, f)
	case c == '"':
		d.str(false)
	case d.quote() > 0:
		d.oddString(false)
	case d.escapedQuote():
	default:
		d.scalar()
	}
}
