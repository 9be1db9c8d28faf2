package play

import (
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Session is Apply for a page that asks again with each keystroke: one merge
// after another in the same memory, and no more of the answer than is asked
// for. Merge says what becomes of the profile, Explain why. The zero value is
// ready.
type Session struct {
	merger  merge.Merger
	outcome Outcome
	edits   []uint32
	text    []byte
}

// Merge merges the body into the profile and reports whether it could. Both
// texts must stay as they are until Explain has been called. units is the
// length of the profile in UTF-16 units.
func (s *Session) Merge(profile, body []byte, units int) bool {
	s.outcome = Outcome{Profile: profile, Body: body}
	r, err := s.merger.Apply(profile, body)
	if err != nil {
		s.outcome.Errors = err.(jsonspan.Errors)
		return false
	}
	s.outcome.Result = r
	s.edits, s.text = s.edits[:0], s.text[:0]
	place := cursor{src: profile, units: units}
	for _, e := range r.Edits {
		added := e.New.Of(r.Bytes)
		s.text = append(s.text, added...)
		s.edits = append(s.edits, uint32(place.at(e.Old.Start)), uint32(place.at(e.Old.End)), uint32(jsonspan.UTF16Len(added)))
	}
	return true
}

// Edits returns what Merge does to the profile: for each place in turn where
// it begins, where it ends, and how many units of Text stand there instead.
// This is in UTF-16 units, so that a browser cuts and joins the strings that
// it has, and most of the result need never be decoded.
func (s *Session) Edits() []uint32 { return s.edits }

// Text returns all that Edits put in, one piece behind the other.
func (s *Session) Text() []byte { return s.text }

// Explain appends the JSON form of the last Merge, as Outcome.AppendJSON but
// without the result.
func (s *Session) Explain(dst []byte) []byte {
	if s.outcome.Result != nil {
		s.outcome.explain()
	}
	return s.outcome.appendJSON(dst, false)
}

// A cursor turns ascending byte offsets of a text into UTF-16 units. It counts
// from the last offset or from the end of the text, whichever is nearer: the
// members that change most stand at either end.
type cursor struct {
	src   []byte
	units int // of the whole text
	byte  int // the last offset
	unit  int // the same in units
}

func (c *cursor) at(offset uint32) int {
	to := int(offset)
	switch {
	case c.units == len(c.src): // ASCII
		return to
	case to-c.byte <= len(c.src)-to:
		c.unit += jsonspan.UTF16Len(c.src[c.byte:to])
	default:
		c.unit = c.units - jsonspan.UTF16Len(c.src[to:])
	}
	c.byte = to
	return c.unit
}
