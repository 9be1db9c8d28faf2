package build

import (
	"bytes"
	"iter"
	"strconv"
	"strings"
	"sync"

	"mergebook/site/book"
	"mergebook/site/conversation"
	"mergebook/site/dialect"
	"mergebook/site/escape"
	"mergebook/site/highlight"
	"mergebook/site/templates"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
	"mergebook/wasm/play"
	"mergebook/wasm/share"
	"mergebook/wasm/snippet"
)

// example makes what a page shows of a request.
func (s *Site) example(from, id string, e *conversation.Example) *templates.Example {
	request := snippet.Normalize(e.Fence.Request)
	out := &templates.Example{ID: id, Method: request.Method, Path: pathOf(request.URL), URL: e.Request.URL, RulesURL: s.rulesURL(from)}
	if e.Fence.Role == dialect.Exercise && e.Answer != nil && e.Answer.Outcome.Result != nil {
		out.Exercise = exercise(e)
		return out
	}
	if e.Predicted() {
		out.Profile, out.Body = string(e.Start), string(e.Request.Body)
		out.Answer = answer(e.Answer)
		out.Prediction = prediction(e)
		return out
	}
	slotted := snippet.FindSlots(request)
	for _, l := range snippet.Languages() {
		out.Snippets = append(out.Snippets, templates.Snippet{ID: l.ID, Label: l.Label, Code: coloured(slotted.Pieces(l))})
	}
	out.Slots = slotted.Any()
	if play.Runnable(e.Request.Method, e.Request.URL) && len(e.Request.Body) > 0 {
		start := e.Start
		if start == nil {
			start = []byte("{}")
		}
		out.PlaygroundURL = playgroundURL(from, start, e.Request.Body)
	}
	if e.Answer == nil {
		return out
	}
	out.Runnable = true
	out.Profile, out.Body = string(e.Start), string(e.Request.Body)
	out.Answer = answer(e.Answer)
	out.Open = e.Claim == nil // else the page itself shows the result
	out.Proven = e.Proven()
	return out
}

// exercise makes what a reader shall solve: the body is a solution of it.
func exercise(e *conversation.Example) *templates.Exercise {
	goal := e.Answer.Outcome.Result.Bytes
	return &templates.Exercise{
		Profile: string(e.Start), Goal: string(goal), GoalCode: highlight.Code("json", string(goal)), Solution: highlight.Code("json", string(e.Request.Body)),
	}
}

// prediction makes what a reader says in advance. They begin with the profile as
// it is.
func prediction(e *conversation.Example) *templates.Prediction {
	lines := strings.Count(string(e.Start), "\n") + 1
	return &templates.Prediction{Goal: string(e.Expected()), BodyCode: highlight.Code("json", string(e.Request.Body)), Rows: min(max(lines+1, 5), 25)}
}

func playgroundURL(from string, profile, body []byte) string {
	e := encoders.Get().(*share.Encoder)
	defer encoders.Put(e)
	return relative(from, book.Playground) + "#" + e.Encode(share.State{Profile: profile, Body: body})
}

var encoders = sync.Pool{New: func() any { return new(share.Encoder) }}

// coloured writes a program as HTML.
func coloured(pieces iter.Seq[snippet.Piece]) templates.Fragment {
	return func(b *bytes.Buffer) error {
		for p := range pieces {
			if p.Kind == snippet.Plain && p.Slot == snippet.NoSlot {
				escape.Text(b, highlight.LineEnds(p.Text))
				continue
			}
			b.WriteString(`<span class="`)
			b.WriteString(string(p.Kind))
			if p.Slot != snippet.NoSlot {
				b.WriteString(`" data-slot="`)
				b.WriteString(string(p.Slot))
			}
			b.WriteByte('"')
			if p.Encoded {
				b.WriteString(` data-encoded`)
			}
			b.WriteByte('>')
			escape.Text(b, highlight.LineEnds(p.Text))
			b.WriteString(`</span>`)
		}
		return nil
	}
}

// pathOf returns the path of a URL, for a title.
func pathOf(url string) string {
	if _, rest, found := strings.Cut(url, "://"); found {
		url = rest
	}
	if i := strings.IndexByte(url, '/'); i >= 0 {
		return url[i:]
	}
	return url
}

// answer makes what a page shows of the engine's answer.
func answer(a *play.Answer) *templates.Answer {
	o := a.Outcome
	out := &templates.Answer{Status: a.Status, Reason: a.Reason, Summary: summary(o), Code: highlight.Code("json", a.Response)}
	for i := range o.Steps {
		s := &o.Steps[i]
		step := templates.Step{Op: s.Op.String(), Rule: int(s.Rule), Pointer: s.Pointer, Text: s.Text}
		for _, l := range s.Lost {
			step.Lost = append(step.Lost, l.Pointer)
		}
		out.Steps = append(out.Steps, step)
	}
	for _, w := range o.Warnings {
		out.Warnings = append(out.Warnings, templates.Warning{Pointer: w.Pointer, Text: w.Text, Action: w.Action()})
	}
	for _, e := range o.Errors {
		src := o.Body
		if e.Input == merge.InputProfile {
			src = o.Profile
		}
		line, column := jsonspan.LineUTF16(src, e.Start)
		out.Errors = append(out.Errors, templates.Problem{Input: e.Input, Line: line, Column: column, Pointer: e.Pointer, Text: e.Message, Hint: e.Hint})
	}
	return out
}

// summary counts what happened: "1 added, 2 replaced, 1 lost".
func summary(o *play.Outcome) string {
	if o.Result == nil {
		if n := len(o.Errors); n != 1 {
			return strconv.Itoa(n) + " errors"
		}
		return "1 error"
	}
	var parts []string
	for op := merge.Added; op <= merge.NoOp; op++ {
		if n := o.Count(op); n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+op.String())
		}
	}
	if n := o.Lost(); n > 0 {
		parts = append(parts, strconv.Itoa(n)+" lost")
	}
	if parts == nil {
		return "nothing changed"
	}
	return strings.Join(parts, ", ")
}

// What the playground starts with: the surprise that the documentation is
// about.
const (
	starterProfile = `{
  "email": "ada@example.com",
  "user_metadata": {
    "theme": "dark",
    "addresses": {
      "home": "12 Analytical Row",
      "work": "3 Engine Yard"
    }
  },
  "app_metadata": {
    "plan": "free"
  }
}`
	starterBody = `{
  "user_metadata": {
    "addresses": {
      "home": "7 Difference Lane"
    }
  },
  "app_metadata": {
    "plan": "pro"
  }
}`
)

// starter is the playground's first example, with its answer, as the page of a
// URL shows it.
func (s *Site) starter(url string) *templates.Example {
	a := play.Run([]byte(starterProfile), play.Request{Method: "PATCH", URL: "/api/v2/users/ada", Body: []byte(starterBody)})
	return &templates.Example{ID: "starter", Method: "PATCH", Profile: starterProfile, Body: starterBody, Answer: answer(a), RulesURL: s.rulesURL(url)}
}
