package play

import "mergebook/wasm/share"

// Share returns the JSON form of the link's fragment for two texts.
func Share(profile, body []byte) []byte {
	w := &writer{}
	w.open('{')
	fragment, fits := "", len(profile)+len(body) < share.MaxPayload-4 // with the length before them
	if fits {
		fragment = share.Encode(share.State{Profile: profile, Body: body})
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
		w.text("body", string(state.Body))
	}
	w.close('}')
	return w.dst
}
