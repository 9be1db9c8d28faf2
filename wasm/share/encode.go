package share

// A State is what stands in the playground, and how it came to that.
type State struct {
	Profile []byte   // the stored one, before anything was sent
	Sent    [][]byte // the bodies that were sent, in order
	Body    []byte   // the one in the editor
}

const (
	version     = "1"
	versionSent = "2" // of states with sent bodies
	end         = "x"
)

// Encode returns the fragment for a state, without the "#". Decode may refuse
// it when the state is beyond the bounds of a link or not UTF-8.
func Encode(s State) string { return new(Encoder).Encode(s) }

// An Encoder encodes many states, one after the other, in less time than Encode:
// it keeps the room it works in, several times the size of the longest state. The
// zero value is one.
type Encoder struct{ coder coder }

// Encode returns what the function Encode does.
func (e *Encoder) Encode(s State) string {
	number := version
	payload := make([]byte, 0, len(s.Profile)+len(s.Body)+4)
	if len(s.Sent) > 0 {
		number = versionSent
		payload = appendUvarint(payload, len(s.Sent))
	}
	payload = appendText(payload, s.Profile)
	for _, body := range s.Sent {
		payload = appendText(payload, body)
	}
	payload = append(payload, s.Body...)
	return number + "." + string(appendBase64(nil, e.coder.deflate(payload))) + end
}

// appendText appends a text behind its length.
func appendText(b, text []byte) []byte {
	return append(appendUvarint(b, len(text)), text...)
}

func appendUvarint(b []byte, n int) []byte {
	for ; n >= 0x80; n >>= 7 {
		b = append(b, byte(n)|0x80)
	}
	return append(b, byte(n))
}
