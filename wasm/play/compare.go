package play

import (
	"strings"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Comparison says what JSON merge patch (RFC 7396) makes of the texts of
// Apply, and where the two results differ.
type Comparison struct {
	Profile, Body []byte
	Ours          []byte // the result of Apply; nil when there are errors
	Theirs        []byte // the result of JSON merge patch, compact
	Differences   []Difference
	TooMany       bool // more differences than are told: none is
	Errors        jsonspan.Errors
}

// A Difference is a place where the two results differ.
type Difference struct {
	jsonspan.Difference        // A is the value in Ours, B in Theirs
	Kind                string // one of those below
	Rule                uint8  // the rule of package merge that is the reason, 2 to 8
	Step                int    // index of the step of Apply that it belongs to
}

// The kinds of differences.
const (
	OnlyOurs   = "only-ours"   // JSON merge patch removes it or does not store it
	OnlyTheirs = "only-theirs" // JSON merge patch keeps it or stores it
	OtherValue = "other-value" // it is in both, with two values
)

// mostPointed bounds the pointers of all differences, in bytes.
const mostPointed = 64 << 20

// Compare applies the body by the rules of package merge and by those of RFC
// 7396, section 2. What Apply refuses is not compared.
func Compare(profile, body []byte) *Comparison {
	c := &Comparison{Profile: profile, Body: body}
	r, err := merge.Apply(profile, body)
	if err != nil {
		c.Errors = err.(jsonspan.Errors)
		return c
	}
	c.Ours = r.Bytes
	if pointed(profile)+pointed(body) > mostPointed {
		c.Theirs, c.TooMany = merge.MergePatch(profile, body), true
		return c
	}
	theirs, differences := merge.Compare(r)
	c.Theirs = theirs
	steps := make(map[string]int, len(r.Steps))
	for i := range r.Steps {
		steps[r.Steps[i].Pointer(body)] = i
	}
	for _, d := range differences {
		i, deeper := stepOf(steps, d.Pointer)
		c.Differences = append(c.Differences, Difference{d, kindOf(d), ruleOf(r, &r.Steps[i], d, deeper), i})
	}
	return c
}

// pointed returns how long the pointers to all values of a checked text are
// that hold no others: the differences in it have no more.
func pointed(text []byte) int {
	t := jsonspan.NewTree(text, jsonspan.Span{End: uint32(len(text))})
	type container struct {
		end    uint32 // the first node behind it
		length int    // of its pointer
	}
	open := []container{{end: uint32(len(t.Nodes))}}
	total := 0
	for i := range t.Nodes {
		n := &t.Nodes[i]
		for n.Next > open[len(open)-1].end {
			open = open[:len(open)-1]
		}
		const index = 8 // in an array, about
		length := open[len(open)-1].length + max(n.Name.Len(), index)
		if n.Next > uint32(i)+1 {
			open = append(open, container{n.Next, length})
		} else {
			total += length
		}
	}
	return total
}

// stepOf finds the step that made a difference. It is about the place itself,
// or about a container of it, which is deeper then.
func stepOf(steps map[string]int, pointer string) (step int, deeper bool) {
	end := 0
	for end < len(pointer) {
		next := strings.IndexByte(pointer[end+1:], '/')
		if next < 0 {
			end = len(pointer)
		} else {
			end += 1 + next
		}
		if i, found := steps[pointer[:end]]; found {
			return i, end < len(pointer)
		}
	}
	return 0, false // never: both results keep what the body does not name
}

func kindOf(d jsonspan.Difference) string {
	switch {
	case d.B.Len() == 0:
		return OnlyOurs
	case d.A.Len() == 0:
		return OnlyTheirs
	}
	return OtherValue
}

// ruleOf returns the rule that is the reason: that of the step, but for null
// below it, which is stored.
func ruleOf(r *merge.Result, s *merge.Step, d jsonspan.Difference, deeper bool) uint8 {
	if deeper && jsonspan.KindOf(r.Bytes, d.A) == jsonspan.Null {
		return 7
	}
	return s.Rule
}

// AppendJSON appends the comparison's JSON form.
func (c *Comparison) AppendJSON(dst []byte) []byte {
	w := &writer{dst: dst}
	w.open('{')
	w.number("version", Version)
	w.key("ok").bool(c.Errors == nil)
	if c.Errors != nil {
		writeErrors(w, c.Errors, c.Profile, c.Body)
		w.close('}')
		return w.dst
	}
	w.text("theirs", string(c.Theirs))
	w.key("tooMany").bool(c.TooMany)
	w.key("differences").open('[')
	for i := range c.Differences {
		d := &c.Differences[i]
		w.next().open('{')
		w.text("kind", d.Kind)
		w.number("rule", int(d.Rule))
		w.number("step", d.Step)
		w.text("pointer", d.Pointer)
		w.value("ours", d.A.Of(c.Ours))
		w.value("theirs", d.B.Of(c.Theirs))
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return w.dst
}

// value writes the text of a value, or null for none.
func (w *writer) value(name string, text []byte) {
	w.key(name)
	if len(text) == 0 {
		w.null()
		return
	}
	w.quote(string(text))
}

// quote writes a string.
func (w *writer) quote(text string) { w.dst = jsonspan.AppendQuote(w.dst, text) }
