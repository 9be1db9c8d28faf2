package play

import (
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
)

// units turns byte offsets of a text into UTF-16 units. It counts once, block
// by block, so that many offsets of a long text stay cheap in any order.
type units struct {
	src   []byte
	marks []int // units before each block; nil when bytes and units are the same
}

const block = 1024

func newUnits(src []byte) *units {
	u := &units{src: src}
	ascii := true
	for _, c := range src {
		if c >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return u
	}
	n, at := 0, 0
	for start := 0; start <= len(src); start += block {
		at, n = start, n+count(src, at, start)
		u.marks = append(u.marks, n)
	}
	return u
}

// at returns the offset in UTF-16 units. i must lie between characters.
func (u *units) at(i int) int {
	if u.marks == nil {
		return i
	}
	b := i / block
	return u.marks[b] + count(u.src, b*block, i)
}

// count returns the units of the characters that begin in src[from:to].
func count(src []byte, from, to int) int {
	for from < to && !utf8.RuneStart(src[from]) {
		from++
	}
	end := to
	for end < len(src) && end > from && !utf8.RuneStart(src[end]) {
		end++
	}
	return jsonspan.UTF16Len(src[from:end])
}
