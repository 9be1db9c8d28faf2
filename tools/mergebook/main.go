// Command mergebook builds documentation whose examples run, checks it, and
// does the merge itself on the command line. See mergebook --help.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"mergebook/site/nearest"
)

// A command is one verb.
type command struct {
	name    string
	args    string // behind the name, in the usage line
	short   string
	help    string // what it does, and examples
	prepare func(*flag.FlagSet) func(env, []string) error
}

// An env is what a command has of the world, so that tests can give it another.
type env struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	colour         bool // stderr takes colours
	terminal       bool // stderr is a terminal on which a line can be written anew
}

var commands = []command{newCommand, serveCommand, buildCommand, checkCommand, snippetCommand, applyCommand, diffCommand}

// usageError is a mistake in how the command was called: exit status 2.
type usageError struct{ text string }

func (e usageError) Error() string { return e.text }

// errSaid ends a command with status 1 when everything has been said already.
var errSaid = errors.New("")

func main() {
	terminal := onTerminal(os.Stderr)
	os.Exit(run(env{os.Stdin, os.Stdout, os.Stderr, terminal && colourful(), terminal && controllable()}, os.Args[1:]))
}

// run does one call and returns its exit status: 0 when all is well, 1 when
// something is wrong with the input, 2 when the call is.
func run(e env, args []string) int {
	if len(args) == 0 {
		fmt.Fprint(e.stderr, overview())
		return 2
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		if len(args) > 1 && args[0] == "help" {
			args = []string{args[1], "--help"}
			break
		}
		fmt.Fprint(e.stdout, overview())
		return 0
	}
	for _, c := range commands {
		if c.name == args[0] {
			return c.run(e, args[1:])
		}
	}
	var names []string
	for _, c := range commands {
		names = append(names, c.name)
	}
	message := "mergebook: there is no command " + visible(args[0])
	if near := nearest.Of(args[0], names); near != "" {
		message += "; did you mean " + near + "?"
	}
	fmt.Fprintln(e.stderr, message+"\nmergebook --help lists them.")
	return 2
}

func overview() string {
	var b strings.Builder
	b.WriteString("Mergebook: documentation whose examples run.\n\nUsage: mergebook COMMAND [OPTION ...]\n\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "  %-9s %s\n", c.name, c.short)
	}
	b.WriteString("\nmergebook COMMAND --help tells more, with examples.\n")
	return b.String()
}

func (c command) run(e env, args []string) int {
	flags := flag.NewFlagSet(c.name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	act := c.prepare(flags)
	err := parse(flags, &args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(e.stdout, c.usage(flags))
		return 0
	}
	if err != nil {
		err = usageError{wrongOption(flags, err)}
	} else {
		err = act(e, args)
	}
	var usage usageError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &usage):
		fmt.Fprintf(e.stderr, "mergebook %s: %s\nmergebook %s --help tells more.\n", c.name, visible(usage.text), c.name)
		return 2
	case err != errSaid:
		fmt.Fprintf(e.stderr, "mergebook %s: %s\n", c.name, visible(err.Error()))
	}
	return 1
}

// parse takes options from anywhere among the arguments, and leaves the others.
func parse(flags *flag.FlagSet, args *[]string) error {
	var rest []string
	for todo := *args; len(todo) > 0; {
		if err := flags.Parse(todo); err != nil {
			return err
		}
		taken := len(todo) - flags.NArg()
		if taken > 0 && todo[taken-1] == "--" {
			rest = append(rest, flags.Args()...)
			break
		}
		if todo = flags.Args(); len(todo) > 0 {
			rest, todo = append(rest, todo[0]), todo[1:]
		}
	}
	*args = rest
	return nil
}

// wrongOption says what is wrong with an option, of what package flag says.
func wrongOption(flags *flag.FlagSet, err error) string {
	text := err.Error()
	name, unknown := strings.CutPrefix(text, "flag provided but not defined: -")
	if !unknown {
		return strings.NewReplacer("for flag -", "for --", "flag needs an argument: -", "a value is missing behind --", ": parse error", ": it takes a number").Replace(text)
	}
	var names []string
	flags.VisitAll(func(f *flag.Flag) { names = append(names, "--"+f.Name) })
	name = "--" + strings.TrimPrefix(name, "-")
	if near := nearest.Of(name, names); near != "" {
		return "there is no option " + name + "; did you mean " + near + "?"
	}
	return "there is no option " + name + "; there are " + strings.Join(names, ", ")
}

func (c command) usage(flags *flag.FlagSet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage: mergebook %s %s\n\n%s\n", c.name, c.args, strings.TrimSpace(c.help))
	options := false
	flags.VisitAll(func(f *flag.Flag) {
		if !options {
			b.WriteString("\nOptions:\n")
			options = true
		}
		kind, text := flag.UnquoteUsage(f)
		name := strings.TrimSpace("--" + f.Name + " " + kind)
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" {
			text += " (default: " + f.DefValue + ")"
		}
		fmt.Fprintf(&b, "  %-16s %s\n", name, text)
	})
	return b.String()
}
