package merge

import "mergebook/wasm/jsonspan"

// A style is the white space that the members of one object have around them.
type style struct {
	open  string // behind the opening brace
	lead  string // behind a comma
	gap   string // between name and value, with the colon
	close string // before the closing brace
}

// styleOf reads the style off an object with members: the last one is what a
// new member would have copied.
func styleOf(src []byte, obj jsonspan.Span, members []jsonspan.Member) style {
	first, last := &members[0], &members[len(members)-1]
	s := style{
		open:  string(src[obj.Start+1 : first.Name.Start]),
		gap:   string(src[last.Name.End:last.Value.Start]),
		close: string(src[last.Value.End : obj.End-1]),
	}
	s.lead = s.open
	if len(members) > 1 {
		s.lead = string(src[commaBefore(src, last.Name.Start)+1 : last.Name.Start])
	}
	return s
}

// deeper returns the style for an object that is the value of a member and has
// no members to copy from: where members stand on lines of their own, one
// level further in.
func (s style) deeper() style {
	lineBreak, indent := lastLine(s.lead)
	if lineBreak == "" {
		return style{lead: s.lead, gap: s.gap}
	}
	_, base := lastLine(s.close)
	unit := indent
	if len(base) < len(indent) && indent[:len(base)] == base {
		unit = indent[len(base):]
	}
	in := lineBreak + indent + unit
	return style{open: in, lead: in, gap: s.gap, close: lineBreak + indent}
}

// lastLine splits white space into its last line break and what follows it.
func lastLine(space string) (lineBreak, indent string) {
	i := len(space) - 1
	for i >= 0 && space[i] != '\n' && space[i] != '\r' {
		i--
	}
	if i < 0 {
		return "", space
	}
	if i > 0 && space[i-1] == '\r' && space[i] == '\n' {
		return space[i-1 : i+1], space[i+1:]
	}
	return space[i : i+1], space[i+1:]
}
