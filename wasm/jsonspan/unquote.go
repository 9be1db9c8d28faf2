package jsonspan

import "unicode/utf8"

// Unquote returns the text of a checked string literal, given with its quotes.
func Unquote(literal []byte) string {
	if len(literal) < 2 {
		return ""
	}
	raw := literal[1 : len(literal)-1]
	for _, c := range raw {
		if c == '\\' {
			return string(appendUnescaped(make([]byte, 0, len(raw)), raw))
		}
	}
	return string(raw)
}

var unescapes = [256]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// appendUnescaped appends the text of raw, the inside of a string literal. On
// an unchecked literal a bad escape stands for itself.
func appendUnescaped(dst, raw []byte) []byte {
	for i := 0; i < len(raw); {
		if raw[i] != '\\' {
			dst = append(dst, raw[i])
			i++
			continue
		}
		switch n := escapeLen(raw, i); n {
		case 2:
			dst = append(dst, unescapes[raw[i+1]])
			i += 2
		case 6:
			dst = utf8.AppendRune(dst, hex4(raw, i+2))
			i += 6
		case 12:
			r := 0x10000 + (hex4(raw, i+2)-0xd800)<<10 + (hex4(raw, i+8) - 0xdc00)
			dst = utf8.AppendRune(dst, r)
			i += 12
		default:
			dst = append(dst, raw[i])
			i++
		}
	}
	return dst
}

// AppendQuote appends text as a JSON string literal. Bytes that are not UTF-8
// become U+FFFD.
func AppendQuote(dst []byte, text string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	from := 0 // from here on nothing needs a change
	for i, r := range text {
		if r >= 0x20 && r != '"' && r != '\\' && r != 0x7f && r != utf8.RuneError {
			continue
		}
		dst = append(dst, text[from:i]...)
		_, size := utf8.DecodeRuneInString(text[i:])
		from = i + size
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\r':
			dst = append(dst, `\r`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r < 0x20 || r == 0x7f:
			dst = append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(append(dst, text[from:]...), '"')
}

// AppendPointer appends one reference token of a JSON Pointer: a slash and the
// name, with ~ and / escaped (RFC 6901, section 3).
func AppendPointer(dst []byte, name string) []byte {
	dst = append(dst, '/')
	for i := 0; i < len(name); i++ {
		switch name[i] {
		case '~':
			dst = append(dst, "~0"...)
		case '/':
			dst = append(dst, "~1"...)
		default:
			dst = append(dst, name[i])
		}
	}
	return dst
}
