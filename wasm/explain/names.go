package explain

import (
	"slices"

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
	if f.bodyNames(of)[jsonspan.Unquote(stored.Of(profile))] {
		fix = nil
	}
	f.add(CodeNearName, s.Pointer, name, "The profile has "+literal+" already, which differs only in "+differs+". These are two names.", fix)
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
// folded form.
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
	out := make(map[string]jsonspan.Span, len(members))
	for i := range members {
		out[folded(decomposed(jsonspan.Unquote(members[i].Name.Of(p.Src))))] = members[i].Name
	}
	return out
}
