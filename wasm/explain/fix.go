package explain

import (
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// An Edit replaces a span of the body, which may be empty, by a text.
type Edit struct {
	Span jsonspan.Span
	Text string
}

// Fixed returns the body with the warning's fix, or nil where it has none.
func (w *Warning) Fixed(body []byte) []byte {
	if w.Fix == nil {
		return nil
	}
	var out []byte
	at := uint32(0)
	for _, e := range w.Fix {
		out = append(append(out, body[at:e.Span.Start]...), e.Text...)
		at = e.Span.End
	}
	return append(out, body[at:]...)
}

// remove returns the edit that takes a member or an element away, with one
// comma. The span is all of it, with its name.
func remove(src []byte, s jsonspan.Span) Edit {
	after := spaceEnd(src, s.End)
	if src[after] == ',' {
		return Edit{Span: jsonspan.Span{Start: s.Start, End: spaceEnd(src, after+1)}}
	}
	before := spaceStart(src, s.Start)
	if src[before-1] == ',' {
		return Edit{Span: jsonspan.Span{Start: before - 1, End: s.End}}
	}
	return Edit{Span: s}
}

// removeRun takes away the last members of an object, down to end, when those
// before the very last are in the edits already: the comma before them all
// must go too.
func removeRun(src []byte, edits []Edit, end uint32) []Edit {
	i := len(edits) - 1
	for i > 0 && edits[i-1].Span.End == edits[i].Span.Start {
		i--
	}
	start := edits[i].Span.Start
	if before := spaceStart(src, start); src[before-1] == ',' {
		start = before - 1
	}
	return append(edits[:i], Edit{Span: jsonspan.Span{Start: start, End: end}})
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

func spaceEnd(src []byte, i uint32) uint32 {
	for isSpace(src[i]) {
		i++
	}
	return i
}

func spaceStart(src []byte, i uint32) uint32 {
	for isSpace(src[i-1]) {
		i--
	}
	return i
}

// removeStep returns the edit that takes out of the body what the step is
// about. The last property goes with its field: {} would clear that.
func removeStep(r *merge.Result, s *Step) []Edit {
	member := jsonspan.Span{Start: s.Field.Start, End: s.After.End}
	if s.Depth() == 2 {
		if i := rootMember(r, s); len(r.Body.Inner(i)) > 1 {
			member.Start = s.Name.Start
		} else {
			member.End = r.Body.Members[i].Value.End
		}
	}
	return []Edit{remove(r.Body.Src, member)}
}

// keepLost returns the edits that put what was lost back into the body's
// value, or nil where that value has no place for it.
func keepLost(r *merge.Result, lost []Loss) []Edit {
	var edits []Edit
	for i := 0; i < len(lost); {
		n := i + 1
		for n < len(lost) && lost[n].into == lost[i].into {
			n++
		}
		if lost[i].into.Len() == 0 {
			return nil
		}
		edits = append(edits, insert(r, lost[i:n]))
		i = n
	}
	return sorted(edits)
}

// insert puts values into one object or array of the body: members behind the
// others, elements before them, written as their new siblings are.
func insert(r *merge.Result, lost []Loss) Edit {
	src, into := r.Body.Src, lost[0].into
	inside := spaceEnd(src, into.Start+1)
	empty := inside == into.End-1
	lead, gap := " ", ": "
	at := into.Start + 1
	if src[into.Start] == '{' && !empty {
		var last jsonspan.Member
		for m := range jsonspan.Members(src, into) {
			last = m
		}
		lead = string(src[spaceStart(src, last.Name.Start):last.Name.Start])
		gap = string(src[last.Name.End:last.Value.Start])
		at = last.Value.End
	} else if !empty {
		lead = string(src[into.Start+1 : inside])
		at = inside
	}
	var text []byte
	for i, l := range lost {
		if behind := src[into.Start] == '{' && !empty; behind || i > 0 {
			text = append(append(text, ','), lead...)
		}
		if l.name.Len() > 0 {
			text = append(append(text, l.name.Of(r.Profile.Src)...), gap...)
		}
		text = append(text, l.Before.Of(r.Profile.Src)...)
	}
	if src[into.Start] == '[' && !empty {
		text = append(append(text, ','), lead...)
	}
	return Edit{Span: jsonspan.Span{Start: at, End: at}, Text: string(text)}
}

// sorted puts edits in the order of the body. There are few places that lose
// something at once, and they come nearly sorted.
func sorted(edits []Edit) []Edit {
	for i := range edits {
		for j := i; j > 0 && edits[j].Span.Start < edits[j-1].Span.Start; j-- {
			edits[j], edits[j-1] = edits[j-1], edits[j]
		}
	}
	return edits
}
