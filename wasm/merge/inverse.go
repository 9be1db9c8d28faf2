package merge

import "mergebook/wasm/jsonspan"

// InputGoal is the name of the goal in errors.
const InputGoal = "goal"

// A Plan leads from a profile to a goal, or says why none does.
type Plan struct {
	Bodies    [][]byte   // one PATCH body, or two to be sent one after the other; nil when there are obstacles
	Obstacles []Obstacle // what no body can bring about, in the goal's order; then what only the profile has
	Profile   *jsonspan.Doc
	Goal      *jsonspan.Doc
}

// An Obstacle is a difference that no PATCH can bring about.
type Obstacle struct {
	Code    string        // one of the codes below
	Pointer string        // JSON Pointer (RFC 6901) of the place
	Profile jsonspan.Span // the value in the profile; empty where there is none
	Goal    jsonspan.Span // the value in the goal; empty where there is none
}

// The codes of obstacles.
const (
	CodeNullProperty  = "null-property"  // a property cannot be stored as null: null deletes it
	CodeNullAttribute = "null-attribute" // an attribute cannot be stored as null: null removes it
	CodeNullField     = "null-field"     // a metadata field cannot be stored as null: null removes it
	CodeFieldKind     = "field-kind"     // a metadata field can only be made an object
	CodeFixed         = "fixed"          // the API lets nobody update this attribute
	CodeSteering      = "steering"       // this attribute steers a call and is not stored
)

// Inverse finds the smallest body that makes the goal of the profile: members
// compared without order, values by jsonspan.Equal. It is compact, and {} when
// there is nothing to do. What takes two calls comes as two bodies: an empty
// field where there is none, and no field where it is stored as null. The error is a jsonspan.Errors when a text is bad.
func Inverse(profile, goal []byte) (*Plan, error) {
	p, errs := jsonspan.Scan(profile)
	g, goalErrs := jsonspan.Scan(goal)
	if errs = append(of(InputProfile, errs), of(InputGoal, goalErrs)...); errs != nil {
		return nil, errs
	}
	v := inverter{plan: &Plan{Profile: p, Goal: g}, body: []byte{'{'}}
	v.root()
	if v.plan.Obstacles == nil {
		v.plan.Bodies = append(v.plan.Bodies, append(v.body, '}'))
		if v.second != nil {
			v.plan.Bodies = append(v.plan.Bodies, append(v.second, '}'))
		}
	}
	return v.plan, nil
}

// An inverter writes the body while it compares.
type inverter struct {
	plan   *Plan
	body   []byte
	second []byte // the second body, as far as it is written; nil while one will do
}

func (v *inverter) root() {
	p, g := v.plan.Profile, v.plan.Goal
	stored := jsonspan.IndexNames(p.Src, p.Members)
	wanted := make([]bool, len(p.Members))
	for i := range g.Members {
		at := stored.Find(g.Src, &g.Members[i])
		if at >= 0 {
			wanted[at] = true
			if jsonspan.Equal(p.Members[at].Value.Of(p.Src), g.Members[i].Value.Of(g.Src)) {
				continue
			}
		}
		if IsField(g.Src, &g.Members[i]) {
			v.field(i, at)
		} else {
			v.attribute(i, at)
		}
	}
	for at := range p.Members {
		if !wanted[at] {
			v.remove(&p.Members[at])
		}
	}
}

// attribute makes the goal's attribute i of the stored member at, if any.
func (v *inverter) attribute(i, at int) {
	g := v.plan.Goal
	m := &g.Members[i]
	switch code := fixed(g.Src, m); {
	case code != "":
		v.obstacle(code, m, nil, v.stored(at))
	case jsonspan.KindOf(g.Src, m.Value) == jsonspan.Null:
		v.obstacle(CodeNullAttribute, m, nil, v.stored(at))
	default:
		v.body = set(v.body, m.Name.Of(g.Src), m.Value.Of(g.Src))
	}
}

// remove takes away a stored member that the goal lacks.
func (v *inverter) remove(m *jsonspan.Member) {
	p := v.plan.Profile
	switch code := fixed(p.Src, m); {
	case IsField(p.Src, m) && jsonspan.KindOf(p.Src, m.Value) == jsonspan.Null:
		v.inTwo(m.Name.Of(p.Src), "{}") // rule 6: it counts as absent, and what is absent is not removed
	case IsField(p.Src, m):
		v.body = set(v.body, m.Name.Of(p.Src), []byte("{}"))
	case code != "":
		v.plan.Obstacles = append(v.plan.Obstacles, Obstacle{Code: code, Pointer: pointerOf(p.Src, m, nil), Profile: m.Value})
	default:
		v.body = set(v.body, m.Name.Of(p.Src), []byte("null"))
	}
}

