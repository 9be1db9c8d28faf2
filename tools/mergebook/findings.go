package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"mergebook/site/finding"
)

// printFindings prints findings with paths that lead from here, each with its
// place drawn.
func printFindings(e env, content string, list []finding.Finding) {
	for _, f := range list {
		detail := f.Detail
		f.Detail = ""
		file := f.File
		if file != "" {
			f.File = prefix(content) + file
		}
		place, rest := f.Place(), f.String()
		if place != "" {
			rest = strings.TrimPrefix(rest, place)
			place = e.bold(visible(place))
		}
		fmt.Fprintln(e.stderr, place+visible(rest))
		if f.Line > 0 {
			drawLine(e, filepath.Join(content, filepath.FromSlash(file)), f.Line, f.Column)
		}
		for line := range strings.Lines(detail) {
			fmt.Fprintln(e.stderr, visible(strings.TrimSuffix(line, "\n")))
		}
	}
}

// drawLine draws a place of a file, if the file still has it.
func drawLine(e env, path string, line, column int) {
	src, err := os.ReadFile(path)
	if err != nil {
		return
	}
	if at := offsetOf(src, line, column); at >= 0 {
		printDrawn(e, src, at, at)
	}
}

// offsetOf returns the byte offset of a place, which jsonspan.Line turns back
// into it; or -1 where the text has no such place.
func offsetOf(src []byte, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		_, end := lineAround(src, at)
		if end == len(src) {
			return -1
		}
		if at = end + 1; src[end] == '\r' && at < len(src) && src[at] == '\n' {
			at++
		}
	}
	_, end := lineAround(src, at)
	for ; column > 1; column-- {
		if at >= end {
			return -1
		}
		_, size := utf8.DecodeRune(src[at:])
		at += size
	}
	return at
}
