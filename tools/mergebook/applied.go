package main

import (
	"bytes"

	"mergebook/wasm/explain"
	"mergebook/wasm/merge"
	"mergebook/wasm/play"
)

// An applied is what a body made of a profile.
type applied struct {
	head
	Changed  bool           `json:"changed"`
	Result   string         `json:"result"`
	Counts   map[string]int `json:"counts"`
	Steps    []step         `json:"steps"`
	Warnings []warning      `json:"warnings"`
	Compare  *compared      `json:"compare,omitempty"`
}

// A step is one thing that happened.
type step struct {
	Op         string  `json:"op"`
	Rule       int     `json:"rule"`
	Pointer    string  `json:"pointer"`
	Text       string  `json:"text"`
	Field      span    `json:"field"`
	Name       span    `json:"name"`
	Before     span    `json:"before"`
	After      span    `json:"after"`
	Result     span    `json:"result"`
	BeforeText *string `json:"beforeText"`
	AfterText  *string `json:"afterText"`
	Lost       []loss  `json:"lost"`
}

// A loss is a nested value that went with a step.
type loss struct {
	Pointer    string  `json:"pointer"`
	Name       span    `json:"name"`
	Before     span    `json:"before"`
	BeforeText *string `json:"beforeText"`
}

// A warning is a trap in the body.
type warning struct {
	Code    string  `json:"code"`
	Step    *int    `json:"step"`
	Pointer string  `json:"pointer"`
	Span    span    `json:"span"`
	Line    int     `json:"line"`
	Column  int     `json:"column"`
	Text    string  `json:"text"`
	Action  *string `json:"action"`
	Fix     []edit  `json:"fix"`
}

// An edit is a part of a fix.
type edit struct {
	Span [2]uint32 `json:"span"`
	Text string    `json:"text"`
}

func appliedOf(o *play.Outcome) *applied {
	a := &applied{
		head: head{answerVersion, true}, Changed: !bytes.Equal(o.Profile, o.Result.Bytes), Result: string(o.Result.Bytes),
		Counts: map[string]int{"lost": o.Lost()}, Steps: []step{}, Warnings: []warning{},
	}
	for op := merge.Added; op <= merge.NoOp; op++ {
		a.Counts[op.String()] = o.Count(op)
	}
	for i := range o.Steps {
		a.Steps = append(a.Steps, stepOf(o, &o.Steps[i]))
	}
	for i := range o.Warnings {
		a.Warnings = append(a.Warnings, warningOf(o, &o.Warnings[i]))
	}
	return a
}

func stepOf(o *play.Outcome, s *explain.Step) step {
	out := step{
		s.Op.String(), int(s.Rule), s.Pointer, s.Text, spanOf(s.Field), spanOf(s.Name), spanOf(s.Before), spanOf(s.After), spanOf(s.Result),
		textOf(o.Profile, s.Before), textOf(o.Body, s.After), []loss{},
	}
	for _, l := range s.Lost {
		out.Lost = append(out.Lost, loss{l.Pointer, spanOf(l.Name), spanOf(l.Before), textOf(o.Profile, l.Before)})
	}
	return out
}

func warningOf(o *play.Outcome, w *explain.Warning) warning {
	at := placeAt(o.Body, int(w.Span.Start))
	out := warning{Code: w.Code, Pointer: w.Pointer, Span: spanOf(w.Span), Line: at.Line, Column: at.Column, Text: w.Text}
	if w.Step >= 0 {
		out.Step = &w.Step
	}
	if action := w.Action(); action != "" {
		out.Action = &action
	}
	for _, e := range w.Fix {
		out.Fix = append(out.Fix, edit{[2]uint32{e.Span.Start, e.Span.End}, e.Text})
	}
	return out
}

// A compared is what JSON merge patch would make of the same.
type compared struct {
	Theirs      string       `json:"theirs"`
	TooMany     bool         `json:"tooMany"`
	Differences []difference `json:"differences"`
}

// A difference is a place where the results differ.
type difference struct {
	Kind    string  `json:"kind"`
	Rule    int     `json:"rule"`
	Step    int     `json:"step"`
	Pointer string  `json:"pointer"`
	Ours    *string `json:"ours"`
	Theirs  *string `json:"theirs"`
}

func comparedOf(c *play.Comparison) *compared {
	out := &compared{string(c.Theirs), c.TooMany, []difference{}}
	for _, d := range c.Differences {
		out.Differences = append(out.Differences, difference{d.Kind, int(d.Rule), d.Step, d.Pointer, textOf(c.Ours, d.A), textOf(c.Theirs, d.B)})
	}
	return out
}
