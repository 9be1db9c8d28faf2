package yamlmap

import "strings"

// A Shape is what a value must be.
type Shape string

// The shapes, by the words that a settings file has for them.
const (
	Text    Shape = "text"
	Texts   Shape = "list" // one text counts as a list of one
	Flag    Shape = "flag" // true or false
	Number  Shape = "number"
	Mapping Shape = "mapping"
	Any     Shape = "any"
)

// Shapes returns all shapes.
func Shapes() []Shape { return []Shape{Text, Texts, Flag, Number, Mapping, Any} }

// String returns the shape as it reads in a sentence.
func (s Shape) String() string {
	switch s {
	case Texts:
		return "a text or a list of texts"
	case Flag:
		return "true or false"
	case Mapping:
		return "names with their values"
	}
	return "a " + string(s)
}

// Check returns the part of a value that does not have the shape, if there is
// one. Nothing behind a key has any shape.
func (s Shape) Check(v Value) (wrong Value, bad bool) {
	if v.Kind == Null {
		return v, false
	}
	switch s {
	case Text:
		return v, v.Kind != Scalar
	case Texts:
		if v.Kind != List {
			return v, v.Kind != Scalar
		}
		for _, e := range v.List {
			if e.Kind != Scalar {
				return e, true
			}
		}
	case Flag:
		return v, v.Kind != Scalar || v.Text != "true" && v.Text != "false"
	case Number:
		return v, v.Kind != Scalar || v.Text == "" || strings.Trim(v.Text, "0123456789.-") != ""
	case Mapping:
		return v, v.Kind != Map
	}
	return v, false
}

// Describe names a value that has the wrong shape.
func (v Value) Describe() string {
	if v.Kind == Scalar && len(v.Text) <= 40 {
		return v.Text
	}
	return v.Kind.String()
}
