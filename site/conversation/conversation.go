package conversation

import (
	"strings"

	"mergebook/site/dialect"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/play"
)

// A Conversation is what a page's fences are to each other.
type Conversation struct {
	Turns    []Turn     // one for each json and har fence, in the page's order
	Examples []*Example // one for each har fence that holds a request
}

// A Turn is a fence with its role, for people who ask why.
type Turn struct {
	Fence    *dialect.Fence
	Role     string // "profile", "patch", "result", "ignored", "run", "shown"
	Inferred bool   // the author gave no role
	Why      string // a clause: "it equals the body of the next request"

	MeantAsResult bool // it is no JSON object, but where it stands a result is expected
}

// An Example is a request, and what the page says of it.
type Example struct {
	Fence   *dialect.Fence
	Request play.Request
	Start   []byte         // the profile it starts from; nil where none is known
	From    *dialect.Fence // the profile shown last
	Since   *Example       // the request whose result Start is, if it is one
	Answer  *play.Answer   // what the engine answers; nil when it is not run
	Claim   *dialect.Fence // the result that the page shows; nil without one

	claimed     []byte
	Differences []jsonspan.Difference // between Claim (A) and Expected (B)
}

// Proven reports whether the engine agrees with what the page says of the
// answer: the result that it shows, or that the request is refused.
func (e *Example) Proven() bool {
	return e.Answer != nil && e.StatusHolds() && (e.Claim != nil || e.RefusedAsSaid()) &&
		e.Expected() != nil && len(e.Differences) == 0
}

// StatusHolds reports whether the answer has the status that the author gives;
// so it does where none is given.
func (e *Example) StatusHolds() bool {
	return e.Fence.Status == 0 || e.Answer != nil && e.Fence.Status == e.Answer.Status
}

// RefusedAsSaid reports whether the engine refuses the request with the status
// that the author gives.
func (e *Example) RefusedAsSaid() bool {
	return e.Fence.Status != 0 && e.StatusHolds() && e.Answer.Outcome.Result == nil
}

// Predicted reports whether readers are to say the result in advance, and there
// is one.
func (e *Example) Predicted() bool {
	return e.Fence.Role == dialect.Predict && e.Answer != nil && e.Expected() != nil
}

// Expected returns the profile behind a request that was run: its result, or
// what it was before where the author knows that it is refused. It is nil where
// the author does not.
func (e *Example) Expected() []byte {
	switch {
	case e.Answer.Outcome.Result != nil:
		return e.Answer.Outcome.Result.Bytes
	case e.RefusedAsSaid():
		return e.Start
	}
	return nil
}

// Claimed returns the text of Claim, variables filled in.
func (e *Example) Claimed() []byte { return e.claimed }

// A reader goes through the fences of a page.
type reader struct {
	fences  []*dialect.Fence
	out     *Conversation
	profile []byte         // the user as far as the page has told; nil before
	from    *dialect.Fence // the profile shown last
	shown   []byte         // its text
	since   *Example       // the last request that changed the profile since
	pending *Example       // the last request that was run, without a result yet
	last    *Example       // the last request of any kind
}

// Read reads the conversation of a page.
func Read(p *dialect.Page) *Conversation {
	r := &reader{out: &Conversation{}}
	for _, f := range p.Fences {
		if f.Language == "json" || f.Language == "har" {
			r.fences = append(r.fences, f)
		}
	}
	for i, f := range r.fences {
		if f.Language == "har" {
			r.request(f)
		} else {
			r.json(i, f)
		}
	}
	return r.out
}

func (r *reader) turn(f *dialect.Fence, role, why string) {
	inferred := f.Role == dialect.NoRole
	if !inferred {
		why = "the author says so"
	}
	r.out.Turns = append(r.out.Turns, Turn{Fence: f, Role: role, Inferred: inferred, Why: why})
}

func (r *reader) request(f *dialect.Fence) {
	r.pending = nil
	if f.Request == nil {
		r.turn(f, "ignored", "it is no HAR request")
		return
	}
	e := &Example{Fence: f, Request: requestOf(f)}
	r.last = e
	r.out.Examples = append(r.out.Examples, e)
	switch {
	case f.Role == dialect.Ignore:
		r.turn(f, "shown", "")
	case !play.Runnable(e.Request.Method, e.Request.URL):
		r.turn(f, "shown", "it is not a PATCH of one user")
	case r.profile == nil:
		r.turn(f, "shown", "no profile stands before it")
	default:
		e.Start, e.From, e.Since = r.profile, r.from, r.since
		e.run(e.Start)
		r.turn(f, "run", "")
		r.pending = e
		if o := e.Answer.Outcome; o.Result != nil && f.Role != dialect.Exercise {
			r.profile, r.since = o.Result.Bytes, e
		}
	}
}

func requestOf(f *dialect.Fence) play.Request {
	q := play.Request{Method: f.Request.Method, URL: f.Request.URL}
	if d := f.Request.PostData; d != nil {
		q.Body = []byte(d.Text)
	}
	return q
}

func (e *Example) run(start []byte) {
	e.Start = start
	e.Answer = play.Run(start, e.Request)
}

func (r *reader) json(i int, f *dialect.Fence) {
	text := []byte(strings.TrimSpace(f.Value()))
	doc, _ := jsonspan.Scan(text)
	role, why := f.Role, ""
	if role == dialect.NoRole {
		if doc == nil {
			r.turn(f, "ignored", "it is no JSON object")
			r.out.Turns[len(r.out.Turns)-1].MeantAsResult = r.expectsResult(f) && !abbreviated(f.Text)
			return
		}
		role, why = r.infer(i, f, doc)
	}
	switch role {
	case dialect.Profile:
		r.turn(f, "profile", why)
		r.pending = nil
		if doc != nil {
			r.profile, r.from, r.shown, r.since = text, f, text, nil
		}
	case dialect.Result:
		r.turn(f, "result", why)
		r.result(f, text, doc)
	case dialect.Patch:
		r.turn(f, "patch", why)
	default:
		r.turn(f, "ignored", why)
	}
}

// result takes a fence as what the last request leads to.
func (r *reader) result(f *dialect.Fence, text []byte, doc *jsonspan.Doc) {
	e := r.pending
	if e == nil || doc == nil {
		return // whoever checks the page says so
	}
	r.pending = nil
	e.Claim, e.claimed = f, text
	e.compare()
	if !e.Proven() && e.Since != nil {
		chained := e.Start
		if e.run(r.shown); e.compare() {
			e.Since = nil
		} else {
			e.run(chained)
			e.compare()
		}
	}
	if e.Proven() && e.Fence.Role != dialect.Exercise { // a reader may not do it
		r.profile, r.from, r.shown, r.since = text, f, text, nil
	}
}

// compare reports whether the engine's result equals the claim.
func (e *Example) compare() bool {
	e.Differences = nil
	if expected := e.Expected(); expected != nil {
		e.Differences = jsonspan.Diff(e.claimed, expected)
	}
	return e.Proven()
}
