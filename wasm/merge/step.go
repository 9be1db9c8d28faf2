package merge

import "mergebook/wasm/jsonspan"

// Op is what happened to a property, an attribute or a whole field.
type Op uint8

// The things that can happen.
const (
	Added     Op = iota // it was not there
	Replaced            // it had another value
	Deleted             // null removed it
	Cleared             // a whole metadata field was removed, by {} or null
	Created             // a whole metadata field was made, with its first properties
	Unchanged           // the body repeats the stored value, byte for byte
	NoOp                // there was nothing to delete or clear
)

var opNames = [...]string{"added", "replaced", "deleted", "cleared", "created", "unchanged", "no-op"}

// String returns the op's name: "added", "no-op".
func (o Op) String() string { return opNames[o] }

// A Step tells what the body did to one thing it names.
type Step struct {
	Op   Op
	Rule uint8 // the rule of the package documentation that decided it, 1 to 10

	Field jsonspan.Span // name of the root member, in the body
	Name  jsonspan.Span // name of the property in it, in the body; empty when the step is about the member itself

	// The value in each text; a span is empty where there is none.
	Before jsonspan.Span // in the profile
	After  jsonspan.Span // in the body
	Result jsonspan.Span // in the result
}

// Pointer returns the JSON Pointer (RFC 6901) of what the step is about.
func (s *Step) Pointer(body []byte) string {
	p := jsonspan.AppendPointer(nil, jsonspan.Unquote(s.Field.Of(body)))
	if s.Name.Len() > 0 {
		p = jsonspan.AppendPointer(p, jsonspan.Unquote(s.Name.Of(body)))
	}
	return string(p)
}

// Depth returns the level of what the step is about: 1 for a root member, 2
// for a property of a metadata field.
func (s *Step) Depth() int {
	if s.Name.Len() > 0 {
		return 2
	}
	return 1
}
