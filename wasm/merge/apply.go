package merge

import "mergebook/wasm/jsonspan"

// The names of the inputs in errors.
const (
	InputProfile = "profile"
	InputBody    = "body"
)

// A Result is what a body made of a profile.
type Result struct {
	Bytes   []byte        // the new profile
	Steps   []Step        // one for each thing that the body names, in its order
	Profile *jsonspan.Doc // the profile, read
	Body    *jsonspan.Doc // the body, read
}

// Apply merges the body into the profile. Neither text is kept or changed.
// When one of them is bad the error is a jsonspan.Errors with all that is
// wrong in both, each saying in which.
func Apply(profile, body []byte) (*Result, error) {
	p, errs := jsonspan.Scan(profile)
	for _, e := range errs {
		e.Input = InputProfile
	}
	b, bodyErrs := jsonspan.Scan(body)
	if bodyErrs == nil {
		bodyErrs = checkFields(b)
	}
	for _, e := range bodyErrs {
		e.Input = InputBody
	}
	if errs = append(errs, bodyErrs...); errs != nil {
		return nil, errs
	}
	m := merger{p: p, b: b}
	m.plan()
	r := &Result{Profile: p, Body: b}
	r.Bytes, r.Steps = m.write(), m.steps
	return r, nil
}

// A merger turns the rules into edits of the profile and steps.
type merger struct {
	p, b  *jsonspan.Doc
	steps []Step
	edits []edit // in the order of the profile
}

// A fate is what becomes of a stored member.
type fate struct {
	step  int32 // the step that tells it, -1 when the body does not name the member
	inner int32 // index of the body's field whose properties are merged into it, or -1
}

// plan makes the steps in the body's order, then the edits in the profile's.
func (m *merger) plan() {
	stored := jsonspan.IndexNames(m.p.Src, m.p.Members)
	fates := make([]fate, len(m.p.Members))
	for i := range fates {
		fates[i] = fate{-1, -1}
	}
	inner := make([][]int32, len(m.b.Members)) // for a merged field: its steps by stored property
	var news []int32
	for i := range m.b.Members {
		bm := &m.b.Members[i]
		at := stored.Find(m.b.Src, bm)
		if !IsField(m.b.Src, bm) {
			m.attribute(bm, at)
		} else if m.mergesInto(i, at) {
			fates[at].inner = int32(i)
			inner[i] = m.properties(i, at)
			continue
		} else {
			m.field(i, at)
		}
		last := int32(len(m.steps) - 1)
		if at >= 0 {
			fates[at].step = last
		} else if m.steps[last].Op == Added || m.steps[last].Op == Created {
			news = append(news, last)
		}
	}
	m.editRoot(fates, inner, news)
}

// mergesInto reports whether the body's field i is merged property by property
// into the stored member at: both are objects, and the body's is not empty.
func (m *merger) mergesInto(i, at int) bool {
	return at >= 0 && len(m.b.Inner(i)) > 0 && jsonspan.KindOf(m.p.Src, m.p.Members[at].Value) == jsonspan.Object
}

// attribute applies rule 2.
func (m *merger) attribute(bm *jsonspan.Member, at int) {
	s := Step{Rule: 2, Field: bm.Name, After: bm.Value}
	if Steers(m.b.Src, bm.Name) {
		s.Op = NoOp
		m.steps = append(m.steps, s)
		return
	}
	m.setOrDelete(&s, m.p.Members, at)
}

// setOrDelete decides what a value or null does to the member at of stored, or
// to nothing when at is negative, and adds the step.
func (m *merger) setOrDelete(s *Step, stored []jsonspan.Member, at int) {
	null := jsonspan.KindOf(m.b.Src, s.After) == jsonspan.Null
	if at >= 0 {
		s.Before = stored[at].Value
	}
	switch {
	case at < 0 && null:
		s.Op = NoOp
	case at < 0:
		s.Op = Added
	case null:
		s.Op = Deleted
	case string(s.Before.Of(m.p.Src)) == string(s.After.Of(m.b.Src)):
		s.Op = Unchanged
	default:
		s.Op = Replaced
	}
	m.steps = append(m.steps, *s)
}

// field applies rules 4, 5, 6 and 8: the body's field i clears the stored
// member at, creates it, or replaces what is no object there.
func (m *merger) field(i, at int) {
	bm := &m.b.Members[i]
	s := Step{Field: bm.Name, After: bm.Value}
	absent := at < 0
	if !absent {
		s.Before = m.p.Members[at].Value
	}
	storedNull := !absent && jsonspan.KindOf(m.p.Src, s.Before) == jsonspan.Null
	null := jsonspan.KindOf(m.b.Src, bm.Value) == jsonspan.Null
	switch properties := m.b.Inner(i); {
	case null || len(properties) == 0:
		s.Rule = 4
		if null {
			s.Rule = 5
		}
		s.Op = Cleared
		if absent {
			s.Op = NoOp
		}
	case m.allNull(properties):
		s.Rule, s.Op = 6, NoOp
		if !absent && !storedNull {
			s.Rule, s.Op = 8, Replaced
		}
	default:
		s.Rule, s.Op = 6, Created
		if !absent && !storedNull {
			s.Rule, s.Op = 8, Replaced
		}
	}
	m.steps = append(m.steps, s)
}

func (m *merger) allNull(members []jsonspan.Member) bool {
	for i := range members {
		if jsonspan.KindOf(m.b.Src, members[i].Value) != jsonspan.Null {
			return false
		}
	}
	return true
}

// properties applies rule 3 to each property of the body's field i. It returns
// the step of each property of the stored field at, -1 where there is none,
// and behind those the steps of the new ones.
func (m *merger) properties(i, at int) []int32 {
	stored := m.p.Inner(at)
	names := jsonspan.IndexNames(m.p.Src, stored)
	steps := make([]int32, len(stored), len(stored)+len(m.b.Inner(i)))
	for j := range steps {
		steps[j] = -1
	}
	members := m.b.Inner(i)
	for j := range members {
		s := Step{Rule: 3, Field: m.b.Members[i].Name, Name: members[j].Name, After: members[j].Value}
		found := names.Find(m.b.Src, &members[j])
		m.setOrDelete(&s, stored, found)
		last := int32(len(m.steps) - 1)
		if found >= 0 {
			steps[found] = last
		} else if m.steps[last].Op == Added {
			steps = append(steps, last)
		}
	}
	return steps
}
