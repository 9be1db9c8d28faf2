package merge

import "mergebook/wasm/jsonspan"

// write makes the new profile out of the old one and the edits, and notes in
// the steps where their values went.
func (m *merger) write() []byte {
	dst := make([]byte, 0, len(m.p.Src)+len(m.b.Src))
	at := uint32(0)
	for i := range m.edits {
		e := &m.edits[i]
		dst = append(dst, m.p.Src[at:e.start]...)
		at = e.end
		if e.step >= 0 {
			dst = m.appendValue(dst, e.step)
		}
		dst = m.appendNews(dst, e)
	}
	return append(dst, m.p.Src[at:]...)
}

// appendNews appends the new members of an edit.
func (m *merger) appendNews(dst []byte, e *edit) []byte {
	for i, step := range e.news {
		if e.first && i == 0 {
			dst = append(dst, e.style.open...)
		} else {
			dst = append(append(dst, ','), e.style.lead...)
		}
		s := &m.steps[step]
		name := s.Field
		if s.Name.Len() > 0 {
			name = s.Name
		}
		dst = append(append(dst, name.Of(m.b.Src)...), e.style.gap...)
		dst = m.appendValue(dst, step)
	}
	if e.first {
		dst = append(dst, e.style.close...)
	}
	return dst
}

// appendValue appends the value of a step as the body has it. A whole metadata
// field comes without its properties that are null (rule 6).
func (m *merger) appendValue(dst []byte, step int32) []byte {
	s := &m.steps[step]
	s.Result.Start = uint32(len(dst))
	if s.Rule == 6 || s.Rule == 8 {
		dst = m.appendField(dst, s.After)
	} else {
		dst = append(dst, s.After.Of(m.b.Src)...)
	}
	s.Result.End = uint32(len(dst))
	return dst
}

func (m *merger) appendField(dst []byte, field jsonspan.Span) []byte {
	var members []jsonspan.Member
	for i := range m.b.Members {
		if m.b.Members[i].Value == field {
			members = m.b.Inner(i)
		}
	}
	at := field.Start
	null := func(i int) bool { return jsonspan.KindOf(m.b.Src, members[i].Value) == jsonspan.Null }
	prune(m.b.Src, field, members, null, func(int) {}, func(start, end uint32) {
		dst = append(dst, m.b.Src[at:start]...)
		at = end
	})
	return append(dst, m.b.Src[at:field.End]...)
}
