package main

import (
	"errors"
	"flag"
)

// A format is how a command answers.
type format string

// The formats: for people, and for programs (the structures of answer.go).
const (
	formatText format = "text"
	formatJSON format = "json"
)

// formatFlag adds the option --format.
func formatFlag(flags *flag.FlagSet) *format {
	f := formatText
	flags.Var(&f, "format", "answer as `F`: text, or json for programs")
	return &f
}

// String returns the format's name.
func (f *format) String() string { return string(*f) }

// Set takes a format's name.
func (f *format) Set(name string) error {
	switch format(name) {
	case formatText, formatJSON:
		*f = format(name)
		return nil
	}
	return errors.New("it takes text or json")
}
