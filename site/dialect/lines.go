package dialect

import (
	"sort"
	"strings"

	"github.com/yuin/goldmark/text"
)

// textLines are the lines of a text, such as that of a fence, and where they
// stand in Page.Source, which has something else between them.
type textLines []textLine

type textLine struct {
	start   int // in the text
	segment text.Segment
}

// linesOf returns the lines of segments, and their text.
func linesOf(segments *text.Segments, source []byte) (textLines, string) {
	lines := make(textLines, segments.Len())
	var b strings.Builder
	for i := range lines {
		lines[i] = textLine{b.Len(), segments.At(i)}
		b.Write(lines[i].segment.Value(source))
	}
	return lines, b.String()
}

// offset turns an offset of the text, which has a line, into one of the page.
func (l textLines) offset(i int) int {
	n := max(0, sort.Search(len(l), func(n int) bool { return l[n].start > i })-1)
	s := l[n].segment
	return s.Start + min(max(0, i-l[n].start-s.Padding), s.Len())
}
