package dialect

import (
	"bytes"
	"sort"
	"strings"

	"mergebook/site/finding"
)

// A segment is a piece of a page's text, and where its author wrote it. The
// segments of a page cover all of its text, in order. Every offset that the
// rest of this package speaks of is one of Page.Source; only here it becomes
// a place of a file.
type segment struct {
	start int    // in Page.Source
	from  *frame // the file that it is of
	at    int    // where it begins in that file
	fixed bool   // it came in the place of something in that file: all of it is at that one place
}

// At makes a finding of the place at an offset of Source. That is a place in
// the page's file, or in a file that the page includes; Detail then says how
// that came into the page.
func (p *Page) At(offset int, level finding.Level, rule, message string) finding.Finding {
	if p.segments == nil {
		return finding.At(p.File, p.Source, offset, level, rule, message)
	}
	from, at := p.origin(offset)
	return from.report(at, level, rule, message)
}

// Place returns the file that an offset of Source is of, and the line there.
func (p *Page) Place(offset int) (file string, line int) {
	f := p.At(offset, finding.Note, "", "")
	return f.File, f.Line
}

// A Written is a part of a file, as its author wrote it.
type Written struct {
	File       string
	Text       []byte // all of the file
	Start, End int
}

// Written returns where a part of Source, which is not empty, is written. It is
// not ok where that is more than one place, or where a directive stands in it.
func (p *Page) Written(start, end int) (w Written, ok bool) {
	if p.segments == nil {
		return Written{p.File, p.Source, start, end}, true
	}
	first, last := p.segmentOf(start), p.segmentOf(end-1)
	from, at := p.origin(start)
	w = Written{File: from.script.file, Text: from.script.src, Start: at}
	switch s := p.segments[last]; {
	case s.from != from || p.segments[first].fixed && p.segments[first].start != start:
		return w, false
	case !s.fixed:
		w.End = s.at + end - s.start
	case last+1 == len(p.segments) || p.segments[last+1].start != end || p.segments[last+1].from != from:
		return w, false
	default:
		w.End = p.segments[last+1].at
	}
	return w, w.Start < w.End && !bytes.Contains(w.Text[w.Start:w.End], []byte("<%"))
}

func (p *Page) segmentOf(offset int) int {
	return max(0, sort.Search(len(p.segments), func(i int) bool { return p.segments[i].start > offset })-1)
}

func (p *Page) origin(offset int) (*frame, int) {
	s := p.segments[p.segmentOf(offset)]
	if s.fixed {
		return s.from, s.at
	}
	return s.from, s.at + max(0, offset-s.start)
}

// report makes a finding at an offset of the frame's file.
func (f *frame) report(at int, level finding.Level, rule, message string) finding.Finding {
	out := finding.At(f.script.file, f.script.src, at, level, rule, message)
	var b strings.Builder
	for ; f.parent != nil; f = f.parent {
		place := finding.At(f.parent.script.file, f.parent.script.src, f.at, level, "", "")
		b.WriteString("  included by " + place.Place() + "\n")
	}
	out.Detail = b.String()
	return out
}

// isLiteral reports whether what stands at an offset of Source was written so
// that no variable is read in it.
func (p *Page) isLiteral(offset int) bool {
	i := sort.Search(len(p.literals), func(i int) bool { return p.literals[i].end > offset })
	return i < len(p.literals) && p.literals[i].start <= offset
}
