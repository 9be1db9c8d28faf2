package play

import (
	"math/bits"

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
		s.edits = append(s.edits, uint32(place.at(e.Old.Start)), uint32(place.at(e.Old.End)), uint32(unitsBetween(r.Bytes, int(e.New.Start), int(e.New.End))))
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
		c.unit += unitsBetween(c.src, c.byte, to)
	default:
		c.unit = c.units - unitsBetween(c.src, to, len(c.src))
	}
	c.byte = to
	return c.unit
}

// unitsBetween returns the UTF-16 units of src[from:to], a piece of good UTF-8,
// eight bytes at a time: one for each byte that begins a character, and a
// second one where that takes four bytes.
func unitsBetween(src []byte, from, to int) int {
	const tops = 0x8080808080808080
	n := to - from
	for ; from < to; from += 8 {
		var w uint64 // what is beyond the piece is zero
		if from+8 <= len(src) {
			b := src[from : from+8]
			w = uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
				uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56 // one load
			w &= ^uint64(0) >> max(0, (from+8-to)*8)
		} else {
			for i, c := range src[from:to] {
				w |= uint64(c) << (8 * i)
			}
		}
		n += bits.OnesCount64(w&(w<<1)&(w<<2)&(w<<3)&tops) - bits.OnesCount64(w&^(w<<1)&tops)
	}
	return n
}
