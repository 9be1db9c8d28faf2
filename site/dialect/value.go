package dialect

import "strings"

// A valueKind is what a value is, with the words that typeof has for it.
type valueKind string

const (
	noValue   valueKind = "undefined"
	textValue valueKind = "string"
	numValue  valueKind = "number"
	flagValue valueKind = "boolean"
	objValue  valueKind = "object" // also lists and null
)

// A value is what an expression comes to.
type value struct {
	kind   valueKind
	text   string           // as it is printed; "" for objects, lists and null
	fields map[string]value // of objects
	null   bool
}

var trueValue, falseValue = value{kind: flagValue, text: "true"}, value{kind: flagValue, text: "false"}

func flagOf(b bool) value {
	if b {
		return trueValue
	}
	return falseValue
}

// truthy is what counts as true in a condition: what does in JavaScript.
func (v value) truthy() bool {
	switch v.kind {
	case noValue:
		return false
	case objValue:
		return !v.null
	case flagValue:
		return v.text == "true"
	case numValue:
		return strings.Trim(v.text, "0.") != ""
	}
	return v.text != ""
}

// printable reports whether the value has a text.
func (v value) printable() bool { return v.kind != noValue && v.kind != objValue }

// unprintable says why the value has no text.
func (v value) unprintable() string {
	what := "a list"
	switch {
	case v.kind == noValue:
		what = "undefined"
	case v.null:
		what = "null"
	case v.fields != nil:
		what = "an object"
	}
	return "this is " + what + ", and has no text to be put here"
}

// equal compares texts, so that 3 is '3': all that a site says is text.
func equal(a, b value) bool {
	if a.printable() && b.printable() {
		return a.text == b.text
	}
	return a.kind == b.kind && a.null == b.null && (a.kind == noValue || a.null)
}

// valueOf is the value of a variable.
func valueOf(s string) value {
	if s == "true" || s == "false" {
		return flagOf(s == "true")
	}
	return value{kind: textValue, text: s}
}
