package explain

import (
	"slices"
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
	"mergebook/wasm/slip"
)

// reserved are names that app_metadata cannot have.
var reserved = []string{
	"blocked", "clientID", "created_at", "email", "email_verified", "global_client_id", "globalClientID", "identities",
	"lastIP", "lastLogin", "loginsCount", "metadata", "user_id", "__tenant", "_id", "multifactor", "multifactor_last_modified", "updated_at",
}

// names looks at the names that a step is about.
func (f *finder) names(s *Step) {
	src := f.r.Body.Src
	name, field := s.Name, s.Depth() == 2
	if !field {
		name = s.Field
		if !merge.Updatable(src, &f.r.Body.Members[rootMember(f.r, s)]) && f.notUpdatable(s) {
			return
		}
	}
	if field && badName(src, name) {
		f.add(CodeBadName, s.Pointer, name, s.Pointer+" has a name"+badNameText, nil)
	}
	if jsonspan.Unquote(s.Field.Of(src)) == "app_metadata" {
		f.reservedNames(s)
	}
	if !field && s.Rule != 2 && s.Before.Len() == 0 {
		f.slipInProfile(s)
	}
	switch {
	case field && (s.Op == merge.Added || s.Op == merge.NoOp):
		f.nearName(s.Pointer, s.Field, name)
	case s.Rule == 2 && (s.Op == merge.Added || s.Op == merge.NoOp && !merge.Steers(src, s.Field)):
		f.nearName(s.Pointer, jsonspan.Span{}, name)
	case s.Op == merge.Created || s.Rule == 8:
		for m := range jsonspan.Members(src, s.After) {
			f.nearName(string(jsonspan.AppendPointer([]byte(s.Pointer), jsonspan.Unquote(m.Name.Of(src)))), s.Field, m.Name)
		}
	}
}

// notUpdatable warns of a root member that no PATCH can have, and returns
// whether it could say which one is meant.
func (f *finder) notUpdatable(s *Step) bool {
	if name := slip.Of(jsonspan.Unquote(s.Field.Of(f.r.Body.Src)), merge.UpdatableNames()); name != "" {
		var fix []Edit
		switch kind := jsonspan.KindOf(f.r.Body.Src, s.After); {
		case f.bodyNames(jsonspan.Span{})[name]:
			fix = removeStep(f.r, s)
		case !slices.Contains(merge.Fields[:], name) || kind == jsonspan.Object || kind == jsonspan.Null:
			fix = []Edit{{s.Field, `"` + name + `"`}}
		}
		f.add(CodeNotUpdatable, s.Pointer, s.Field, "The API does not know "+s.Pointer+" and would refuse this body. Did you mean /"+name+"?", fix)
		return true
	}
	f.add(CodeNotUpdatable, s.Pointer, s.Field, "The API does not let a PATCH update "+s.Pointer+" and would refuse this body. Consider storing it in app_metadata or user_metadata.", removeStep(f.r, s))
	return false
}

// slipInProfile warns of a field that the profile lacks, where it has one whose
// name is a slip of that.
func (f *finder) slipInProfile(s *Step) {
	src := f.r.Profile.Src
	known := []string{jsonspan.Unquote(s.Field.Of(f.r.Body.Src))}
	for i := range f.r.Profile.Members {
		literal := f.r.Profile.Members[i].Name
		if slip.Of(jsonspan.Unquote(literal.Of(src)), known) != "" {
			f.add(CodeNearName, s.Pointer, s.Field, "The profile has "+name(src, literal)+", but no "+known[0]+": did you mean "+known[0]+" there? These are two names.", nil)
			return
		}
	}
}

// rootMember returns the index of the body's member that the step is about, or
// about a property of.
func rootMember(r *merge.Result, s *Step) int {
	i, _ := slices.BinarySearchFunc(r.Body.Members, s.Field.Start, func(m jsonspan.Member, at uint32) int { return int(m.Name.Start) - int(at) })
	return i
}

// reservedNames looks at the property of a step, or at all of a field that is
// made.
func (f *finder) reservedNames(s *Step) {
	src := f.r.Body.Src
	text := func(pointer string) string {
		return "app_metadata cannot have " + pointer + ": the API reserves this name."
	}
	if s.Depth() == 2 {
		if slices.Contains(reserved, jsonspan.Unquote(s.Name.Of(src))) {
			f.add(CodeReserved, s.Pointer, s.Name, text(s.Pointer), removeStep(f.r, s))
		}
		return
	}
	if jsonspan.KindOf(src, s.After) != jsonspan.Object {
		return
	}
	alone := false
	for m := range jsonspan.Members(src, s.After) {
		alone = m.Name.Start == spaceEnd(src, s.After.Start+1) && spaceEnd(src, m.Value.End) == s.After.End-1
		if name := jsonspan.Unquote(m.Name.Of(src)); slices.Contains(reserved, name) {
			whole := jsonspan.Span{Start: m.Name.Start, End: m.Value.End}
			pointer := string(jsonspan.AppendPointer([]byte(s.Pointer), name))
			fix := []Edit{remove(src, whole)}
			if alone { // {} would be left, which clears the field
				fix = []Edit{remove(src, jsonspan.Span{Start: s.Field.Start, End: s.After.End})}
			}
			f.add(CodeReserved, pointer, m.Name, text(pointer), fix)
		}
	}
}

