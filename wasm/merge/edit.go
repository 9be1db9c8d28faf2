package merge

import "mergebook/wasm/jsonspan"

// edit writes what the steps do to the target.
func (m *Merger) edit(o *target) {
	left := len(o.members)
	for k := range o.touched {
		if m.removes(&o.touched[k]) {
			left--
		}
	}
	news := o.first // the first step that adds a member
	for news < o.last && !m.isNew(o, news) {
		news++
	}
	if left == 0 && news < o.last {
		m.w.replace(o.span.Start+1, o.span.End-1)
		m.add(o, news, true)
		return
	}
	for k := 0; k < len(o.touched); k++ {
		switch t := &o.touched[k]; {
		case m.removes(t):
			end := t.stored
			for k+1 < len(o.touched) && o.touched[k+1].stored == end+1 && m.removes(&o.touched[k+1]) {
				k++
				end++
			}
			gone := around(m.p.Src, o.span, o.members, t.stored, end)
			m.w.replace(gone.Start, gone.End)
		case t.merged > 0:
			m.edit(&m.fields[t.merged-1])
		case m.steps[t.step].Op != NoOp:
			value := o.members[t.stored].Value
			m.w.replace(value.Start, value.End)
			m.value(t.step)
		}
	}
	if news < o.last {
		end := o.members[len(o.members)-1].Value.End
		m.w.replace(end, end)
		m.add(o, news, false)
	}
}

// add writes the target's new members, of which the step news is the first,
// behind those that are left, or with alone set into the empty object.
func (m *Merger) add(o *target, news int, alone bool) {
	style := m.style(o)
	for i := news; i < o.last; i++ {
		if !m.isNew(o, i) {
			continue
		}
		if alone && i == news {
			m.w.put(style.open)
		} else {
			m.w.put(comma)
			m.w.put(style.lead)
		}
		s := &m.steps[i]
		name := s.Field
		if s.Name.Len() > 0 {
			name = s.Name
		}
		m.w.put(name.Of(m.b.Src))
		m.w.put(style.gap)
		m.value(i)
	}
	if alone {
		m.w.put(style.close)
	}
}

var comma = []byte{','}

// value writes the value of a step as the body has it. A whole metadata field
// comes without its properties that are null (rule 6).
func (m *Merger) value(step int) {
	s := &m.steps[step]
	s.Result.Start = m.w.size
	if s.Rule == 6 || s.Rule == 8 {
		m.withoutNulls(s.After)
	} else {
		m.w.put(s.After.Of(m.b.Src))
	}
	s.Result.End = m.w.size
}

// withoutNulls writes a metadata field of the body without its properties that
// are null.
func (m *Merger) withoutNulls(field jsonspan.Span) {
	var members []jsonspan.Member
	for i := range m.b.Members {
		if m.b.Members[i].Value == field {
			members = m.b.Inner(i)
		}
	}
	null := func(i int) bool {
		return i < len(members) && jsonspan.KindOf(m.b.Src, members[i].Value) == jsonspan.Null
	}
	at := field.Start
	for i := 0; i < len(members); i++ {
		if !null(i) {
			continue
		}
		first := i
		for null(i + 1) {
			i++
		}
		gone := around(m.b.Src, field, members, first, i)
		m.w.put(m.b.Src[at:gone.Start])
		at = gone.End
	}
	m.w.put(m.b.Src[at:field.End])
}

// around returns the range that takes the members first to last away with
// their commas and their white space. The member before first stays, if there
// is one, and so does the one behind last.
func around(src []byte, obj jsonspan.Span, members []jsonspan.Member, first, last int) jsonspan.Span {
	switch next := last + 1; {
	case first == 0 && next == len(members):
		return jsonspan.Span{Start: obj.Start + 1, End: obj.End - 1}
	case first == 0:
		return jsonspan.Span{Start: members[0].Name.Start, End: members[next].Name.Start}
	case next == len(members):
		return jsonspan.Span{Start: members[first-1].Value.End, End: members[last].Value.End}
	default:
		return jsonspan.Span{Start: commaBefore(src, members[first].Name.Start), End: commaBefore(src, members[next].Name.Start)}
	}
}

// commaBefore returns the offset of the comma before the name at i.
func commaBefore(src []byte, i uint32) uint32 {
	for i--; src[i] != ','; i-- {
	}
	return i
}
