package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// onTerminal reports whether a person reads what is written.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// controllable reports whether a terminal does what it is told: to go back in a
// line, to show colours.
func controllable() bool { return os.Getenv("TERM") != "dumb" }

// colourful reports whether a terminal may be sent colours: it can show them,
// and the person wants them (https://no-color.org).
func colourful() bool { return os.Getenv("NO_COLOR") == "" && controllable() }

func (e env) bold(text string) string  { return e.sgr("1", text) }
func (e env) red(text string) string   { return e.sgr("1;31", text) }
func (e env) green(text string) string { return e.sgr("32", text) }

// sgr gives a text an attribute of ECMA-48, section 8.3.117.
func (e env) sgr(attribute, text string) string {
	if !e.colour {
		return text
	}
	return "\x1b[" + attribute + "m" + text + "\x1b[0m"
}