const badNameText = " that the API does not take: no dots, and no $ at the beginning."

func badName(src []byte, literal jsonspan.Span) bool {
	name := jsonspan.Unquote(literal.Of(src))
	for i := 0; i < len(name); i++ {
		if name[i] == '.' || name[i] == '$' && i == 0 {
			return true
		}
	}
	return false
}

// A nearby name is one that a name was perhaps meant to be.
type nearby struct {
	literal string
	inBody  bool
}

// nearName looks for a name, stored or before it in the body, that differs from
// one of the body in case or normal form only. It is at the root, or in a field.
func (f *finder) nearName(pointer string, field, name jsonspan.Span) {
	if f.near == nil {
		f.near = map[jsonspan.Span]map[string]nearby{}
	}
	if f.near[field] == nil {
		f.near[field] = f.foldedNames(field)
	}
	literal := string(name.Of(f.r.Body.Src))
	text := decomposed(jsonspan.Unquote([]byte(literal)))
	other, found := f.near[field][folded(text)]
	if !found {
		f.near[field][folded(text)] = nearby{literal, true}
		return
	}
	differs := "upper and lower case"
	otherText := jsonspan.Unquote([]byte(other.literal))
	if decomposed(otherText) == text {
		differs = "how an accent is encoded (Unicode normal form)"
	}
	has, fix := "The profile has ", []Edit{{name, other.literal}}
	if other.inBody {
		has = "The body has "
	}
	if f.bodyNames(field)[otherText] || other.inBody {
		fix = nil
	}
	f.add(CodeNearName, pointer, name, has+other.literal+" already, which differs only in "+differs+". These are two names.", fix)
}

// bodyNames returns the names that the body has at its root, or in a field.
func (f *finder) bodyNames(field jsonspan.Span) map[string]bool {
	if names := f.named[field]; names != nil {
		return names
	}
	names := map[string]bool{}
	for i := range f.steps {
		s := &f.steps[i]
		literal := s.Field
		if field.Len() > 0 {
			literal = s.Name
			if s.Field != field {
				continue
			}
		}
		names[jsonspan.Unquote(literal.Of(f.r.Body.Src))] = true
	}
	if f.named == nil {
		f.named = map[jsonspan.Span]map[string]bool{}
	}
	f.named[field] = names
	return names
}

// foldedNames returns the stored names of the root, or of a field, by their
// folded form: those that a missing one may differ from so little.
func (f *finder) foldedNames(field jsonspan.Span) map[string]nearby {
	src := f.r.Profile.Src
	members := f.r.Profile.Members
	if field.Len() > 0 {
		members = storedField(f.r, field)
	}
	missing := f.missingShapes(field)
	out := map[string]nearby{}
	for i := range members {
		literal := members[i].Name.Of(src)
		if shape := shapeOf(literal[1 : len(literal)-1]); shape&missing == shape {
			out[folded(decomposed(jsonspan.Unquote(literal)))] = nearby{string(literal), false}
		}
	}
	return out
}

// missingShapes returns the shapes of the names that the body has at its root, or
// in a field, and the profile has not.
func (f *finder) missingShapes(field jsonspan.Span) uint64 {
	var all uint64
	for i := range f.steps {
		s := &f.steps[i]
		switch {
		case s.Op != merge.Added && s.Op != merge.NoOp:
		case s.Depth() == 1 && field.Len() == 0:
			all |= shapeOf([]byte(jsonspan.Unquote(s.Field.Of(f.r.Body.Src))))
		case s.Depth() == 2 && s.Field == field:
			all |= shapeOf([]byte(jsonspan.Unquote(s.Name.Of(f.r.Body.Src))))
		}
	}
	return all
}

// shapeOf returns a bit that names have in common which differ only in case,
// for names of plain ASCII, and none for others and for what may be escaped.
// Most of many stored names are told from the few missing ones by it, for less
// than folding costs.
func shapeOf(name []byte) uint64 {
	for _, c := range name {
		if c >= utf8.RuneSelf || c == '\\' {
			return 0
		}
	}
	if len(name) == 0 {
		return 1
	}
	return 1 << ((uint(len(name))*8 + uint(name[0]|0x20)) & 63)
}
