//go:build js && wasm

package main

import (
	"encoding/binary"
	"math"
)

// A wire is what goes between the program and the scripts around it: numbers and texts,
// one after the other, in an order that both sides know. A number is a float64 of eight
// bytes, as a script has it, low ones first; a text is the number of its bytes, and these.
// JSON took half of the program's time.
type wire []byte

func (w *wire) number(n int64) {
	*w = binary.LittleEndian.AppendUint64(*w, math.Float64bits(float64(n)))
}

func (w *wire) text(s string) {
	w.number(int64(len(s)))
	*w = append(*w, s...)
}

// takeNumber takes a number off the beginning.
func (w *wire) takeNumber() int64 {
	n := math.Float64frombits(binary.LittleEndian.Uint64(*w))
	*w = (*w)[8:]
	return int64(n)
}

// takeText takes a text off the beginning.
func (w *wire) takeText() string {
	n := w.takeNumber()
	s := string((*w)[:n])
	*w = (*w)[n:]
	return s
}

// takePairs takes pairs of texts off the beginning, with their number before them.
func (w *wire) takePairs(each func(first, second string)) {
	for range w.takeNumber() {
		first := w.takeText()
		each(first, w.takeText())
	}
}
