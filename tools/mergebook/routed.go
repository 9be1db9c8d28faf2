package main

import (
	"mergebook/wasm/explain"
	"mergebook/wasm/play"
)

// A routed is the body, or the two, that lead to a goal.
type routed struct {
	head
	Changed bool     `json:"changed"`
	Bodies  []string `json:"bodies"`
}

// A blocked says why no body leads to a goal.
type blocked struct {
	head
	Obstacles []obstacle `json:"obstacles"`
}

// An obstacle is a difference that no body can bring about.
type obstacle struct {
	Code        string  `json:"code"`
	Pointer     string  `json:"pointer"`
	Profile     span    `json:"profile"`
	Goal        span    `json:"goal"`
	ProfileText *string `json:"profileText"`
	GoalText    *string `json:"goalText"`
	Text        string  `json:"text"`
}

func routedOf(r *play.Route) *routed {
	out := &routed{head: head{answerVersion, true}}
	for _, body := range r.Plan.Bodies {
		out.Bodies = append(out.Bodies, string(body))
	}
	out.Changed = out.Bodies[0] != "{}"
	return out
}

func blockedOf(r *play.Route) *blocked {
	out := &blocked{head: head{answerVersion, false}}
	for i := range r.Plan.Obstacles {
		o := &r.Plan.Obstacles[i]
		out.Obstacles = append(out.Obstacles, obstacle{o.Code, o.Pointer, spanOf(o.Profile), spanOf(o.Goal), textOf(r.Profile, o.Profile), textOf(r.Goal, o.Goal), explain.Obstacle(o)})
	}
	return out
}
