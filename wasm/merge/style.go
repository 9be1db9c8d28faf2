package merge

import (
	"bytes"
	"slices"

	"mergebook/wasm/jsonspan"
)

// A style is the white space that the members of one object have around them.
type style struct {
	open  []byte // behind the opening brace
	lead  []byte // behind a comma
	gap   []byte // between name and value, with the colon
	close []byte // before the closing brace
}

// style returns how new members of the target are written: as those that it
// has, else as the profile's are, else as the body's.
func (m *Merger) style(o *target) style {
	switch {
	case len(o.members) > 0:
		return styleOf(m.p.Src, o.span, o.members)
	case o.depth > 1:
		return m.style(&m.root).deeper()
	}
	return styleOf(m.b.Src, m.b.Root, m.b.Members)
}

// styleOf reads the style off an object with members: the last one is what a
// new member would have copied.
func styleOf(src []byte, obj jsonspan.Span, members []jsonspan.Member) style {
	first, last := &members[0], &members[len(members)-1]
	s := style{
		open:  src[obj.Start+1 : first.Name.Start],
		gap:   src[last.Name.End:last.Value.Start],
		close: src[last.Value.End : obj.End-1],
	}
	s.lead = s.open
	if len(members) > 1 {
		s.lead = src[commaBefore(src, last.Name.Start)+1 : last.Name.Start]
	}
	if len(s.lead) > widest || len(s.gap) > widest {
		s.lead, s.gap = nil, []byte{':'}
	}
	return s
}

// widest is the most white space that new members copy from a sibling, in
// bytes: many of them with a lot of it would make a huge profile of a small
// body.
const widest = 512

// deeper returns the style for an object that is the value of a member and has
// no members to copy from: where members stand on lines of their own, one
// level further in.
func (s style) deeper() style {
	lineBreak, indent := lastLine(s.lead)
	if len(lineBreak) == 0 {
		return style{lead: s.lead, gap: s.gap}
	}
	_, base := lastLine(s.close)
	unit := indent
	if rest, inside := bytes.CutPrefix(indent, base); inside && len(rest) > 0 {
		unit = rest
	}
	in := slices.Concat(lineBreak, indent, unit)
	return style{open: in, lead: in, gap: s.gap, close: in[:len(in)-len(unit)]}
}

// lastLine splits white space into its last line break and what follows it.
func lastLine(space []byte) (lineBreak, indent []byte) {
	i := len(space) - 1
	for i >= 0 && space[i] != '\n' && space[i] != '\r' {
		i--
	}
	if i < 0 {
		return nil, space
	}
	if i > 0 && space[i-1] == '\r' && space[i] == '\n' {
		return space[i-1 : i+1], space[i+1:]
	}
	return space[i : i+1], space[i+1:]
}
