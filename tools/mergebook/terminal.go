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
