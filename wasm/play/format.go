package play

import "mergebook/wasm/jsonspan"

const longestLayout = 16 << 20 // bytes; a deep text would become a thousand times as long

// Format returns the JSON form of a text with each member on a line of its
// own. Numbers, escapes and order stay as they are written.
func Format(text []byte) []byte {
	w := &writer{}
	w.open('{')
	_, errs := jsonspan.Scan(text)
	fits := errs == nil && len(text)+indentation(text) <= longestLayout
	w.key("ok").bool(fits)
	switch {
	case fits:
		w.text("text", string(jsonspan.AppendIndent(nil, text, "  ", "\n")))
	case errs == nil:
		w.key("errors").open('[')
		w.close(']')
	default:
		writeErrors(w, errs, nil, text)
	}
	w.close('}')
	return w.dst
}

// indentation returns how many bytes the lines of a good text begin and end
// with, when it is laid out; it may be a few more.
func indentation(text []byte) (n int) {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			for i++; text[i] != '"'; i++ {
				if text[i] == '\\' {
					i++
				}
			}
		case '{', '[':
			depth++
			n += 1 + 2*depth
		case '}', ']':
			depth--
			n += 1 + 2*depth
		case ':':
			n++
		case ',':
			n += 1 + 2*depth
		}
	}
	return n
}
