package merge

import "mergebook/wasm/jsonspan"

// A target is an object of the profile that the body changes: the root, or a
// metadata field that the body's is merged into.
type target struct {
	span        jsonspan.Span
	members     []jsonspan.Member
	touched     []touched // the members that the body names, in the profile's order
	depth       int       // the depth of steps that are about its members
	first, last int       // such steps are among those from first to before last
}

// A touched member is one that the body names.
type touched struct {
	stored int // its index
	step   int // the step that tells what becomes of it
	merged int // 1 + which of the merger's fields the member is, if the body's is merged into it
}

// match finds the target's members that the body names: the given members of
// the body. It returns for each of these which of touched it is, or -1.
func (m *merger) match(o *target, named []jsonspan.Member) []int {
	found := make([]int, len(named))
	for i := range found {
		found[i] = -1
	}
	o.touched = make([]touched, 0, min(len(o.members), len(named)))
	jsonspan.Pairs(m.p.Src, o.members, m.b.Src, named, func(stored, i int) {
		found[i] = len(o.touched)
		o.touched = append(o.touched, touched{stored: stored})
	})
	return found
}

// touch notes which step is about the touched member k and returns it with its
// index in the target; for none, where k is negative, that is -1.
func (o *target) touch(k, step int) (t *touched, stored int) {
	if k < 0 {
		return nil, -1
	}
	t = &o.touched[k]
	t.step = step
	return t, t.stored
}

// isNew reports whether step i adds a member to the target.
func (m *merger) isNew(o *target, i int) bool {
	s := &m.steps[i]
	return (s.Op == Added || s.Op == Created) && s.Before.Len() == 0 && s.Depth() == o.depth
}

// removes reports whether the touched member goes.
func (m *merger) removes(t *touched) bool {
	op := m.steps[t.step].Op
	return t.merged == 0 && (op == Deleted || op == Cleared)
}
