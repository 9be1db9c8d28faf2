package share

// A State is what stands in the playground.
type State struct{ Profile, Body []byte }

const (
	version = "1"
	end     = "x"
)

// Encode returns the fragment for a state, without the "#". Decode may refuse
// it when the state is beyond the bounds of a link or not UTF-8.
func Encode(s State) string {
	payload := make([]byte, 0, len(s.Profile)+len(s.Body)+4)
	payload = appendUvarint(payload, len(s.Profile))
	payload = append(payload, s.Profile...)
	payload = append(payload, s.Body...)
	return version + "." + string(appendBase64(nil, deflate(payload))) + end
}

func appendUvarint(b []byte, n int) []byte {
	for ; n >= 0x80; n >>= 7 {
		b = append(b, byte(n)|0x80)
	}
	return append(b, byte(n))
}
