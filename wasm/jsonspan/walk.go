package jsonspan

import "iter"

// Members yields the members of the object at obj in a checked text, in order.
func Members(src []byte, obj Span) iter.Seq[Member] {
	return func(yield func(Member) bool) {
		i := skipSpace(src, int(obj.Start)+1)
		for i < int(obj.End)-1 {
			end, escaped := scanString(src, i+1)
			m := Member{Name: Span{uint32(i), uint32(end + 1)}, escaped: escaped}
			m.hash = hashName(src[i+1:end], escaped)
			i = skipSpace(src, skipSpace(src, end+1)+1)
			m.Value.Start = uint32(i)
			i = skipValue(src, i)
			m.Value.End = uint32(i)
			if !yield(m) {
				return
			}
			i = skipSpace(src, i)
			if src[i] == ',' {
				i = skipSpace(src, i+1)
			}
		}
	}
}

// Elements yields the elements of the array at arr in a checked text, in order.
func Elements(src []byte, arr Span) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		i := skipSpace(src, int(arr.Start)+1)
		for i < int(arr.End)-1 {
			end := skipValue(src, i)
			if !yield(Span{uint32(i), uint32(end)}) {
				return
			}
			i = skipSpace(src, end)
			if src[i] == ',' {
				i = skipSpace(src, i+1)
			}
		}
	}
}

// skipValue returns the offset behind the value at i of a checked text.
func skipValue(src []byte, i int) int {
	depth := 0
	for i < len(src) {
		switch c := src[i]; c {
		case '"':
			end, _ := scanString(src, i+1)
			i = end + 1
		case '{', '[':
			depth++
			i++
			continue
		case '}', ']':
			depth--
			i++
		case ' ', '\t', '\r', '\n', ',', ':':
			i++
			continue
		default:
			for i < len(src) && src[i] > ' ' && src[i] != ',' && src[i] != ']' && src[i] != '}' {
				i++
			}
		}
		if depth == 0 {
			return i
		}
	}
	return i
}
