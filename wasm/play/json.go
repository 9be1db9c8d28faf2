package play

import (
	"strconv"

	"mergebook/wasm/jsonspan"
)

// A writer writes JSON. It puts the commas; that braces match and names are
// plain is the caller's care.
type writer struct {
	dst   []byte
	comma bool // something stands before in this container
}

func (w *writer) next() *writer {
	if w.comma {
		w.dst = append(w.dst, ',')
	}
	w.comma = true
	return w
}

func (w *writer) key(name string) *writer {
	w.next()
	w.dst = append(append(append(w.dst, '"'), name...), `":`...)
	return w
}

func (w *writer) open(c byte) {
	w.dst = append(w.dst, c)
	w.comma = false
}

func (w *writer) close(c byte) {
	w.dst = append(w.dst, c)
	w.comma = true
}

func (w *writer) bool(b bool) { w.dst = strconv.AppendBool(w.dst, b) }

func (w *writer) int(n int) { w.dst = strconv.AppendInt(w.dst, int64(n), 10) }

func (w *writer) null() { w.dst = append(w.dst, "null"...) }

func (w *writer) pair(a, b int) {
	w.dst = strconv.AppendInt(append(w.dst, '['), int64(a), 10)
	w.dst = strconv.AppendInt(append(w.dst, ','), int64(b), 10)
	w.dst = append(w.dst, ']')
}

func (w *writer) number(name string, n int) {
	w.key(name)
	w.dst = strconv.AppendInt(w.dst, int64(n), 10)
}

func (w *writer) line(line, column int) {
	w.number("line", line)
	w.number("column", column)
}

func (w *writer) text(name, text string) {
	w.key(name)
	w.dst = jsonspan.AppendQuote(w.dst, text)
}

// span writes a span in UTF-16 units, or null for an empty one.
func (w *writer) span(name string, u *units, s jsonspan.Span) {
	w.key(name)
	if s.Len() == 0 {
		w.null()
		return
	}
	w.pair(u.at(int(s.Start)), u.at(int(s.End)))
}
