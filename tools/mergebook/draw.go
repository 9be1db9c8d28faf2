package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
)

// How much of a line is drawn: so many cells of a terminal, and so many
// characters, for some take no cell. In a longer line drawing begins so many
// cells before the place.
const (
	mostCells = 76
	mostRunes = 150
	leadCells = 30
	leadRunes = 60
	tabCells  = 8 // at most
)

// draw returns the line of a text in which the place from start to end begins,
// with its number, and a second line that marks the place:
//
//	3 |   "a": 01,
//	  |        ^~
//
// No character of it steers a terminal but tabs, which stand in both lines. It
// returns "" for a line with nothing in it.
func draw(src []byte, start, end int) (line, mark string) {
	number, _ := jsonspan.Line(src, start)
	from, to := lineAround(src, start)
	if len(bytes.TrimSpace(src[from:to])) == 0 {
		return "", ""
	}
	var text, under strings.Builder
	i, stop := window(src, from, start, to)
	if i > from {
		text.WriteString("…")
		under.WriteString(" ")
	}
	begun := false
	for i < stop {
		v, size, width := glyph(src[i:])
		text.WriteString(v)
		switch {
		case !begun && i+size > start:
			begun = true
			under.WriteString("^" + strings.Repeat("~", max(width, 1)-1))
		case v == "\t":
			under.WriteString(v)
		case i >= start && i < end:
			under.WriteString(strings.Repeat("~", width))
		default:
			under.WriteString(strings.Repeat(" ", width))
		}
		i += size
	}
	if stop < to {
		text.WriteString("…")
	}
	if !begun { // the place is the end of the line
		under.WriteString("^")
	}
	gutter := fmt.Sprintf("  %d | ", number)
	return gutter + text.String(), strings.Repeat(" ", len(gutter)-2) + "| " + strings.TrimRight(under.String(), " \t")
}

// lineAround returns where the line that holds the byte begins and ends,
// without what ends it. Lines are those of jsonspan.Line.
func lineAround(src []byte, at int) (from, to int) {
	if at > 0 && at < len(src) && src[at] == '\n' && src[at-1] == '\r' {
		at--
	}
	from, to = at, at
	for from > 0 && src[from-1] != '\n' && src[from-1] != '\r' {
		from--
	}
	for to < len(src) && src[to] != '\n' && src[to] != '\r' {
		to++
	}
	return from, to
}

// window returns which part of the line is drawn: all of it if there is room.
func window(src []byte, from, at, to int) (start, end int) {
	if from+room(src[from:to], mostCells, mostRunes) == to {
		return from, to
	}
	start = at
	for cells, runes := 0, 0; start > from; runes++ {
		_, size := utf8.DecodeLastRune(src[from:start])
		_, _, width := glyph(src[start-size:])
		if cells += width; cells > leadCells || runes == leadRunes {
			break
		}
		start -= size
	}
	return start, start + room(src[start:to], mostCells, mostRunes)
}

// room returns how many bytes of the text fit.
func room(text []byte, cells, runes int) int {
	n := 0
	for ; n < len(text) && runes > 0; runes-- {
		v, size, width := glyph(text[n:])
		if v == "\t" {
			width = tabCells
		}
		if cells -= width; cells < 0 {
			break
		}
		n += size
	}
	return n
}

// glyph returns what is drawn for the first character of a text, its size in
// bytes, and how many cells it takes. That of a tab is not known.
func glyph(text []byte) (visible string, size, width int) {
	if text[0] == '\t' {
		return "\t", 1, 0
	}
	visible, size = shown(text)
	for _, r := range visible {
		width += cells(r)
	}
	return visible, size, width
}
