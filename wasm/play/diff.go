package play

import (
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Mismatch is where a profile is not the one that it should be.
type Mismatch struct {
	Profile, Goal []byte
	Differences   []jsonspan.Difference // between Profile (A) and Goal (B)
	TooMany       bool                  // more differences than are told: none is
	Errors        jsonspan.Errors
}

// The kinds of its differences, beside OtherValue.
const (
	Missing = "missing" // only the goal has it
	Extra   = "extra"   // only the profile has it
)

// Diff compares a profile with a goal by value: order, layout and the way in
// which numbers are written do not count.
func Diff(profile, goal []byte) *Mismatch {
	m := &Mismatch{Profile: profile, Goal: goal}
	for _, text := range []struct {
		input string
		src   []byte
	}{{merge.InputProfile, profile}, {merge.InputGoal, goal}} {
		_, errs := jsonspan.Scan(text.src)
		for i := range errs {
			errs[i].Input = text.input
		}
		m.Errors = append(m.Errors, errs...)
	}
	switch {
	case m.Errors != nil:
	case pointed(profile)+pointed(goal) > mostPointed:
		m.TooMany = true
	default:
		m.Differences = jsonspan.Diff(profile, goal)
	}
	return m
}

// AppendJSON appends the mismatch's JSON form.
func (m *Mismatch) AppendJSON(dst []byte) []byte {
	w := &writer{dst: dst}
	w.open('{')
	w.number("version", Version)
	w.key("ok").bool(m.Errors == nil)
	if m.Errors != nil {
		writeErrors(w, m.Errors, m.Profile, m.Goal)
		w.close('}')
		return w.dst
	}
	w.key("tooMany").bool(m.TooMany)
	w.key("differences").open('[')
	for _, d := range m.Differences {
		kind := OtherValue
		switch {
		case d.A.Len() == 0:
			kind = Missing
		case d.B.Len() == 0:
			kind = Extra
		}
		w.next().open('{')
		w.text("kind", kind)
		w.text("pointer", d.Pointer)
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return w.dst
}
