package merge

import (
	"bytes"

	"mergebook/wasm/jsonspan"
)

// An Edit is a place where the new profile does not repeat the old one. All
// bytes outside of edits do.
type Edit struct {
	Old jsonspan.Span // what was there, in the old profile; empty for an insertion
	New jsonspan.Span // what took its place, in the new one; empty for a deletion
}

// A writer makes a new text out of an old one, from left to right. It only
// collects the pieces until the end is known, so that each byte is copied once.
type writer struct {
	src    []byte
	at     uint32 // up to here src is written or replaced
	size   uint32 // of all pieces
	pieces [][]byte
	edits  []Edit
	text   []byte // the new text, when it is finished
}

// reset begins anew, with room for the edits.
func (w *writer) reset(src []byte, edits int) {
	*w = writer{src: src, pieces: room(w.pieces, 4*edits+4), edits: room(w.edits, edits), text: w.text}
}

// replace repeats the old text up to start and leaves out what is between
// start and end: what is put next stands in its place.
func (w *writer) replace(start, end uint32) {
	w.append(w.src[w.at:start])
	w.at = end
	w.edits = append(w.edits, Edit{jsonspan.Span{Start: start, End: end}, jsonspan.Span{Start: w.size, End: w.size}})
}

// put writes something new, which belongs to the last replace.
func (w *writer) put(b []byte) {
	w.append(b)
	w.edits[len(w.edits)-1].New.End = w.size
}

func (w *writer) append(b []byte) {
	if len(b) > 0 {
		w.pieces = append(w.pieces, b)
		w.size += uint32(len(b))
	}
}

// finish repeats the rest of the old text and makes the new one.
func (w *writer) finish() {
	w.append(w.src[w.at:])
	if uint32(cap(w.text)) < w.size {
		w.text = bytes.Join(w.pieces, nil)
		return
	}
	w.text = w.text[:0]
	for _, piece := range w.pieces {
		w.text = append(w.text, piece...)
	}
}

// room returns the list, or another one, empty and with room for n.
func room[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, 0, n)
	}
	return list[:0]
}
