package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"mergebook/wasm/explain"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

var applyCommand = command{
	name: "apply", args: "PROFILE BODY [--explain] [--compact | --indent N]",
	short: "merge a PATCH body into a profile",
	help: `
Merges a PATCH body into a stored profile, as the API does, and prints the new
profile. PROFILE and BODY are files; one of them may be -, standard input.
What the body does not touch is kept byte for byte, unless --compact or
--indent ask for another layout.

With --explain every step is told on standard error, with the values that are
lost. Bad input is told with its place, and ends with status 1.

Examples:
  mergebook apply user.json body.json
  mergebook apply user.json body.json --explain >new.json
  echo '{"user_metadata":{"theme":null}}' | mergebook apply user.json -`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		explained := flags.Bool("explain", false, "tell each step on standard error")
		compact := flags.Bool("compact", false, "print the profile without white space")
		indent := flags.Int("indent", 0, "print each member on a line, indented by `N` spaces a level")
		return func(e env, args []string) error {
			layout := func(b []byte) []byte { return b }
			switch {
			case *indent < 0 || *indent > 16:
				return usageError{"--indent takes 1 to 16 spaces"}
			case *compact && *indent > 0:
				return usageError{"--compact and --indent exclude each other"}
			case *compact:
				layout = func(b []byte) []byte { return jsonspan.AppendCompact(nil, b) }
			case *indent > 0:
				layout = func(b []byte) []byte { return jsonspan.AppendIndent(nil, b, strings.Repeat(" ", *indent), "\n") }
			}
			return apply(e, args, *explained, layout)
		}
	},
}

func apply(e env, args []string, explained bool, layout func([]byte) []byte) error {
	if len(args) != 2 {
		return usageError{fmt.Sprintf("give two files, the profile and the body, not %d", len(args))}
	}
	profile, body, err := readTwo(e, args)
	if err != nil {
		return err
	}
	r, err := merge.Apply(profile, body)
	var errs jsonspan.Errors
	if errors.As(err, &errs) {
		printErrors(e, errs, args, profile, body)
		return errSaid
	}
	if explained {
		printSteps(e.stderr, r)
	}
	if _, err := e.stdout.Write(layout(r.Bytes)); err != nil {
		return err
	}
	if onTerminal(e.stdout) {
		fmt.Fprintln(e.stdout) // so that the prompt stands on its own line
	}
	return nil
}

// readTwo reads the two texts of a call.
func readTwo(e env, args []string) (profile, other []byte, err error) {
	if args[0] == "-" && args[1] == "-" {
		return nil, nil, usageError{"only one of the two can be standard input"}
	}
	if profile, err = readInput(e, args[0]); err != nil {
		return nil, nil, err
	}
	other, err = readInput(e, args[1])
	return profile, other, err
}

// printErrors tells what is wrong with the two texts of a call.
func printErrors(e env, errs jsonspan.Errors, args []string, profile, other []byte) {
	for _, bad := range errs {
		if bad.Input == merge.InputProfile {
			printError(e.stderr, bad, args[0], profile)
		} else {
			printError(e.stderr, bad, args[1], other)
		}
	}
}

// readInput reads a file, or standard input for "-".
func readInput(e env, name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(e.stdin)
	}
	return os.ReadFile(name)
}

// printError tells one error with its place, as compilers do.
func printError(w io.Writer, e *jsonspan.Error, name string, src []byte) {
	if name == "-" {
		name = "standard input"
	}
	line, column := jsonspan.Line(src, e.Start)
	text := fmt.Sprintf("%s:%d:%d: ", name, line, column)
	if e.Input != "" {
		text += e.Input + ": "
	}
	text += e.Message
	if e.First >= 0 {
		line, column := jsonspan.Line(src, e.First)
		text += fmt.Sprintf(" (The other one is at %d:%d.)", line, column)
	}
	if e.Hint != "" {
		text += " " + e.Hint
	}
	if e.Pointer != "" {
		text += " [" + e.Pointer + "]"
	}
	fmt.Fprintln(w, text)
}

// printSteps tells what the merge did.
func printSteps(w io.Writer, r *merge.Result) {
	steps := explain.Steps(r)
	if len(steps) == 0 {
		fmt.Fprintln(w, "The body is {}: nothing changes. (rule 9)")
	}
	for _, s := range steps {
		fmt.Fprintf(w, "%-9s %s: %s (rule %d)\n", s.Op, s.Pointer, s.Text, s.Rule)
		for _, l := range s.Lost {
			fmt.Fprintf(w, "%-9s %s: %s\n", "lost", l.Pointer, oneLine(l.Before.Of(r.Profile.Src)))
		}
	}
	for _, warning := range explain.Warnings(r, steps) {
		fmt.Fprintf(w, "warning   %s\n", warning.Text)
	}
}

// oneLine makes a value short enough for a line.
func oneLine(value []byte) string {
	text := []rune(strings.Join(strings.Fields(string(value)), " "))
	if len(text) > 80 {
		return string(text[:80]) + "…"
	}
	return string(text)
}