// fixed returns the code of the obstacle that no PATCH changes this attribute,
// or "" when one can.
func fixed(src []byte, m *jsonspan.Member) string {
	switch {
	case Steers(src, m.Name):
		return CodeSteering
	case !Updatable(src, m):
		return CodeFixed
	}
	return ""
}

// stored returns the value of the profile's member at, which is negative where
// there is none.
func (v *inverter) stored(at int) jsonspan.Span {
	if at < 0 {
		return jsonspan.Span{}
	}
	return v.plan.Profile.Members[at].Value
}

// spare is the name of a property that is set to be deleted again.
const spare = `"_"`

// inTwo makes a field with the first body, and gives it the value then with the
// second one.
func (v *inverter) inTwo(name []byte, then string) {
	v.body = set(v.body, name, []byte("{"+spare+":0}"))
	if v.second == nil {
		v.second = []byte{'{'}
	}
	v.second = set(v.second, name, []byte(then))
}

// field makes the goal's field i of the stored member at, if any.
func (v *inverter) field(i, at int) {
	p, g := v.plan.Profile, v.plan.Goal
	m := &g.Members[i]
	switch jsonspan.KindOf(g.Src, m.Value) {
	case jsonspan.Null:
		v.obstacle(CodeNullField, m, nil, v.stored(at))
		return
	case jsonspan.Object:
	default:
		v.obstacle(CodeFieldKind, m, nil, v.stored(at))
		return
	}
	kind := jsonspan.Invalid
	if at >= 0 {
		kind = jsonspan.KindOf(p.Src, p.Members[at].Value)
	}
	var inner []byte
	switch {
	case kind == jsonspan.Object:
		inner = v.properties(i, at)
	case len(g.Inner(i)) > 0:
		inner = v.create(i)
	case kind == jsonspan.Invalid || kind == jsonspan.Null:
		v.inTwo(m.Name.Of(g.Src), "{"+spare+":null}") // rule 6: only the last property's deletion leaves an empty field
		return
	default:
		inner = append(inner, "{"+spare+":null"...) // rule 8 leaves an empty field
	}
	v.body = set(v.body, m.Name.Of(g.Src), append(inner, '}'))
}

// properties returns the open object that changes a stored field.
func (v *inverter) properties(i, at int) []byte {
	p, g := v.plan.Profile, v.plan.Goal
	stored := p.Inner(at)
	names := jsonspan.IndexNames(p.Src, stored)
	wanted := make([]bool, len(stored))
	out := []byte{'{'}
	goal := g.Inner(i)
	for j := range goal {
		found := names.Find(g.Src, &goal[j])
		before := jsonspan.Span{}
		if found >= 0 {
			wanted[found] = true
			before = stored[found].Value
			if jsonspan.Equal(before.Of(p.Src), goal[j].Value.Of(g.Src)) {
				continue
			}
		}
		if jsonspan.KindOf(g.Src, goal[j].Value) == jsonspan.Null {
			v.obstacle(CodeNullProperty, &g.Members[i], &goal[j], before)
			continue
		}
		out = set(out, goal[j].Name.Of(g.Src), goal[j].Value.Of(g.Src))
	}
	for j := range stored {
		if !wanted[j] {
			out = set(out, stored[j].Name.Of(p.Src), []byte("null"))
		}
	}
	return out
}

// create returns the open object that makes a field where none is.
func (v *inverter) create(i int) []byte {
	g := v.plan.Goal
	out := []byte{'{'}
	goal := g.Inner(i)
	for j := range goal {
		if jsonspan.KindOf(g.Src, goal[j].Value) == jsonspan.Null {
			v.obstacle(CodeNullProperty, &g.Members[i], &goal[j], jsonspan.Span{})
			continue
		}
		out = set(out, goal[j].Name.Of(g.Src), goal[j].Value.Of(g.Src))
	}
	return out
}

// obstacle notes that the goal's member, or the property in it, cannot be.
// before is the value in the profile.
func (v *inverter) obstacle(code string, m, property *jsonspan.Member, before jsonspan.Span) {
	o := Obstacle{Code: code, Pointer: pointerOf(v.plan.Goal.Src, m, property), Profile: before, Goal: m.Value}
	if property != nil {
		o.Goal = property.Value
	}
	v.plan.Obstacles = append(v.plan.Obstacles, o)
}

// set appends a member to an open object, compact.
func set(object, name, value []byte) []byte {
	if len(object) > 1 {
		object = append(object, ',')
	}
	object = append(append(object, name...), ':')
	return jsonspan.AppendCompact(object, value)
}

func pointerOf(src []byte, m, property *jsonspan.Member) string {
	p := jsonspan.AppendPointer(nil, jsonspan.Unquote(m.Name.Of(src)))
	if property != nil {
		p = jsonspan.AppendPointer(p, jsonspan.Unquote(property.Name.Of(src)))
	}
	return string(p)
}
