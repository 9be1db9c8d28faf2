package explain

import (
	"slices"

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

// A place is an object or array of the body that lost values can be put into,
// behind what is there, written as their new siblings are.
type place struct {
	at        uint32
	lead, gap string // what stands before a new sibling, and between its name and value
	behind    bool   // whether there are others
}

// widest is the most white space that a value copies from its new siblings, in
// bytes: many values with a lot of it would make a huge body of a small one.
const widest = 512

// placeIn returns the place in a value of the body. last is the last that is in
// it, which has no name in an array; zero where there is none.
func placeIn(src []byte, value jsonspan.Span, last jsonspan.Member) *place {
	p := &place{at: value.Start + 1, lead: " ", gap: ": "}
	start := last.Value.Start
	if last.Name.Len() > 0 {
		start = last.Name.Start
		p.gap = string(src[last.Name.End:last.Value.Start])
	}
	if p.behind = last.Value.Len() > 0; p.behind {
		p.at = last.Value.End
		p.lead = string(src[spaceStart(src, start):start])
	}
	if len(p.lead) > widest || len(p.gap) > widest {
		p.lead, p.gap = " ", ": "
	}
	return p
}

// keepLost returns the edits that put what was lost back into the body's
// value, or nil where that value has no place for it.
func keepLost(r *merge.Result, lost []Loss) []Edit {
	var edits []Edit
	for i := 0; i < len(lost); {
		into := lost[i].into
		if into == nil {
			return nil
		}
		var text []byte
		for first := i; i < len(lost) && lost[i].into == into; i++ {
			if into.behind || i > first {
				text = append(append(text, ','), into.lead...)
			}
			if name := lost[i].Name; name.Len() > 0 {
				text = append(append(text, name.Of(r.Profile.Src)...), into.gap...)
			}
			text = append(text, lost[i].Before.Of(r.Profile.Src)...)
		}
		edits = append(edits, Edit{Span: jsonspan.Span{Start: into.at, End: into.at}, Text: string(text)})
	}
	// What is lost inside another object comes between two of that one.
	order := make([]uint32, len(edits))
	for k := range order {
		order[k] = uint32(k)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		if d := int(edits[a].Span.Start) - int(edits[b].Span.Start); d != 0 {
			return d
		}
		return int(a) - int(b)
	})
	sorted := make([]Edit, len(edits))
	for k, i := range order {
		sorted[k] = edits[i]
	}
	return sorted
}
