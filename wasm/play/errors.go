package play

import (
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// writeErrors writes what is wrong with the two texts of a question: the
// profile, and the body or the goal.
func writeErrors(w *writer, errs jsonspan.Errors, profile, other []byte) {
	inProfile, inOther := newUnits(profile, utf8.Valid(profile)), newUnits(other, utf8.Valid(other))
	lines := lineFinder{units: inProfile} // of one text after the other, as errors are
	w.key("errors").open('[')
	for _, e := range errs {
		u := inOther
		if e.Input == merge.InputProfile {
			u = inProfile
		}
		if lines.units != u {
			lines = lineFinder{units: u}
		}
		w.next().open('{')
		w.text("input", e.Input)
		w.text("code", e.Code)
		w.key("span").pair(u.at(e.Start), u.at(e.End))
		w.line(lines.at(e.Start))
		w.text("pointer", e.Pointer)
		w.text("text", e.Message)
		w.text("hint", e.Hint)
		w.key("first")
		if e.First >= 0 {
			w.open('{')
			first := lineFinder{units: u}
			w.line(first.at(e.First))
			w.close('}')
		} else {
			w.null()
		}
		w.close('}')
	}
	w.close(']')
}
