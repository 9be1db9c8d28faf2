package merge

import (
	"bytes"
	"slices"
	"testing"

	"mergebook/wasm/jsonspan"
)

// An entry is a member as it must stand in the result.
type entry struct {
	name, value []byte
	inner       []entry // in place of value, for a field whose members are known
	field       bool
}

// expected is the rules once more, over lists of members with their bytes: the
// kept ones in their order, then the new ones in the body's.
func expected(p, b *jsonspan.Doc) []entry {
	var out []entry
	met := map[string]bool{}
	for i := range p.Members {
		name := jsonspan.Unquote(p.Members[i].Name.Of(p.Src))
		met[name] = true
		e := entry{name: p.Members[i].Name.Of(p.Src), value: p.Members[i].Value.Of(p.Src)}
		j := slices.IndexFunc(b.Members, func(m jsonspan.Member) bool { return jsonspan.Unquote(m.Name.Of(b.Src)) == name })
		if j < 0 || slices.Contains(steering[:], name) {
			out = append(out, e)
			continue
		}
		value := b.Members[j].Value.Of(b.Src)
		if !slices.Contains(Fields[:], name) {
			if string(value) != "null" {
				e.value = value
				out = append(out, e)
			}
			continue
		}
		properties := b.Inner(j)
		null := string(e.value) == "null"
		switch {
		case null && len(nonNull(b, properties)) == 0: // nothing comes where nothing is
			out = append(out, e)
		case len(properties) == 0: // null or {}
		case e.value[0] == '{':
			e.inner, e.field = expectedInner(p, p.Inner(i), b, properties), true
			out = append(out, e)
		default:
			e.inner, e.field = nonNull(b, properties), true
			out = append(out, e)
		}
	}
	for j := range b.Members {
		name := jsonspan.Unquote(b.Members[j].Name.Of(b.Src))
		e := entry{name: b.Members[j].Name.Of(b.Src), value: b.Members[j].Value.Of(b.Src)}
		if met[name] || slices.Contains(steering[:], name) || string(e.value) == "null" {
			continue
		}
		if slices.Contains(Fields[:], name) {
			if e.inner, e.field = nonNull(b, b.Inner(j)), true; len(e.inner) == 0 {
				continue
			}
		}
		out = append(out, e)
	}
	return out
}

func expectedInner(p *jsonspan.Doc, stored []jsonspan.Member, b *jsonspan.Doc, properties []jsonspan.Member) []entry {
	var out []entry
	named := map[string][]byte{}
	for i := range properties {
		named[jsonspan.Unquote(properties[i].Name.Of(b.Src))] = properties[i].Value.Of(b.Src)
	}
	met := map[string]bool{}
	for i := range stored {
		name := jsonspan.Unquote(stored[i].Name.Of(p.Src))
		met[name] = true
		e := entry{name: stored[i].Name.Of(p.Src), value: stored[i].Value.Of(p.Src)}
		if value, found := named[name]; found {
			e.value = value
		}
		if _, found := named[name]; !found || string(e.value) != "null" {
			out = append(out, e)
		}
	}
	for _, e := range nonNull(b, properties) {
		if !met[jsonspan.Unquote(e.name)] {
			out = append(out, e)
		}
	}
	return out
}

func nonNull(b *jsonspan.Doc, properties []jsonspan.Member) []entry {
	var out []entry
	for i := range properties {
		if value := properties[i].Value.Of(b.Src); string(value) != "null" {
			out = append(out, entry{name: properties[i].Name.Of(b.Src), value: value})
		}
	}
	return out
}

// holdExact holds which bytes stand where: each member of the result, its
// order, its name and value as they were written; every step's spans; and
// where only values changed, every byte between them.
func holdExact(t *testing.T, profile, body []byte, r *Result) {
	t.Helper()
	if len(r.Profile.Members) > 1000 || len(r.Body.Members) > 1000 {
		return // expected looks for each member among all others
	}
	out, errs := jsonspan.Scan(r.Bytes)
	if errs != nil {
		t.Fatalf("%q + %q = %q: %v", profile, body, r.Bytes, errs)
	}
	want := expected(r.Profile, r.Body)
	if len(out.Members) != len(want) {
		t.Fatalf("%q + %q = %q: %d members, want %d", profile, body, r.Bytes, len(out.Members), len(want))
	}
	holdMember := func(m *jsonspan.Member, e *entry) {
		t.Helper()
		if !bytes.Equal(m.Name.Of(r.Bytes), e.name) || !e.field && !bytes.Equal(m.Value.Of(r.Bytes), e.value) {
			t.Fatalf("%q + %q = %q: got %s: %s, want %s: %s", profile, body, r.Bytes, m.Name.Of(r.Bytes), m.Value.Of(r.Bytes), e.name, e.value)
		}
	}
	for i := range want {
		holdMember(&out.Members[i], &want[i])
		if want[i].field {
			inner := out.Inner(i)
			if len(inner) != len(want[i].inner) {
				t.Fatalf("%q + %q = %q: %s has %d properties, want %d", profile, body, r.Bytes, want[i].name, len(inner), len(want[i].inner))
			}
			for j := range inner {
				holdMember(&inner[j], &want[i].inner[j])
			}
		}
	}
	holdSteps(t, profile, body, r)
}

