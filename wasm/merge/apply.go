package merge

import (
	"slices"
	"sync/atomic"

	"mergebook/wasm/jsonspan"
)

// The names of the inputs in errors.
const (
	InputProfile = "profile"
	InputBody    = "body"
)

// A Result is what a body made of a profile.
type Result struct {
	Bytes   []byte        // the new profile
	Edits   []Edit        // what of it does not come from the old one, in order
	Steps   []Step        // one for each thing that the body names, in its order
	Profile *jsonspan.Doc // the profile, read
	Body    *jsonspan.Doc // the body, read
}

// Apply merges the body into the profile. Neither text is kept or changed.
// When one of them is bad the error is a jsonspan.Errors with all that is
// wrong in both, each saying in which.
func Apply(profile, body []byte) (*Result, error) {
	const worthKeeping = 1 << 20 // bytes; a longer text is a rare one
	m := idle.Swap(nil)
	if m == nil {
		m = new(Merger)
	}
	r, err := m.Apply(profile, body)
	if err != nil {
		return nil, err
	}
	m.w.text = nil // the result keeps it
	result := &Result{
		Bytes:   r.Bytes,
		Edits:   slices.Clone(r.Edits),
		Steps:   slices.Clone(r.Steps),
		Profile: r.Profile.Clone(),
		Body:    r.Body.Clone(),
	}
	if len(profile)+len(body) <= worthKeeping {
		idle.Store(m)
	}
	return result, nil
}

// idle is a Merger for Apply, or nil: what a merge needs only while it runs is
// most of its memory, and new memory costs more than the work in it.
var idle atomic.Pointer[Merger]

// A Merger applies one body after another, each in the memory of the one
// before: for programs in which that is dear. The zero value is ready.
type Merger struct {
	profile, body jsonspan.Scanner
	result        Result

	p, b   *jsonspan.Doc
	steps  []Step
	root   target
	fields [len(Fields)]target // the metadata fields that are merged
	w      writer
}

// Apply is the function Apply, but the Result is good only until the next
// call, and must not be part of what that is given.
func (m *Merger) Apply(profile, body []byte) (*Result, error) {
	p, errs := m.profile.Scan(profile)
	b, bodyErrs := m.body.Scan(body)
	if bodyErrs == nil {
		bodyErrs = checkFields(b)
	}
	if errs = append(of(InputProfile, errs), of(InputBody, bodyErrs)...); errs != nil {
		return nil, errs
	}
	m.p, m.b = p, b
	m.plan()
	m.w.reset(profile, len(m.steps))
	m.edit(&m.root)
	m.w.finish()
	m.result = Result{Bytes: m.w.text, Edits: m.w.edits, Steps: m.steps, Profile: p, Body: b}
	return &m.result, nil
}

// of says in the errors which input they are of.
func of(input string, errs jsonspan.Errors) jsonspan.Errors {
	for _, e := range errs {
		e.Input = input
	}
	return errs
}

// plan makes the steps, in the body's order, and notes in root what they do to
// the profile.
func (m *Merger) plan() {
	count := len(m.b.Members)
	for i := range m.b.Members {
		count += len(m.b.Inner(i))
	}
	m.steps = room(m.steps, count)
	m.root.set(m.p.Root, m.p.Members, 1, 0)
	m.match(&m.root, m.b.Members)
	merged := 0
	for i := range m.b.Members {
		bm := &m.b.Members[i]
		t, at := m.root.touch(i, len(m.steps))
		switch {
		case !IsField(m.b.Src, bm):
			m.attribute(bm, at)
		case m.mergesInto(i, at):
			m.properties(&m.fields[merged], i, at)
			merged++
			t.merged = merged
		default:
			m.field(i, at)
		}
	}
	m.root.last = len(m.steps)
}

// mergesInto reports whether the body's field i is merged property by property
// into the stored member at: both are objects, and the body's is not empty.
func (m *Merger) mergesInto(i, at int) bool {
	return at >= 0 && len(m.b.Inner(i)) > 0 && jsonspan.KindOf(m.p.Src, m.p.Members[at].Value) == jsonspan.Object
}

// attribute applies rule 2.
func (m *Merger) attribute(bm *jsonspan.Member, at int) {
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
func (m *Merger) setOrDelete(s *Step, stored []jsonspan.Member, at int) {
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
func (m *Merger) field(i, at int) {
	bm := &m.b.Members[i]
	s := Step{Field: bm.Name, After: bm.Value}
	absent := at < 0
	if !absent {
		s.Before = m.p.Members[at].Value
		absent = jsonspan.KindOf(m.p.Src, s.Before) == jsonspan.Null // rule 6
	}
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
		if !absent {
			s.Rule, s.Op = 8, Replaced
		}
	default:
		s.Rule, s.Op = 6, Created
		if !absent {
			s.Rule, s.Op = 8, Replaced
		}
	}
	m.steps = append(m.steps, s)
}

func (m *Merger) allNull(members []jsonspan.Member) bool {
	for i := range members {
		if jsonspan.KindOf(m.b.Src, members[i].Value) != jsonspan.Null {
			return false
		}
	}
	return true
}

// properties applies rule 3 to each property of the body's field i, which is
// merged into the stored field at, the target o.
func (m *Merger) properties(o *target, i, at int) {
	o.set(m.p.Members[at].Value, m.p.Inner(at), 2, len(m.steps))
	members := m.b.Inner(i)
	m.match(o, members)
	for j := range members {
		s := Step{Rule: 3, Field: m.b.Members[i].Name, Name: members[j].Name, After: members[j].Value}
		_, at := o.touch(j, len(m.steps))
		m.setOrDelete(&s, o.members, at)
	}
	o.last = len(m.steps)
}
