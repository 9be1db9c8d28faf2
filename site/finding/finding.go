package finding

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mergebook/wasm/jsonspan"
)

// A Level says how bad a finding is.
type Level uint8

// The levels, from the worst.
const (
	Error   Level = iota // wrong: check exits with 1
	Warning              // most likely wrong
	Note                 // worth knowing
)

// String returns the level as it stands in a line: "error", "warning", "note".
func (l Level) String() string { return [...]string{"error", "warning", "note"}[l] }

// A Finding is one thing at one place of one file.
type Finding struct {
	File         string // as the author knows it, with slashes; "" for the whole folder
	Line, Column int    // from 1; 0 for the whole file
	Level        Level
	Rule         string // a name of Rules
	Message      string // without place and suggestion
	Suggestion   string // what was probably meant; else ""
	Detail       string // lines that explain it, such as a diff; else ""
}

// At makes a finding of the place at a byte offset of the file's text.
func At(file string, src []byte, offset int, level Level, rule, message string) Finding {
	line, column := jsonspan.Line(src, offset)
	return Finding{File: file, Line: line, Column: column, Level: level, Rule: rule, Message: message}
}

// Suggest returns the finding with the suggestion added.
func (f Finding) Suggest(s string) Finding {
	f.Suggestion = s
	return f
}

// String returns the finding in one line, and the detail in lines below it.
func (f Finding) String() string {
	var b strings.Builder
	if f.File != "" {
		b.WriteString(f.Place() + ": ")
	}
	if f.Level != Error {
		b.WriteString(f.Level.String() + ": ")
	}
	b.WriteString(f.Text())
	if f.Detail != "" {
		b.WriteString("\n" + strings.TrimRight(f.Detail, "\n"))
	}
	return b.String()
}

// Place returns file:line:col, or as much of it as is known.
func (f Finding) Place() string {
	if f.Line == 0 {
		return f.File
	}
	return f.File + ":" + strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Column)
}

// Text returns the message with the suggestion.
func (f Finding) Text() string {
	if f.Suggestion == "" {
		return f.Message
	}
	return f.Message + "; did you mean " + f.Suggestion + "?"
}

// Sort orders findings by place; those of a whole folder come last.
func Sort(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		if (a.File == "") != (b.File == "") {
			return -cmp.Compare(a.File, b.File)
		}
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column), cmp.Compare(a.Level, b.Level), cmp.Compare(a.Message, b.Message))
	})
}

// Unique returns a sorted list with each finding once. Those that differ in
// their detail only are one: a file that two pages include is wrong once.
func Unique(list []Finding) []Finding {
	return slices.CompactFunc(list, func(a, b Finding) bool {
		a.Detail, b.Detail = "", ""
		return a == b
	})
}

// Count returns how many findings of the list have that level.
func Count(list []Finding, level Level) int {
	n := 0
	for _, f := range list {
		if f.Level == level {
			n++
		}
	}
	return n
}
