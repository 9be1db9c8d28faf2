package merge

import "mergebook/wasm/jsonspan"

// A target is an object of the profile that the body changes: the root, or a
// metadata field that the body's is merged into.
type target struct {
	span        jsonspan.Span
	members     []jsonspan.Member
	touched     []touched // the members that the body names, in the profile's order
	found       []int     // for each member of the body's object: which of touched it is, or -1
	depth       int       // the depth of steps that are about its members
	first, last int       // such steps are among those from first to before last
}

// A touched member is one that the body names.
type touched struct {
	stored int // its index
	step   int // the step that tells what becomes of it
	merged int // 1 + which of the merger's fields the member is, if the body's is merged into it
}

// set makes the target another one.
func (o *target) set(span jsonspan.Span, members []jsonspan.Member, depth, first int) {
	*o = target{span: span, members: members, depth: depth, first: first, touched: o.touched, found: o.found}
}

// match finds the target's members that the body names: the given members of
// the body.
func (m *Merger) match(o *target, named []jsonspan.Member) {
	o.touched = room(o.touched, min(len(o.members), len(named)))
	o.found = room(o.found, len(named))
	for range named {
		o.found = append(o.found, -1)
	}
	jsonspan.Pairs(m.p.Src, o.members, m.b.Src, named, func(stored, i int) {
		o.found[i] = len(o.touched)
		o.touched = append(o.touched, touched{stored: stored})
	})
}

// touch notes which step is about the member i of the body's object. It returns
// what is known of the stored member and its index, which is -1 when there is
// none.
func (o *target) touch(i, step int) (t *touched, stored int) {
	k := o.found[i]
	if k < 0 {
		return nil, -1
	}
	t = &o.touched[k]
	t.step = step
	return t, t.stored
}

// isNew reports whether step i adds a member to the target.
func (m *Merger) isNew(o *target, i int) bool {
	s := &m.steps[i]
	return (s.Op == Added || s.Op == Created) && s.Before.Len() == 0 && s.Depth() == o.depth
}

// removes reports whether the touched member goes.
func (m *Merger) removes(t *touched) bool {
	op := m.steps[t.step].Op
	return t.merged == 0 && (op == Deleted || op == Cleared)
}