// holdSteps holds that the steps tell everything that the body names, once and
// in its order, and that their spans are what they say.
func holdSteps(t *testing.T, profile, body []byte, r *Result) {
	t.Helper()
	fail := func(s *Step, what string) {
		t.Helper()
		t.Fatalf("%q + %q = %q: step %s %s: %s", profile, body, r.Bytes, s.Op, s.Pointer(body), what)
	}
	at, structure := uint32(0), false
	type change struct{ before, result jsonspan.Span }
	var changes []change
	for i := range r.Steps {
		s := &r.Steps[i]
		about := s.Field
		if s.Name.Len() > 0 {
			about = s.Name
		}
		if about.Start < at || s.After.Start <= about.End || s.Rule < 1 || s.Rule > 10 {
			fail(s, "out of order")
		}
		at = s.After.End
		stands, stood := s.Result.Len() > 0, s.Before.Len() > 0
		switch s.Op {
		case Added:
			structure = true
			if stood || !stands {
				fail(s, "it was there, or is not now")
			}
		case Created:
			structure = true
			if !stands || stood && string(s.Before.Of(profile)) != "null" {
				fail(s, "it was there, or is not now")
			}
		case Deleted, Cleared:
			structure = true
			if !stood || stands {
				fail(s, "it was not there, or still is")
			}
		case Replaced, Unchanged:
			if !stood || !stands || (s.Op == Unchanged) != bytes.Equal(s.Before.Of(profile), s.After.Of(body)) {
				fail(s, "not what it is called")
			}
			changes = append(changes, change{s.Before, s.Result})
		case NoOp:
			if stands {
				fail(s, "it did something")
			}
		}
		if whole := s.Rule != 6 && s.Rule != 8; stands && whole && !bytes.Equal(s.Result.Of(r.Bytes), s.After.Of(body)) {
			fail(s, "the result is not the body's value")
		}
	}
	if structure {
		return
	}
	slices.SortFunc(changes, func(a, b change) int { return int(a.before.Start) - int(b.before.Start) })
	var rebuilt []byte
	from := uint32(0)
	for _, c := range changes {
		rebuilt = append(append(rebuilt, profile[from:c.before.Start]...), c.result.Of(r.Bytes)...)
		from = c.before.End
	}
	if rebuilt = append(rebuilt, profile[from:]...); !bytes.Equal(rebuilt, r.Bytes) {
		t.Fatalf("%q + %q = %q: more than the values changed, want %q", profile, body, r.Bytes, rebuilt)
	}
}

// holdErrors holds that bad texts give errors, the profile's first, each of
// which says in which text it lies, and that a good text has none.
func holdErrors(t *testing.T, profile, body []byte, err error) {
	t.Helper()
	errs, _ := err.(jsonspan.Errors)
	if len(errs) == 0 {
		t.Fatalf("%q + %q: no errors: %v", profile, body, err)
	}
	_, inProfile := jsonspan.Scan(profile)
	_, inBody := jsonspan.Scan(body)
	for i, e := range errs {
		src := body
		switch {
		case i < len(inProfile):
			src = profile
			if e.Input != InputProfile || e.Code != inProfile[i].Code || e.Start != inProfile[i].Start {
				t.Fatalf("%q + %q: %s %s at %d is not what the profile has", profile, body, e.Input, e.Code, e.Start)
			}
		case e.Input != InputBody:
			t.Fatalf("%q + %q: %s in %q", profile, body, e.Code, e.Input)
		case inBody == nil && (e.Code != CodeBadField || e.Pointer != "/user_metadata" && e.Pointer != "/app_metadata"):
			t.Fatalf("%q + %q: %s at %s of a good body", profile, body, e.Code, e.Pointer)
		}
		if e.Start < 0 || e.End < e.Start || e.End > len(src) {
			t.Fatalf("%q + %q: %s at %d-%d", profile, body, e.Code, e.Start, e.End)
		}
	}
	if inBody != nil && len(errs) != len(inProfile)+len(inBody) {
		t.Fatalf("%q + %q: %d errors, the texts have %d and %d", profile, body, len(errs), len(inProfile), len(inBody))
	}
}
