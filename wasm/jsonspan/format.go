package jsonspan

// AppendCompact appends a checked value without the white space between its
// tokens. The tokens themselves stay as they are written.
func AppendCompact(dst, value []byte) []byte {
	for i := 0; i < len(value); {
		start := i
		switch c := value[i]; {
		case isSpace(c):
			i++
			continue
		case c == '"':
			end, _ := scanString(value, i+1)
			i = end + 1
		default:
			for i < len(value) && value[i] != '"' && !isSpace(value[i]) {
				i++
			}
		}
		dst = append(dst, value[start:i]...)
	}
	return dst
}

// AppendIndent appends a checked value with each member and element on a line
// of its own, indented by as many units as it is deep; empty containers stay
// on their line. The tokens themselves stay as they are written. newline is
// what ends a line: "\n" or "\r\n".
func AppendIndent(dst, value []byte, unit, newline string) []byte {
	depth := 0
	line := func() {
		dst = append(dst, newline...)
		for range depth {
			dst = append(dst, unit...)
		}
	}
	for i := 0; i < len(value); {
		switch c := value[i]; c {
		case ' ', '\t', '\r', '\n':
			i++
		case '{', '[':
			dst = append(dst, c)
			i = skipSpace(value, i+1)
			if i < len(value) && (value[i] == '}' || value[i] == ']') {
				dst = append(dst, value[i])
				i++
				break
			}
			depth++
			line()
		case '}', ']':
			depth--
			line()
			dst = append(dst, c)
			i++
		case ',':
			dst = append(dst, c)
			line()
			i++
		case ':':
			dst = append(dst, ": "...)
			i++
		default:
			end := skipValue(value, i)
			dst = append(dst, value[i:end]...)
			i = end
		}
	}
	return dst
}
