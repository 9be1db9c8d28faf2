package main

import (
	"fmt"
	"io"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/play"
)

// printSteps tells what the merge did.
func printSteps(w io.Writer, o *play.Outcome) {
	if len(o.Steps) == 0 {
		fmt.Fprintln(w, "The body is {}: nothing changes. (rule 9)")
	}
	for i := range o.Steps {
		s := &o.Steps[i]
		fmt.Fprintf(w, "%-9s %s: %s (rule %d)\n", s.Op, shortPointer(s.Pointer), sentence(s.Text), s.Rule)
		for _, l := range s.Lost {
			fmt.Fprintf(w, "%-9s %s: %s\n", "lost", shortPointer(l.Pointer), shortValue(l.Before.Of(o.Profile)))
		}
	}
	for _, warning := range o.Warnings {
		fmt.Fprintf(w, "%-9s %s\n", "warning", sentence(warning.Text))
	}
}

// printComparison tells what JSON merge patch would do otherwise.
func printComparison(w io.Writer, c *play.Comparison) {
	switch {
	case c.TooMany:
		fmt.Fprintln(w, "JSON merge patch (RFC 7396) would make another profile. Where it differs is too much to tell.")
	case len(c.Differences) == 0:
		fmt.Fprintln(w, "JSON merge patch (RFC 7396) would make the same profile.")
	default:
		fmt.Fprintf(w, "JSON merge patch (RFC 7396) would make another profile, with %s:\n", count(len(c.Differences), "difference"))
	}
	for i := range c.Differences {
		d := &c.Differences[i]
		fmt.Fprintf(w, "%-9s %s: here %s, with merge patch %s. (rule %d)\n", "differs", shortPointer(d.Pointer),
			valueOrNone(d.A.Of(c.Ours)), valueOrNone(d.B.Of(c.Theirs)), d.Rule)
	}
}

func valueOrNone(value []byte) string {
	if len(value) == 0 {
		return "nothing"
	}
	return shortValue(value)
}

// shortValue makes a JSON value short enough for a line.
func shortValue(value []byte) string { return short(string(jsonspan.AppendCompact(nil, value)), 80, 0) }

// sentence makes one of package explain fit for a line: names in it may be long.
func sentence(text string) string { return short(text, 600, 300) }
