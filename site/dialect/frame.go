package dialect

import "strings"

// A frame is a file whose text is being put out.
type frame struct {
	script    *script
	arguments map[string]value // its own; those of the frames around it count too
	given     bool             // whether there are any
	parent    *frame           // the file that includes it; nil for the page
	at        int              // of the directive in parent
}

// argument finds a name, or a name in an object, among the arguments of the
// innermost frame that has it.
func (f *frame) argument(name string) value {
	first, _, _ := strings.Cut(name, ".")
	for g := f; g != nil; g = g.parent {
		_, whole := g.arguments[name]
		if _, part := g.arguments[first]; whole || part {
			return argument(g.arguments, name)
		}
	}
	return value{kind: noValue}
}

// argument finds a name, or a name in an object, among arguments.
func argument(arguments map[string]value, name string) value {
	if v, ok := arguments[name]; ok {
		return v
	}
	first, rest, dotted := strings.Cut(name, ".")
	if v, ok := arguments[first]; ok && dotted {
		return argument(v.fields, rest)
	}
	return value{kind: noValue}
}
