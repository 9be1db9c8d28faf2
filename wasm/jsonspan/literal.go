package jsonspan

import (
	"math/bits"
	"unicode/utf8"
)

// The constants of the eight-bytes-at-once searches (SWAR): one byte value in
// each of the eight lanes.
const (
	lanes01   = 0x0101010101010101
	lanes80   = 0x8080808080808080
	lanesQuot = 0x2222222222222222
	lanesBack = 0x5c5c5c5c5c5c5c5c
	lanes20   = 0x2020202020202020
	lanes30   = 0x3030303030303030
	lanes76   = 0x7676767676767676 // what makes ten and more overflow
)

// stops marks, by its top bit, every byte of w that ends a plain run inside a
// string: a quote, a backslash, a control character, or anything not ASCII.
// Lanes above the lowest marked one may be marked falsely (borrows travel
// upwards), so only the lowest mark may be used.
func stops(w uint64) uint64 {
	return (w | ((w ^ lanesQuot) - lanes01) | ((w ^ lanesBack) - lanes01) | (w - lanes20)) & lanes80
}

// bad is an offset beyond every text.
const bad = ^uint(0)

// restOfString returns the offset behind the string literal in which i lies,
// or bad.
func restOfString(src []byte, i uint) uint {
	end, _ := scanString(src, int(i))
	if end < 0 {
		return bad
	}
	return uint(end) + 1
}

// oddName returns the offset behind the name whose first byte after the quote
// is at i, or bad. It takes the names that are not plain.
func oddName(src []byte, i uint) (end uint, hash uint32, escaped bool) {
	quote, escaped := scanString(src, int(i))
	if quote < 0 {
		return bad, 0, false
	}
	return uint(quote) + 1, hashName(src[i:quote], escaped), escaped
}

// scalar returns the offset behind the number, true, false or null at i, or
// bad.
func scalar(src []byte, i uint) uint {
	if i+8 <= uint(len(src)) {
		if n := shortDecimal(load64(src, i)); n > 0 {
			return i + n
		}
	}
	end := -1
	if c := src[i]; isDigit(c) || c == '-' {
		end = scanNumber(src, int(i))
	} else {
		end = scanWord(src, int(i))
	}
	if end < 0 {
		return bad
	}
	return uint(end)
}

// digits returns how many bytes of w, from the first on, are decimal digits.
func digits(w uint64) uint {
	w ^= lanes30
	return uint(bits.TrailingZeros64((w|(w+lanes76))&lanes80)) >> 3
}

// shortInteger returns the length of the number at the beginning of w: 0 if
// there is none or it is longer than w shows, or has a minus, a fraction or an
// exponent, or is bad.
func shortInteger(w uint64) uint {
	n := digits(w)
	next := byte(w >> (n * 8 & 63))
	if n-1 >= 7 || next == '.' || next|0x20 == 'e' || n > 1 && byte(w) == '0' {
		return 0
	}
	return n
}

// shortDecimal does the same for a number with a fraction.
func shortDecimal(w uint64) uint {
	n := digits(w)
	if n-1 >= 6 || byte(w>>(n*8)) != '.' || n > 1 && byte(w) == '0' {
		return 0
	}
	n++
	more := digits(w >> (n * 8)) // what is shifted in are no digits
	next := byte(w >> ((n + more) * 8 & 63))
	if more == 0 || n+more >= 8 || next|0x20 == 'e' {
		return 0
	}
	return n + more
}

// scanString reads the string literal whose first byte after the quote is at
// i. It returns the offset of the closing quote, or -1 if the literal is bad,
// and whether it holds an escape.
func scanString(src []byte, i int) (end int, escaped bool) {
	for {
		for i+8 <= len(src) {
			if m := stops(load64(src, uint(i))); m != 0 {
				i += bits.TrailingZeros64(m) >> 3
				break
			}
			i += 8
		}
		if i >= len(src) {
			return -1, false
		}
		switch c := src[i]; {
		case c == '"':
			return i, escaped
		case c == '\\':
			n := escapeLen(src, i)
			if n <= 0 {
				return -1, false
			}
			escaped = true
			i += n
		case c < 0x20:
			return -1, false
		case c < utf8.RuneSelf:
			i++
		default:
			for i < len(src) && src[i] >= utf8.RuneSelf {
				if c := src[i]; c-0xc2 < 0xe0-0xc2 && i+1 < len(src) && src[i+1]&0xc0 == 0x80 {
					i += 2 // most languages of Europe need no more
					continue
				}
				r, n := utf8.DecodeRune(src[i:])
				if r == utf8.RuneError && n == 1 {
					return -1, false
				}
				i += n
			}
		}
	}
}

// escapeLen returns the length of the escape at src[i], a backslash: 2, 6, or
// 12 for a pair of surrogates. It returns 0 for an escape that RFC 8259,
// section 7, does not know and -1 for a lone surrogate.
func escapeLen(src []byte, i int) int {
	if i+1 >= len(src) {
		return 0
	}
	switch src[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		r := hex4(src, i+2)
		switch {
		case r < 0:
			return 0
		case r < 0xd800 || r > 0xdfff:
			return 6
		case r < 0xdc00 && i+7 < len(src) && src[i+6] == '\\' && src[i+7] == 'u':
			if low := hex4(src, i+8); low >= 0xdc00 && low <= 0xdfff {
				return 12
			}
		}
		return -1
	}
	return 0
}

// hex4 returns the value of the four hexadecimal digits at i, or -1.
func hex4(src []byte, i int) rune {
	if i+4 > len(src) {
		return -1
	}
	var r rune
	for _, c := range src[i : i+4] {
		switch {
		case isDigit(c):
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return -1
		}
		r = r<<4 | rune(c)
	}
	return r
}

// scanNumber returns the offset behind the number literal that begins at i
// (RFC 8259, section 6), or -1 if there is none.
func scanNumber(src []byte, i int) int {
	if i < len(src) && src[i] == '-' {
		i++
	}
	if i >= len(src) || !isDigit(src[i]) {
		return -1
	}
	if src[i] == '0' {
		i++
	} else {
		i = skipDigits(src, i)
	}
	if i < len(src) && src[i] == '.' {
		j := skipDigits(src, i+1)
		if j == i+1 {
			return -1
		}
		i = j
	}
	if i < len(src) && src[i]|0x20 == 'e' {
		i++
		if i < len(src) && (src[i] == '+' || src[i] == '-') {
			i++
		}
		j := skipDigits(src, i)
		if j == i {
			return -1
		}
		i = j
	}
	return i
}

func skipDigits(src []byte, i int) int {
	for i < len(src) && isDigit(src[i]) {
		i++
	}
	return i
}

// The literal names, or their beginning, as load32 loads them.
const (
	wordNull = 'n' | 'u'<<8 | 'l'<<16 | 'l'<<24
	wordTrue = 't' | 'r'<<8 | 'u'<<16 | 'e'<<24
	wordFals = 'f' | 'a'<<8 | 'l'<<16 | 's'<<24
)

// scanWord returns the offset behind true, false or null at i, or -1.
func scanWord(src []byte, i int) int {
	if i+4 > len(src) {
		return -1
	}
	switch load32(src, uint(i)) {
	case wordNull, wordTrue:
		return i + 4
	case wordFals:
		if i+4 < len(src) && src[i+4] == 'e' {
			return i + 5
		}
	}
	return -1
}
