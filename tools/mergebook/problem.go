package main

import (
	"cmp"
	"fmt"
	"strings"

	"mergebook/wasm/jsonspan"
)

// mostErrors is how many errors of one text are drawn.
const mostErrors = 10

// printErrors tells what is wrong with the sources of a call, those that could
// not be read among them. It reports whether there was anything.
func printErrors(e env, errs jsonspan.Errors, sources ...source) bool {
	said := len(errs) > 0
	for i := range sources {
		s := &sources[i]
		if s.err != nil {
			fmt.Fprintf(e.stderr, "%s: the %s cannot be read: %s\n", e.bold(s.name()), cmp.Or(s.input, "file"), s.err)
			said = true
		}
		n := 0
		for _, bad := range errs {
			if bad.Input != s.input {
				continue
			}
			if n++; n <= mostErrors {
				printError(e, bad, s)
			}
		}
		if n > mostErrors {
			fmt.Fprintf(e.stderr, "%s: and %s\n", s.name(), count(n-mostErrors, "more error"))
		}
	}
	return said
}

// label returns what stands before a message about the source.
func (s *source) label() string {
	if s.input == "" {
		return ""
	}
	return s.input + ": "
}

// printError tells one error as compilers do: its place and sentence in a
// line, the place drawn, what to do, and the other place where there is one.
func printError(e env, bad *jsonspan.Error, s *source) {
	text := visible(bad.Message)
	if bad.Pointer != "" {
		text += " [" + shortPointer(bad.Pointer) + "]"
	}
	printPlace(e, s, bad.Start, bad.End, s.label()+text)
	if bad.Hint != "" {
		fmt.Fprintf(e.stderr, "  hint: %s\n", visible(bad.Hint))
	}
	if bad.First >= 0 {
		note, end := "it is opened here", bad.First+1
		if bad.Code == jsonspan.CodeDuplicate {
			note, end = "the other one stands here", bad.First+bad.End-bad.Start
		}
		printPlace(e, s, bad.First, end, "note: "+note)
	}
}

// printPlace prints a line about a place of a text, and draws the place.
func printPlace(e env, s *source, start, end int, text string) {
	fmt.Fprintf(e.stderr, "%s: %s\n", e.bold(s.place(start)), text)
	printDrawn(e, s.text, start, end)
}

// printDrawn draws a place of a text.
func printDrawn(e env, src []byte, start, end int) {
	line, mark := draw(src, start, end)
	if line == "" {
		return
	}
	at := strings.IndexByte(mark, '^')
	fmt.Fprintf(e.stderr, "%s\n%s%s\n", line, mark[:at], e.red(mark[at:]))
}

// shortPointer makes a pointer short enough for a line.
func shortPointer(pointer string) string { return short(pointer, 120, 60) }
