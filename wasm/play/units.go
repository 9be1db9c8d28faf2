package play

import (
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
)

// units turns byte offsets of a text into UTF-16 units. It counts block by
// block, no further than it is asked and nothing twice, so that many offsets
// of a long text stay cheap in any order.
type units struct {
	src   []byte
	good  bool  // the text is UTF-8
	marks []int // units before each block
}

const block = 1024

func newUnits(src []byte, good bool) *units {
	return &units{src: src, good: good, marks: []int{0}}
}

// at returns the offset in UTF-16 units. i must lie between characters.
func (u *units) at(i int) int {
	b := i / block
	for n := len(u.marks); n <= b; n++ {
		u.marks = append(u.marks, u.marks[n-1]+u.count((n-1)*block, n*block))
	}
	return u.marks[b] + u.count(b*block, i)
}

// count returns the units of src[from:to]; those of a character that is cut are
// some in each piece, or all in the first.
func (u *units) count(from, to int) int {
	if u.good {
		return jsonspan.UTF16Len(u.src[from:to])
	}
	for from < to && !utf8.RuneStart(u.src[from]) {
		from++
	}
	end := to
	for end < len(u.src) && end > from && !utf8.RuneStart(u.src[end]) {
		end++
	}
	return jsonspan.UTF16LenOfAny(u.src[from:end])
}

// A lineFinder finds the lines of offsets. In ascending order that is one walk
// through the text.
type lineFinder struct {
	units       *units
	line, start int // the last line: how many are before it, and where it begins
}

// at returns line and column of an offset, from 1, with a column for each
// UTF-16 unit.
func (f *lineFinder) at(offset int) (line, column int) {
	if offset < f.start {
		f.line, f.start = 0, 0
	}
	line, start := jsonspan.LineStart(f.units.src[f.start:], offset-f.start)
	f.line, f.start = f.line+line-1, f.start+start
	return f.line + 1, 1 + f.units.at(offset) - f.units.at(f.start)
}
