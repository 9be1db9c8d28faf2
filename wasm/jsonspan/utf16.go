package jsonspan

import "math/bits"

// UTF16Len returns how many UTF-16 units a text takes that is UTF-8, as all are
// that Scan accepts. It counts eight bytes at a time: one unit for each byte
// that begins a character, and a second one where that has four bytes. So a
// text may be counted in pieces, wherever it is cut.
func UTF16Len(text []byte) int {
	n := len(text)
	i := uint(0)
	for ; i+8 <= uint(len(text)); i += 8 {
		if w := load64(text, i); w&lanes80 != 0 {
			n += beyondBytes(w)
		}
	}
	var w uint64
	for j, c := range text[i:] {
		w |= uint64(c) << (8 * j)
	}
	return n + beyondBytes(w)
}

// beyondBytes returns how many more UTF-16 units than bytes eight bytes of
// UTF-8 are.
func beyondBytes(w uint64) int {
	longest := w & (w << 1) & (w << 2) & (w << 3) & lanes80 // the first of four bytes
	inside := w &^ (w << 1) & lanes80                       // not the first of any
	return bits.OnesCount64(longest) - bits.OnesCount64(inside)
}

// UTF16LenOfAny is UTF16Len for a text that need not be UTF-8: a byte that is
// not counts as one unit, as the U+FFFD that a browser shows for it.
func UTF16LenOfAny(text []byte) int {
	n := 0
	for _, r := range string(text) {
		n++
		if r >= 0x10000 {
			n++
		}
	}
	return n
}
