package play

import (
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// writeErrors writes what is wrong with the two texts of a question: the
// profile, and the body or the goal.
func writeErrors(w *writer, errs jsonspan.Errors, profile, other []byte) {
	inProfile, inOther := newUnits(profile), newUnits(other)
	w.key("errors").open('[')
	for _, e := range errs {
		u := inOther
		if e.Input == merge.InputProfile {
			u = inProfile
		}
		w.next().open('{')
		w.text("input", e.Input)
		w.text("code", e.Code)
		w.key("span").pair(u.at(e.Start), u.at(e.End))
		line, column := jsonspan.LineUTF16(u.src, e.Start)
		w.number("line", line)
		w.number("column", column)
		w.text("pointer", e.Pointer)
		w.text("text", e.Message)
		w.text("hint", e.Hint)
		w.key("first")
		if e.First >= 0 {
			line, column := jsonspan.LineUTF16(u.src, e.First)
			w.open('{')
			w.number("line", line)
			w.number("column", column)
			w.close('}')
		} else {
			w.null()
		}
		w.close('}')
	}
	w.close(']')
}
