package main

import (
	"errors"
	"flag"
	"slices"
	"strings"
)

// A format is how a command answers.
type format string

// The formats: for people, for programs (the structures of answer.go and
// report.go), and for services that show findings beside code.
const (
	formatText  format = "text"
	formatJSON  format = "json"
	formatSARIF format = "sarif"
)

// formatFlag adds the option --format, which takes these formats. The first one
// is what it is without the option.
func formatFlag(flags *flag.FlagSet, all ...format) *format {
	v := &formatValue{format: all[0], all: all}
	flags.Var(v, "format", "answer as `F`: "+v.names())
	return &v.format
}

// A formatValue reads the option.
type formatValue struct {
	format
	all []format
}

// String returns the format's name.
func (f format) String() string { return string(f) }

// Set takes a format's name.
func (v *formatValue) Set(name string) error {
	if !slices.Contains(v.all, format(name)) {
		return errors.New("it takes " + v.names())
	}
	v.format = format(name)
	return nil
}

func (v *formatValue) names() string {
	var names []string
	for _, f := range v.all {
		names = append(names, string(f))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
