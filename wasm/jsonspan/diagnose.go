package jsonspan

import (
	"strconv"
	"unicode/utf8"
)

// maxErrors is how many errors of one text are told. A text with more is no
// JSON at all, and a list of a thousand would not help.
const maxErrors = 100

// Diagnose reads a text and returns all that is wrong with it, in order: nil
// if it is good. With object set the value must be an object. It accepts
// exactly what Scan accepts, but goes on after an error as a person would who
// guesses what was meant: one slip of the hand should give one error.
func Diagnose(src []byte, object bool) Errors {
	if len(src) > MaxSize {
		return Errors{{Code: CodeTooLarge, End: len(src), First: -1, Message: "The text is longer than one gigabyte.", Hint: "Send less."}}
	}
	d := &diagnoser{src: src}
	d.run(object)
	d.sort()
	return d.errors
}

// A diagnoser reads a text that is, probably, bad. Its methods are in this
// file and, by what they read, in root.go, container.go, member.go,
// badstring.go, scalar.go and habits.go; guess.go has what looks ahead.
type diagnoser struct {
	src    []byte
	i      int
	frames []frame
	errors Errors
	done   bool // nothing more can be told

	separated bool // no comma is needed here: it was told that it is missing, or that follows from what was
}

// A frame is an open container.
type frame struct {
	object   bool
	odd      bool           // its brackets are missing or of the other kind, which was told
	nameless bool           // that a value has no name was told
	at       int            // offset of its bracket
	last     int            // offset of the member or element begun last
	value    int            // offset of the value of the member read last
	count    int            // members or elements begun
	within   bool           // one of them is being read
	name     string         // of the member being read, in an object
	names    map[string]int // where each name of an object stands first
}

// closing returns the bracket that ends the container.
//
//go:noinline
func (f *frame) closing() byte {
	if f.object {
		return '}'
	}
	return ']'
}

// report adds an error of the place being read.
func (d *diagnoser) report(code string, start, end int, message, hint string) *Error {
	e := &Error{Code: code, Start: start, End: min(end, len(d.src)), First: -1, Pointer: d.pointer(), Message: clip(message), Hint: clip(hint)}
	if len(d.errors) < maxErrors {
		d.errors = append(d.errors, e)
	}
	if len(d.errors) == maxErrors {
		d.done = true
	}
	return e
}

// sort puts the errors in the order of the text. There are few, nearly sorted:
// only what is known at the end of a token comes late.
func (d *diagnoser) sort() {
	for i := range d.errors {
		for j := i; j > 0 && d.errors[j].Start < d.errors[j-1].Start; j-- {
			d.errors[j], d.errors[j-1] = d.errors[j-1], d.errors[j]
		}
	}
}

// clip shortens a sentence that quotes a long piece of the text.
func clip(s string) string {
	const head, tail = 160, 60
	if len(s) <= head+tail {
		return s
	}
	i, j := head, len(s)-tail
	for !utf8.RuneStart(s[i]) {
		i--
	}
	for !utf8.RuneStart(s[j]) {
		j++
	}
	return s[:i] + "…" + s[j:]
}

func (d *diagnoser) pointer() string {
	var p []byte
	for i := range d.frames {
		switch f := &d.frames[i]; {
		case !f.within:
		case f.object:
			p = AppendPointer(p, f.name)
		default:
			p = strconv.AppendInt(append(p, '/'), int64(f.count-1), 10)
		}
	}
	return string(p)
}

//go:noinline
func (d *diagnoser) peek() byte { return d.byteAt(d.i) }
