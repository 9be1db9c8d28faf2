package merge

import "mergebook/wasm/jsonspan"

// An edit replaces a range of the profile, which may be empty, by something of
// the body, which may be nothing.
type edit struct {
	start, end uint32
	step       int32   // the step whose value is written, or -1
	news       []int32 // the steps whose members are appended here
	style      style   // how to write those
	first      bool    // no member stands before them
}

func (m *merger) cut(start, end uint32) {
	m.edits = append(m.edits, edit{start: start, end: end, step: -1})
}

// deletes reports whether the member with this fate goes.
func (m *merger) deletes(f fate) bool {
	return f.step >= 0 && (m.steps[f.step].Op == Deleted || m.steps[f.step].Op == Cleared)
}

// editRoot turns the fates of the stored root members into edits, and adds the
// members that are new.
func (m *merger) editRoot(fates []fate, inner [][]int32, news []int32) {
	outer := style{gap: ":"}
	if len(m.p.Members) > 0 {
		outer = styleOf(m.p.Src, m.p.Root, m.p.Members)
	} else if len(m.b.Members) > 0 {
		outer = styleOf(m.b.Src, m.b.Root, m.b.Members)
	}
	m.editObject(m.p.Root, m.p.Members, news, outer, func(i int) bool { return m.deletes(fates[i]) }, func(i int) {
		value := m.p.Members[i].Value
		switch f := fates[i]; {
		case f.step >= 0 && m.steps[f.step].Op != NoOp:
			m.edits = append(m.edits, edit{start: value.Start, end: value.End, step: f.step})
		case f.inner >= 0:
			m.editField(i, inner[f.inner], outer)
		}
	})
}

// editField does the same for the properties of the stored field i. Steps of
// stored properties come first, one each; those of new ones follow.
func (m *merger) editField(i int, steps []int32, outer style) {
	members := m.p.Inner(i)
	news := steps[len(members):]
	inner := outer.deeper()
	if len(members) > 0 {
		inner = styleOf(m.p.Src, m.p.Members[i].Value, members)
	}
	m.editObject(m.p.Members[i].Value, members, news, inner, func(j int) bool { return m.deletes(fate{step: steps[j]}) }, func(j int) {
		if steps[j] >= 0 {
			value := members[j].Value
			m.edits = append(m.edits, edit{start: value.Start, end: value.End, step: steps[j]})
		}
	})
}

// editObject removes and appends members of one object of the profile, and
// calls keep for each that stays.
func (m *merger) editObject(obj jsonspan.Span, members []jsonspan.Member, news []int32, s style, drop func(int) bool, keep func(int)) {
	n := len(members)
	left := 0
	for i := range members {
		if !drop(i) {
			left++
		}
	}
	if left == 0 && len(news) > 0 {
		e := edit{start: obj.Start + 1, end: obj.End - 1, step: -1, news: news, style: s, first: true}
		m.edits = append(m.edits, e)
		return
	}
	prune(m.p.Src, obj, members, drop, keep, m.cut)
	if len(news) > 0 {
		end := members[n-1].Value.End
		m.edits = append(m.edits, edit{start: end, end: end, step: -1, news: news, style: s})
	}
}

// prune walks the members of an object: it calls keep for those that stay, and
// cut with the ranges that take the others away, each with its comma and its
// white space. Both come in the order of the text.
func prune(src []byte, obj jsonspan.Span, members []jsonspan.Member, drop func(int) bool, keep func(int), cut func(start, end uint32)) {
	kept, n := -1, len(members)
	for i := 0; i < n; i++ {
		if !drop(i) {
			kept = i
			keep(i)
			continue
		}
		last := i
		for last+1 < n && drop(last+1) {
			last++
		}
		switch next := last + 1; {
		case kept < 0 && next == n:
			cut(obj.Start+1, obj.End-1)
		case kept < 0:
			cut(members[i].Name.Start, members[next].Name.Start)
		case next == n:
			cut(members[kept].Value.End, members[last].Value.End)
		default:
			cut(commaBefore(src, members[i].Name.Start), commaBefore(src, members[next].Name.Start))
		}
		i = last
	}
}

// commaBefore returns the offset of the comma before the name at i.
func commaBefore(src []byte, i uint32) uint32 {
	for i--; src[i] != ','; i-- {
	}
	return i
}
