package play

import (
	"mergebook/wasm/explain"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Route is how a profile becomes a goal, or why it cannot.
type Route struct {
	Profile, Goal []byte
	Plan          *merge.Plan // nil when there are errors
	Errors        jsonspan.Errors
}

// Inverse finds the body that makes the goal of the profile.
func Inverse(profile, goal []byte) *Route {
	r := &Route{Profile: profile, Goal: goal}
	plan, err := merge.Inverse(profile, goal)
	if err != nil {
		r.Errors = err.(jsonspan.Errors)
		return r
	}
	r.Plan = plan
	return r
}

// AppendJSON appends the route's JSON form.
func (r *Route) AppendJSON(dst []byte) []byte {
	w := &writer{dst: dst}
	w.open('{')
	w.number("version", Version)
	w.key("ok").bool(r.Plan != nil && r.Plan.Obstacles == nil)
	switch {
	case r.Plan == nil:
		writeErrors(w, r.Errors, r.Profile, r.Goal)
	case r.Plan.Obstacles != nil:
		r.writeObstacles(w)
	default:
		w.key("bodies").open('[')
		for _, body := range r.Plan.Bodies {
			w.next().quote(string(body))
		}
		w.close(']')
	}
	w.close('}')
	return w.dst
}

func (r *Route) writeObstacles(w *writer) {
	profile, goal := newUnits(r.Profile, true), newUnits(r.Goal, true)
	w.key("obstacles").open('[')
	for i := range r.Plan.Obstacles {
		o := &r.Plan.Obstacles[i]
		w.next().open('{')
		w.text("code", o.Code)
		w.text("pointer", o.Pointer)
		w.span("profile", profile, o.Profile)
		w.span("goal", goal, o.Goal)
		w.text("text", explain.Obstacle(o))
		w.close('}')
	}
	w.close(']')
}
