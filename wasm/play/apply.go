package play

import (
	"mergebook/wasm/explain"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// Version is the version of the JSON forms.
const Version = 1

// An Outcome is what a body does to a profile, or why it cannot.
type Outcome struct {
	Profile, Body []byte
	Result        *merge.Result // nil when there are errors
	Steps         []explain.Step
	Warnings      []explain.Warning
	Errors        jsonspan.Errors
}

// Apply merges the body into the profile.
func Apply(profile, body []byte) *Outcome {
	o := &Outcome{Profile: profile, Body: body}
	r, err := merge.Apply(profile, body)
	if err != nil {
		o.Errors = err.(jsonspan.Errors)
		return o
	}
	o.Result = r
	o.explain()
	return o
}

func (o *Outcome) explain() {
	o.Steps = explain.Steps(o.Result)
	o.Warnings = explain.Warnings(o.Result, o.Steps)
}

// Count returns how many steps have that op.
func (o *Outcome) Count(op merge.Op) int {
	n := 0
	for i := range o.Steps {
		if o.Steps[i].Op == op {
			n++
		}
	}
	return n
}

// Lost returns how many nested values were lost.
func (o *Outcome) Lost() int {
	n := 0
	for i := range o.Steps {
		n += len(o.Steps[i].Lost)
	}
	return n
}

// AppendJSON appends the outcome's JSON form.
func (o *Outcome) AppendJSON(dst []byte) []byte { return o.appendJSON(dst, true) }

func (o *Outcome) appendJSON(dst []byte, result bool) []byte {
	w := &writer{dst: dst}
	w.open('{')
	w.number("version", Version)
	w.key("ok").bool(o.Result != nil)
	if o.Result == nil {
		writeErrors(w, o.Errors, o.Profile, o.Body)
	} else {
		if result {
			w.text("result", string(o.Result.Bytes))
		}
		o.writeCounts(w)
		o.writeSteps(w)
	}
	w.close('}')
	return w.dst
}

func (o *Outcome) writeCounts(w *writer) {
	w.key("counts").open('{')
	for op := merge.Added; op <= merge.NoOp; op++ {
		w.number(op.String(), o.Count(op))
	}
	w.number("lost", o.Lost())
	w.close('}')
}

func (o *Outcome) writeSteps(w *writer) {
	profile, body, result := newUnits(o.Profile, true), newUnits(o.Body, true), newUnits(o.Result.Bytes, true)
	w.key("steps").open('[')
	for i := range o.Steps {
		s := &o.Steps[i]
		w.next().open('{')
		w.text("op", s.Op.String())
		w.number("rule", int(s.Rule))
		w.text("pointer", s.Pointer)
		w.text("text", s.Text)
		w.span("field", body, s.Field)
		w.span("name", body, s.Name)
		w.span("before", profile, s.Before)
		w.span("after", body, s.After)
		w.span("result", result, s.Result)
		w.key("lost").open('[')
		for _, l := range s.Lost {
			w.next().open('{')
			w.text("pointer", l.Pointer)
			w.span("name", profile, l.Name)
			w.span("before", profile, l.Before)
			w.close('}')
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
	w.key("warnings").open('[')
	for _, warning := range o.Warnings {
		w.next().open('{')
		w.text("code", warning.Code)
		w.key("step")
		if warning.Step >= 0 {
			w.int(warning.Step)
		} else {
			w.null()
		}
		w.text("pointer", warning.Pointer)
		w.span("span", body, warning.Span)
		w.text("text", warning.Text)
		writeFix(w, body, &warning)
		w.close('}')
	}
	w.close(']')
}

// writeFix writes what can be done about a warning.
func writeFix(w *writer, body *units, warning *explain.Warning) {
	if warning.Fix == nil {
		w.key("action").null()
		w.key("fix").null()
		return
	}
	w.text("action", warning.Action())
	w.key("fix").open('[')
	for _, e := range warning.Fix {
		w.next().open('{')
		w.key("span").pair(body.at(int(e.Span.Start)), body.at(int(e.Span.End)))
		w.text("text", e.Text)
		w.close('}')
	}
	w.close(']')
}
