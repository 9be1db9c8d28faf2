package main

import (
	"bufio"
	"flag"
	"fmt"
	"strings"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/play"
)

var applyCommand = command{
	name: "apply", args: "PROFILE BODY [--explain] [--compare] [--compact | --indent N | --format json]",
	short: "merge a PATCH body into a profile",
	help: `
Merges a PATCH body into a stored profile, as the API does, and prints the new
profile. PROFILE and BODY are files; one of them may be -, standard input.
What the body does not touch is kept byte for byte, unless --compact or
--indent ask for another layout.

With --explain every step is told on standard error, with the values that are
lost. With --compare standard error says what JSON merge patch (RFC 7396)
would do otherwise. Bad input is told with its place, and ends with status 1.

With --format json one JSON object on standard output has it all: the new
profile, steps, warnings and losses, or the errors. /reference/json on the
site describes it.

Examples:
  mergebook apply user.json body.json
  mergebook apply user.json body.json --explain >new.json
  mergebook apply user.json body.json --compare
  mergebook apply user.json body.json --format json | jq .counts.lost
  echo '{"user_metadata":{"theme":null}}' | mergebook apply user.json -`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		var a applyCall
		flags.BoolVar(&a.explain, "explain", false, "tell each step on standard error")
		flags.BoolVar(&a.compare, "compare", false, "tell what JSON merge patch would do otherwise")
		flags.BoolVar(&a.compact, "compact", false, "print the profile without white space")
		flags.IntVar(&a.indent, "indent", 0, "print each member on a line, indented by `N` spaces a level")
		a.format = formatFlag(flags, formatText, formatJSON)
		return a.run
	},
}

// An applyCall is how apply was called.
type applyCall struct {
	explain, compare, compact bool
	indent                    int // 0 keeps the layout
	format                    *format
}

// check says what of the options does not fit together.
func (a *applyCall) check() error {
	switch {
	case a.indent < 0 || a.indent > 16:
		return usageError{"--indent takes 1 to 16 spaces"}
	case a.compact && a.indent > 0:
		return usageError{"--compact and --indent exclude each other"}
	case *a.format == formatJSON && (a.compact || a.indent > 0):
		return usageError{"--format json gives the profile byte for byte, without --compact and --indent"}
	}
	return nil
}

func (a *applyCall) run(e env, args []string) error {
	if err := a.check(); err != nil {
		return err
	}
	profile, body, err := readTwo(e, "body", args)
	if err != nil {
		return err
	}
	var o *play.Outcome
	var errs jsonspan.Errors
	if profile.err == nil && body.err == nil {
		o = play.Apply(profile.text, body.text)
		errs = o.Errors
	}
	if *a.format == formatJSON {
		return a.answer(e, o, errs, profile, body)
	}
	if printErrors(e, errs, profile, body) {
		return errSaid
	}
	told := bufio.NewWriter(e.stderr) // there may be a lot of it
	if a.explain {
		printSteps(told, o)
	}
	if a.compare {
		printComparison(told, play.Compare(profile.text, body.text))
	}
	if err := told.Flush(); err != nil {
		return err
	}
	return printJSON(e, a.layout(o.Result.Bytes))
}

// answer prints the answer for programs.
func (a *applyCall) answer(e env, o *play.Outcome, errs jsonspan.Errors, profile, body source) error {
	if f := failureOf(errs, profile, body); f != nil {
		return failWith(e, f)
	}
	answer := appliedOf(o)
	if a.compare {
		answer.Compare = comparedOf(play.Compare(profile.text, body.text))
	}
	return printAnswer(e, answer)
}

// layout puts the profile into the layout that was asked for.
func (a *applyCall) layout(profile []byte) []byte {
	switch {
	case a.compact:
		return jsonspan.AppendCompact(nil, profile)
	case a.indent > 0:
		return jsonspan.AppendIndent(nil, profile, strings.Repeat(" ", a.indent), "\n")
	}
	return profile
}

// printJSON prints a text of JSON. On a terminal the prompt gets its own line,
// and no character steers the terminal.
func printJSON(e env, text []byte) error {
	if !onTerminal(e.stdout) {
		_, err := e.stdout.Write(text)
		return err
	}
	_, err := fmt.Fprintf(e.stdout, "%s\n", strings.TrimSuffix(string(escaped(text)), "\n"))
	return err
}
