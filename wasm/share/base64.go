package share

// This file is base64url without padding (RFC 4648, section 5), because
// encoding/base64 would make the page's engine 12 kB larger.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

func appendBase64(dst, src []byte) []byte {
	bits, n := 0, 0
	for _, c := range src {
		bits, n = bits<<8|int(c), n+8
		for n >= 6 {
			n -= 6
			dst = append(dst, alphabet[bits>>n&63])
		}
	}
	if n > 0 {
		dst = append(dst, alphabet[bits<<(6-n)&63])
	}
	return dst
}

// decodeBase64 returns the bytes of a text whose characters are all of the
// alphabet. It is not ok when bits are left over that no byte gets, and that
// are not the zeros which fill the last character.
func decodeBase64(text string) (out []byte, ok bool) {
	out = make([]byte, 0, len(text)*3/4)
	bits, n := 0, 0
	for i := 0; i < len(text); i++ {
		bits, n = bits<<6|valueOf(text[i]), n+6
		if n >= 8 {
			n -= 8
			out = append(out, byte(bits>>n))
		}
	}
	return out, n < 6 && bits&(1<<n-1) == 0
}

func valueOf(c byte) int {
	switch {
	case c >= 'a':
		return int(c-'a') + 26
	case c == '_':
		return 63
	case c >= 'A':
		return int(c - 'A')
	case c >= '0':
		return int(c-'0') + 52
	}
	return 62
}
