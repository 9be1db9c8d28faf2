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

	rewritten bool // the stored value is replaced by the same one, written in another way
}

// Steps explains the steps of a merge, in the body's order.
func Steps(r *merge.Result) []Step {
	steps := make([]Step, len(r.Steps))
	for i := range r.Steps {
		s := &r.Steps[i]
		steps[i] = Step{Step: s, Pointer: s.Pointer(r.Body.Src)}
		if s.Op == merge.Replaced {
			steps[i].Lost = lost(r.Profile.Src, s.Before, r.Body.Src, s.After, steps[i].Pointer)
			steps[i].rewritten = steps[i].Lost == nil && jsonspan.Equal(s.Before.Of(r.Profile.Src), s.After.Of(r.Body.Src))
		}
		steps[i].Text = sentence(r, &steps[i])
		if s.Op == merge.Deleted && s.Depth() == 2 && (i+1 == len(steps) || r.Steps[i+1].Field != s.Field) && empties(r, i) {
			steps[i].Text += " It was the last property: {} is left."
		}
	}
	return steps
}

// empties reports whether the steps of a field, of which i is the last one,
// deleted all its properties.
func empties(r *merge.Result, i int) bool {
	deleted, field := 0, r.Steps[i].Field
	for ; i >= 0 && r.Steps[i].Field == field; i-- {
		switch r.Steps[i].Op {
		case merge.Deleted:
			deleted++
		case merge.NoOp:
		default:
			return false
		}
	}
	return deleted == len(storedField(r, field))
}

// storedField returns the properties that the profile has in the field of this
// name, a literal of the body.
func storedField(r *merge.Result, field jsonspan.Span) []jsonspan.Member {
	name := jsonspan.Unquote(field.Of(r.Body.Src))
	for i := range r.Profile.Members {
		if r.Profile.Members[i].NameIs(r.Profile.Src, name) {
			return r.Profile.Inner(i)
		}
	}
	return nil
}

func sentence(r *merge.Result, s *Step) string {
	field := name(r.Body.Src, s.Field)
	if s.Depth() == 2 {
		return property(r, s, name(r.Body.Src, s.Name), field)
	}
	switch s.Rule {
	case 4:
		if s.Op == merge.NoOp {
			return "{} would remove " + field + noField(s)
		}
		return "{} removes " + field + whatWas(r, s) + "."
	case 5:
		if s.Op == merge.NoOp {
			return "null would remove " + field + noField(s)
		}
		return "null removes " + field + whatWas(r, s) + ". {} would do the same."
	case 6:
		had := "The profile had no " + field
		if s.Before.Len() > 0 {
			had = field + " was stored as null, which counts as absent"
		}
		if s.Op == merge.NoOp {
			return had + ", and properties that are null do not create it."
		}
		return had + ": it is created" + withoutNulls(r, s) + "."
	case 8:
		return field + " was stored as " + jsonspan.KindOf(r.Profile.Src, s.Before).String() + ", and nothing can be merged into that: the body's object takes its place" + withoutNulls(r, s) + "."
	}
	return attribute(r, s, field)
}

// noField says why there is no field to remove, to the end of the sentence.
func noField(s *Step) string {
	if s.Before.Len() > 0 {
		return ", but it is stored as null, which counts as absent."
	}
	return ", but the profile has none."
}

// whatWas says, of a field that is removed, what was in it.
func whatWas(r *merge.Result, s *Step) string {
	switch k := jsonspan.KindOf(r.Profile.Src, s.Before); {
	case k != jsonspan.Object:
		return ", which was stored as " + k.String()
	case len(storedField(r, s.Field)) == 0:
		return ", which was empty"
	}
	return " with all that is in it"
}

func withoutNulls(r *merge.Result, s *Step) string {
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

const (
	usedByCall    = " is for the call itself and is not stored in the profile."
	rewrittenText = " has this value already: only the way it is written changes."
)

func attribute(r *merge.Result, s *Step, name string) string {
	if merge.Steers(r.Body.Src, s.Field) {
		return name + usedByCall
	}
	switch s.Op {
	case merge.Added:
		return name + " was not in the profile: it is added."
	case merge.Deleted:
		return "null removes " + name + " from the profile."
	case merge.NoOp:
		return "null would remove " + name + ", but the profile has none."
	case merge.Unchanged:
		return name + " has this value already."
	}
	if s.rewritten {
		return name + rewrittenText
	}
	if isContainer(r.Profile.Src, s.Before) {
		return name + " is replaced whole: only metadata fields are merged."
	}
	return name + " gets the body's value."
}

func property(r *merge.Result, s *Step, name, field string) string {
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
	if s.rewritten {
		return name + rewrittenText
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
