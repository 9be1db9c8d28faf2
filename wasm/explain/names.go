package explain

import (
	"slices"
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
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
		if !merge.Updatable(src, &f.r.Body.Members[rootMember(f.r, s)]) {
			f.add(CodeNotUpdatable, s.Pointer, name, "The API lets nobody update "+s.Pointer+" and would refuse this body. Consider storing it in app_metadata or user_metadata.", removeStep(f.r, s))
		}
	}
	if field && badName(src, name) {
		f.add(CodeBadName, s.Pointer, name, s.Pointer+badNameText, nil)
	}
	if jsonspan.Unquote(s.Field.Of(src)) == "app_metadata" {
		f.reservedNames(s)
	}
	if s.Op == merge.Added {
		f.nearName(s, name)
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
		return pointer + " cannot be stored: the API reserves this name in app_metadata."
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
			if alone {
				fix = nil // {} would be left, which clears the field
			}
			f.add(CodeReserved, pointer, m.Name, text(pointer), fix)
		}
	}
}

const badNameText = " has a name that the API does not take: no dots, and no $ at the beginning."

func badName(src []byte, literal jsonspan.Span) bool {
	name := jsonspan.Unquote(literal.Of(src))
	for i := 0; i < len(name); i++ {
		if name[i] == '.' || name[i] == '$' && i == 0 {
			return true
		}
	}
	return false
}

// nearName looks for a stored name that the added one was probably meant to be.
func (f *finder) nearName(s *Step, name jsonspan.Span) {
	body, profile := f.r.Body.Src, f.r.Profile.Src
	of := jsonspan.Span{}
	if s.Depth() == 2 {
		of = s.Field
	}
	if f.near == nil {
		f.near = map[jsonspan.Span]map[string]jsonspan.Span{}
	}
	if f.near[of] == nil {
		f.near[of] = f.foldedNames(of)
	}
	text := decomposed(jsonspan.Unquote(name.Of(body)))
	stored, found := f.near[of][folded(text)]
	if !found {
		return
	}
	differs := "upper and lower case"
	if decomposed(jsonspan.Unquote(stored.Of(profile))) == text {
		differs = "how an accent is encoded (Unicode normal form)"
	}
	literal := string(stored.Of(profile))
	fix := []Edit{{name, literal}}
	if f.bodyHas(s, jsonspan.Unquote(stored.Of(profile))) {
		fix = nil
	}
	f.add(CodeNearName, s.Pointer, name, "The profile has "+literal+" already, which differs only in "+differs+". These are two names.", fix)
}

// bodyHas reports whether the body names that too, beside what the step is about.
func (f *finder) bodyHas(s *Step, name string) bool {
	src := f.r.Body.Src
	for i := range f.steps {
		other := &f.steps[i]
		literal := other.Field
		if s.Depth() == 2 {
			literal = other.Name
			if other.Field != s.Field {
				continue
			}
		}
		if jsonspan.Unquote(literal.Of(src)) == name {
			return true
		}
	}
	return false
}

// foldedNames returns the stored names of the root, or of a field, by their
// folded form: those that an added name may differ from so little.
func (f *finder) foldedNames(field jsonspan.Span) map[string]jsonspan.Span {
	p := f.r.Profile
	members := p.Members
	if field.Len() > 0 {
		members = nil
		name := jsonspan.Unquote(field.Of(f.r.Body.Src))
		for i := range p.Members {
			if p.Members[i].NameIs(p.Src, name) {
				members = p.Inner(i)
			}
		}
	}
	added := f.addedShapes(field)
	out := map[string]jsonspan.Span{}
	for i := range members {
		literal := members[i].Name
		if shape := shapeOf(p.Src[literal.Start+1 : literal.End-1]); shape&added == shape {
			out[folded(decomposed(jsonspan.Unquote(literal.Of(p.Src))))] = literal
		}
	}
	return out
}

// addedShapes returns the shapes of the names that the body adds to the root,
// or to a field.
func (f *finder) addedShapes(field jsonspan.Span) uint64 {
	var all uint64
	for i := range f.steps {
		s := &f.steps[i]
		switch {
		case s.Op != merge.Added:
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
// Most of many stored names are told from the few added ones by it, for less
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
