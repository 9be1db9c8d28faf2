package play

import (
	"strings"

	"mergebook/wasm/share"
)

const separator = "\x1e" // of a JSON text sequence (RFC 7464); no JSON text has it in it

// Share returns the JSON form of the link's fragment for a profile, the body in
// the editor, and the sequence of the bodies that were sent to the profile before it.
func Share(profile, body, sequence []byte) []byte {
	var sent [][]byte
	for _, rest, more := strings.Cut(string(sequence), separator); more; {
		var text string
		text, rest, more = strings.Cut(rest, separator)
		sent = append(sent, []byte(strings.TrimSuffix(text, "\n")))
	}
	size := len(profile) + len(body) + len(sequence) + 4*(len(sent)+1) // with the numbers before them
	w := &writer{}
	w.open('{')
	fragment, fits := "", size < share.MaxPayload && len(sent) <= share.MaxSent
	if fits {
		fragment = share.Encode(share.State{Profile: profile, Sent: sent, Body: body})
		fits = len(fragment) <= share.MaxFragment
	}
	w.key("ok").bool(fits)
	if fits {
		w.text("fragment", fragment)
	} else {
		w.text("code", share.CodeTooLarge)
		w.text("text", "The texts are too long for a link.")
		w.text("hint", "Send them as a file.")
	}
	w.close('}')
	return w.dst
}

// Open returns the JSON form of what a link's fragment holds.
func Open(fragment string) []byte {
	w := &writer{}
	w.open('{')
	state, err := share.Decode(fragment)
	w.key("ok").bool(err == nil)
	if e, bad := err.(*share.Error); bad {
		w.text("code", e.Code)
		w.text("text", e.Message)
		w.text("hint", e.Hint)
	} else {
		w.text("profile", string(state.Profile))
		w.key("sent").open('[')
		for _, body := range state.Sent {
			w.next().quote(string(body))
		}
		w.close(']')
		w.text("body", string(state.Body))
	}
	w.close('}')
	return w.dst
}
