package jsonspan

import "math/bits"

// MaxDepth is how many containers may be open at once. RFC 8259, section 9,
// leaves the number to us.
const MaxDepth = 10_000

// MaxSize is the longest text that is read, in bytes: spans are 32 bits wide.
const MaxSize = 1<<30 - 1

// A Span is a half-open range of bytes of a text.
type Span struct{ Start, End uint32 }

// Of returns the bytes of src that the span covers.
func (s Span) Of(src []byte) []byte { return src[s.Start:s.End] }

// Len returns the span's length in bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Kind is the kind of a JSON value.
type Kind uint8

// The kinds of RFC 8259, section 3, with the two Booleans told apart.
const (
	Invalid Kind = iota
	Null
	False
	True
	Number
	String
	Array
	Object
)

var kindNames = [...]string{"nothing", "null", "false", "true", "a number", "a string", "an array", "an object"}

// String returns the kind as it reads in a sentence: "an array", "null".
func (k Kind) String() string { return kindNames[k] }

// KindOf returns the kind of the value at v in a checked text.
func KindOf(src []byte, v Span) Kind {
	if v.Start >= v.End || int(v.End) > len(src) {
		return Invalid
	}
	return kindOfByte(src[v.Start])
}

func kindOfByte(c byte) Kind {
	switch c {
	case '{':
		return Object
	case '[':
		return Array
	case '"':
		return String
	case 'n':
		return Null
	case 't':
		return True
	case 'f':
		return False
	}
	if c == '-' || isDigit(c) {
		return Number
	}
	return Invalid
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// isSpace reports whether c is white space of RFC 8259, section 2.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// skipSpace returns the first offset at or after i that holds no white space.
func skipSpace(src []byte, i int) int {
	if uint(i) < uint(len(src)) && src[i] <= ' ' {
		return skipSpaces(src, i)
	}
	return i
}

// skipSpaces is skipSpace, made for white space: indentation is skipped eight
// bytes at a time.
func skipSpaces(src []byte, i int) int {
	for i < len(src) && isSpace(src[i]) {
		i++
		for i+8 <= len(src) {
			other := load64(src, uint(i)) ^ lanes20
			if other != 0 {
				i += bits.TrailingZeros64(other) >> 3
				break
			}
			i += 8
		}
	}
	return i
}
