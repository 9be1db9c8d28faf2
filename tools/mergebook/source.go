package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"mergebook/wasm/jsonspan"
)

// A source is a text that was given to the command.
type source struct {
	input string // which one it is: "profile", "body", "goal"; "" when there is one only
	file  string // its name as it was given; - is standard input
	text  []byte
	err   error // why it could not be read
}

// readSource reads a file, or standard input for "-".
func readSource(e env, input, file string) source {
	s := source{input: input, file: file}
	if file == "-" {
		s.text, s.err = io.ReadAll(e.stdin)
	} else {
		s.text, s.err = os.ReadFile(file)
	}
	var path *fs.PathError
	if errors.As(s.err, &path) {
		s.err = path.Err // the name is said beside it
	}
	return s
}

// readTwo reads the profile and the other text of a call, which have errors
// where they cannot be read.
func readTwo(e env, other string, args []string) (a, b source, err error) {
	if len(args) != 2 {
		return a, b, usageError{fmt.Sprintf("give two files, the profile and the %s, not %d", other, len(args))}
	}
	if args[0] == "-" && args[1] == "-" {
		return a, b, usageError{"only one of the two can be standard input"}
	}
	return readSource(e, "profile", args[0]), readSource(e, other, args[1]), nil
}

// name returns what people call the source.
func (s *source) name() string {
	if s.file == "-" {
		return "standard input"
	}
	return visible(s.file)
}

// place returns file:line:column, with a column for each code point.
func (s *source) place(offset int) string {
	line, column := jsonspan.Line(s.text, offset)
	return fmt.Sprintf("%s:%d:%d", s.name(), line, column)
}
