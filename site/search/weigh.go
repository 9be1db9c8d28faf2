package search

import (
	"strconv"
	"sync"
)

// What a word weighs by where it stands. In the text it counts each time, up to
// a limit.
const (
	inTitle       = 10
	inHeading     = 5
	inDescription = 3
	inText        = 1
	mostInText    = 4
)

// Weigh returns the words of a page with what each weighs, one on a line, in the
// order in which they come. html is its content, in any number of pieces.
func Weigh(p Page, html []string) string {
	w := weighers.Get().(*weigher)
	defer weighers.Put(w)
	w.page++
	w.seen = w.seen[:0]
	for _, piece := range html {
		for piece := range text(piece) {
			w.buffer = Words(piece, w.buffer, func(word []byte) {
				if known := w.of(word); known.weight < mostInText {
					known.weight += inText
				}
			})
		}
	}
	add := func(text string, weight int) {
		w.buffer = Words(text, w.buffer, func(word []byte) { w.of(word).weight += weight })
	}
	add(p.Title, inTitle)
	add(p.Description, inDescription)
	for _, h := range p.Headings {
		add(h[0], inHeading)
	}
	out := w.buffer[:0]
	for _, s := range w.seen {
		out = append(out, s.word...)
		out = append(out, ' ')
		out = strconv.AppendInt(out, int64(s.weight), 10)
		out = append(out, '\n')
	}
	w.buffer = out
	return string(out)
}

// A weigher weighs the words of pages one after another. Pages of one book have
// most of their words in common, so it keeps them.
type weigher struct {
	page   int // which it is at
	words  map[string]*weighed
	seen   []*weighed // of this page
	buffer []byte
}

type weighed struct {
	word         string
	page, weight int
}

var weighers = sync.Pool{New: func() any { return &weigher{words: map[string]*weighed{}} }}

// of returns the entry of a word for the page.
func (w *weigher) of(word []byte) *weighed {
	known := w.words[string(word)]
	if known == nil {
		known = &weighed{word: string(word)}
		w.words[known.word] = known
	}
	if known.page != w.page {
		known.page, known.weight = w.page, 0
		w.seen = append(w.seen, known)
	}
	return known
}
