package dialect

import (
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

func (p *Page) origin(offset int) (*frame, int) {
	i := sort.Search(len(p.segments), func(i int) bool { return p.segments[i].start > offset })
	s := p.segments[max(0, i-1)]
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
