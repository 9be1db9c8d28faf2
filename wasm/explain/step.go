package explain

import (
	"strconv"
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Step is a step of a merge with its sentence.
type Step struct {
	*merge.Step
	Pointer string // JSON Pointer (RFC 6901) of what it is about
	Text    string // one or two sentences
	Lost    []Loss // nested values that went with it, in the profile's order
}

// Steps explains the steps of a merge, in the body's order.
func Steps(r *merge.Result) []Step {
	steps := make([]Step, len(r.Steps))
	for i := range r.Steps {
		s := &r.Steps[i]
		steps[i] = Step{Step: s, Pointer: s.Pointer(r.Body.Src), Text: sentence(r, s)}
		if s.Op == merge.Replaced {
			steps[i].Lost = lost(r.Profile.Src, s.Before, r.Body.Src, s.After, steps[i].Pointer)
		}
	}
	return steps
}

func sentence(r *merge.Result, s *merge.Step) string {
	field := name(r.Body.Src, s.Field)
	if s.Depth() == 2 {
		return property(r, s, name(r.Body.Src, s.Name), field)
	}
	switch s.Rule {
	case 4:
		if s.Op == merge.NoOp {
			return "{} would remove " + field + ", but the profile has none."
		}
		return "{} removes " + field + " with all that is in it."
	case 5:
		if s.Op == merge.NoOp {
			return "null would remove " + field + ", but the profile has none."
		}
		return "null removes " + field + " with all that is in it, as {} does."
	case 6:
		if s.Op == merge.NoOp {
			return "The profile has no " + field + ", and properties that are null do not create it."
		}
		return "The profile had no " + field + ": it is created" + withoutNulls(r, s) + "."
	case 8:
		return field + " was stored as " + jsonspan.KindOf(r.Profile.Src, s.Before).String() + ", which cannot be merged with: the body's object takes its place."
	}
	return attribute(r, s, field)
}

func withoutNulls(r *merge.Result, s *merge.Step) string {
	n := 0
	for m := range jsonspan.Members(r.Body.Src, s.After) {
		if jsonspan.KindOf(r.Body.Src, m.Value) == jsonspan.Null {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case 1:
		return ", without the property that is null"
	}
	return ", without the " + strconv.Itoa(n) + " properties that are null"
}

func attribute(r *merge.Result, s *merge.Step, name string) string {
	if merge.Steers(r.Body.Src, s.Field) {
		return name + " steers the call and is not stored."
	}
	switch s.Op {
	case merge.Added:
		return name + " was not in the profile: it is added."
	case merge.Deleted:
		return "null removes " + name + "."
	case merge.NoOp:
		return "null would remove " + name + ", but the profile has none."
	case merge.Unchanged:
		return name + " has this value already."
	}
	if isContainer(r.Profile.Src, s.Before) {
		return name + " is replaced whole: only metadata fields are merged."
	}
	return name + " gets the body's value."
}

func property(r *merge.Result, s *merge.Step, name, field string) string {
	switch s.Op {
	case merge.Added:
		return name + " was not in " + field + ": it is added."
	case merge.Deleted:
		return "null deletes " + name + " from " + field + "."
	case merge.NoOp:
		return "null would delete " + name + ", but " + field + " has none."
	case merge.Unchanged:
		return name + " has this value already."
	}
	if isContainer(r.Profile.Src, s.Before) {
		return name + " is replaced whole: only the first level of " + field + " is merged."
	}
	return name + " gets the body's value."
}

// name returns a member's name as it reads in a sentence: in quotes where it
// would not look like a name, and cut where it is too long.
func name(src []byte, literal jsonspan.Span) string {
	const longest = 60
	text := jsonspan.Unquote(literal.Of(src))
	plain := text != ""
	for i, c := range text {
		if i > longest {
			text = text[:i] + "…"
			break
		}
		plain = plain && c > ' ' && c != '"' && c != ',' && c != '.' && c != ':' && (c < utf8.RuneSelf || c >= 0xa1)
	}
	if plain {
		return text
	}
	return string(jsonspan.AppendQuote(nil, text))
}
