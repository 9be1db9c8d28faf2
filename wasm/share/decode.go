package share

import (
	"strings"
	"unicode/utf8"
)

// The bounds of a link.
const (
	MaxFragment = 256 << 10 // characters, with all that is trimmed away
	MaxPayload  = 256 << 10 // bytes, unpacked: all texts and the lengths before them
	MaxSent     = 50        // bodies that were sent
)

// Decode returns the state that a fragment holds. The error is an *Error.
func Decode(fragment string) (State, error) {
	s, code := decode(fragment)
	if code != "" {
		return State{}, newError(code)
	}
	return s, nil
}

func decode(fragment string) (s State, code string) {
	if len(fragment) > MaxFragment {
		return s, CodeTooLong
	}
	number, packed, code := unwrap(mend(fragment))
	if code != "" {
		return s, code
	}
	payload, code := inflate(packed, MaxPayload)
	if code != "" {
		return s, code
	}
	return split(number, payload)
}

// split returns the state that a payload of a version holds.
func split(number string, payload []byte) (s State, code string) {
	sent := 0
	if number == versionSent {
		n, rest, ok := cutUvarint(payload)
		switch {
		case !ok || n == 0: // without any, the version is the other one
			return s, CodeDamaged
		case n > MaxSent:
			return s, CodeTooMany
		}
		sent, payload = n, rest
	}
	texts := make([][]byte, 1+sent) // all but the last
	for i := range texts {
		size, rest, ok := cutUvarint(payload)
		if !ok || size > len(rest) {
			return s, CodeDamaged
		}
		texts[i], payload = rest[:size:size], rest[size:]
	}
	for _, text := range append(texts, payload) {
		if !utf8.Valid(text) {
			return s, CodeUTF8
		}
	}
	return State{Profile: texts[0], Sent: texts[1:], Body: payload}, ""
}

// unwrap returns the version, and the bytes between it and the end.
func unwrap(fragment string) (number string, packed []byte, code string) {
	number, text, dot := strings.Cut(fragment, ".")
	switch {
	case strings.Trim(number, "0123456789") != "" || strings.HasPrefix(number, "0") || number == "" && dot:
		return "", nil, CodeForeign
	case !dot: // a link cut within its version, or the empty fragment
		return "", nil, CodeCut
	case number != version && number != versionSent:
		return "", nil, CodeVersion
	}
	text, whole := strings.CutSuffix(text, end)
	if !whole {
		return "", nil, CodeCut
	}
	for _, r := range text {
		if !isBase64(r) {
			return "", nil, CodeBase64
		}
	}
	// The characters are good. What is left to go wrong are bits that no byte
	// gets: this x was one of the packed characters, and more followed.
	packed, whole = decodeBase64(text)
	if !whole {
		return "", nil, CodeCut
	}
	return number, packed, ""
}

func isBase64(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '_'
}

// cutUvarint reads the varint that b starts with, in its shortest form only,
// and returns what follows.
func cutUvarint(b []byte) (n int, after []byte, ok bool) {
	for i, c := range b[:min(len(b), 4)] { // 28 bits are more than MaxPayload
		n |= int(c&0x7f) << (7 * i)
		if c < 0x80 {
			return n, b[i+1:], c > 0 || i == 0
		}
	}
	return 0, nil, false
}
