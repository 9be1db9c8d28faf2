package search

import (
	"encoding/binary"
	"iter"
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

// Weigh returns the words of a page with what each weighs, in the order in which
// they come, packed: for each its number and its weight as varints. html is the
// page's content, in any number of pieces.
func (v *Vocabulary) Weigh(p Page, html []string) []byte {
	w := v.weighers.Get().(*weigher)
	defer v.weighers.Put(w)
	w.page++
	w.seen = w.seen[:0]
	for _, piece := range html {
		for piece := range text(piece) {
			w.buffer = Words(piece, w.buffer, func(word []byte) {
				if known := w.of(v, word); known.weight < mostInText {
					known.weight += inText
				}
			})
		}
	}
	add := func(text string, weight int) {
		w.buffer = Words(text, w.buffer, func(word []byte) { w.of(v, word).weight += weight })
	}
	add(p.Title, inTitle)
	add(p.Description, inDescription)
	for _, h := range p.Headings {
		add(h[0], inHeading)
	}
	out := make([]byte, 0, 3*len(w.seen))
	for _, s := range w.seen {
		out = binary.AppendUvarint(out, uint64(s.number))
		out = binary.AppendUvarint(out, uint64(s.weight))
	}
	return out
}

// unpack yields the numbers of words with their weights.
func unpack(packed []byte) iter.Seq2[uint64, int] {
	return func(yield func(uint64, int) bool) {
		for len(packed) > 0 {
			number, n := binary.Uvarint(packed)
			weight, m := binary.Uvarint(packed[max(n, 0):])
			if n <= 0 || m <= 0 || !yield(number, int(weight)) {
				return
			}
			packed = packed[n+m:]
		}
	}
}

// A weigher weighs the words of pages one after another. Pages of one book have
// most of their words in common, so it keeps them.
type weigher struct {
	page   int // which it is at
	words  map[string]*weighed
	seen   []*weighed // of this page
	buffer []byte
}

type weighed struct{ number, page, weight int }

// of returns the entry of a word for the page.
func (w *weigher) of(v *Vocabulary, word []byte) *weighed {
	known := w.words[string(word)]
	if known == nil {
		known = &weighed{number: v.number(string(word))}
		w.words[string(word)] = known
	}
	if known.page != w.page {
		known.page, known.weight = w.page, 0
		w.seen = append(w.seen, known)
	}
	return known
}
