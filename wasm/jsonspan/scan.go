package jsonspan

// A Member is one name and its value in an object. Name includes its quotes.
type Member struct {
	Name, Value Span
	hash        uint32
	escaped     bool
}

// A Doc is a checked text whose value is an object.
type Doc struct {
	Src     []byte   // the text; spans point into it
	Root    Span     // the object, without the white space around it
	Members []Member // the members of the object, in order

	inner []Member // the members of all objects that are values of Members
	ends  []uint32 // ends[i]: where those of Members[i] end in inner
}

// Inner returns the members of the object that is the value of Members[i], in
// order: none if it is not an object, or an empty one.
func (d *Doc) Inner(i int) []Member {
	lo := uint32(0)
	if i > 0 {
		lo = d.ends[i-1]
	}
	return d.inner[lo:d.ends[i]]
}

// Scan checks a text whose value must be an object and records its members.
// The Doc is nil when there are errors.
func Scan(src []byte) (*Doc, Errors) {
	var s scanner
	if s.scan(src) && src[s.doc.Root.Start] == '{' {
		return &s.doc, nil
	}
	return nil, Diagnose(src, true)
}

// Check checks a text that holds one value of any kind and returns its span.
func Check(src []byte) (Span, Errors) {
	var s scanner
	if s.scan(src) {
		return s.doc.Root, nil
	}
	return Span{}, Diagnose(src, false)
}

// A scanner reads a good text once. It gives up at the first error without
// saying which: that is for Diagnose.
type scanner struct {
	doc    Doc
	frames []uint32 // open containers: inArray, or where an object's names begin
	names  []Member // names of the open objects below the second level
	table  nameTable
}

const inArray = ^uint32(0)

// scan is one loop with labels for states instead of one function for each
// kind of value, because calls would cost more than the work, and recursion
// would let a text choose the height of the stack.
func (s *scanner) scan(src []byte) bool {
	if len(src) > MaxSize {
		return false
	}
	s.doc.Src = src
	frames := make([]uint32, 0, 32)
	i := skipSpace(src, 0)
	s.doc.Root.Start = uint32(i)

value:
	if i >= len(src) {
		return false
	}
	switch c := src[i]; c {
	case '"':
		end, _ := scanString(src, i+1)
		if end < 0 {
			return false
		}
		i = end + 1
	case '{':
		if len(frames) >= MaxDepth {
			return false
		}
		frames = append(frames, s.openObject(len(frames)))
		i = skipSpace(src, i+1)
		if i < len(src) && src[i] == '}' {
			goto closing
		}
		goto name
	case '[':
		if len(frames) >= MaxDepth {
			return false
		}
		frames = append(frames, inArray)
		i = skipSpace(src, i+1)
		if i < len(src) && src[i] == ']' {
			goto closing
		}
		goto value
	case 't', 'f', 'n':
		if i = scanWord(src, i); i < 0 {
			return false
		}
	default:
		if i = scanNumber(src, i); i < 0 {
			return false
		}
	}

ended:
	switch len(frames) {
	case 0:
		s.doc.Root.End = uint32(i)
		return skipSpace(src, i) == len(src)
	case 1:
		if n := len(s.doc.Members); n > 0 {
			s.doc.Members[n-1].Value.End = uint32(i)
			s.doc.ends = append(s.doc.ends, uint32(len(s.doc.inner)))
		}
	case 2:
		if n := len(s.doc.inner); n > 0 && frames[1] != inArray {
			s.doc.inner[n-1].Value.End = uint32(i)
		}
	}
	i = skipSpace(src, i)
	if i >= len(src) {
		return false
	}
	if frames[len(frames)-1] == inArray {
		switch src[i] {
		case ',':
			i = skipSpace(src, i+1)
			goto value
		case ']':
			goto closing
		}
		return false
	}
	switch src[i] {
	case ',':
		i = skipSpace(src, i+1)
		goto name
	case '}':
		goto closing
	}
	return false

name:
	if i >= len(src) || src[i] != '"' {
		return false
	} else {
		end, escaped := scanString(src, i+1)
		if end < 0 {
			return false
		}
		m := Member{Name: Span{uint32(i), uint32(end + 1)}, escaped: escaped}
		m.hash = hashName(src[i+1:end], escaped)
		i = skipSpace(src, end+1)
		if i >= len(src) || src[i] != ':' {
			return false
		}
		i = skipSpace(src, i+1)
		m.Value.Start = uint32(i)
		switch len(frames) {
		case 1:
			s.doc.Members = append(s.doc.Members, m)
		case 2:
			if frames[0] != inArray {
				s.doc.inner = append(s.doc.inner, m)
				break
			}
			fallthrough
		default:
			s.names = append(s.names, m)
		}
		goto value
	}

closing:
	depth := len(frames)
	if base := frames[depth-1]; base != inArray {
		if !s.closeObject(depth, base, frames[0] != inArray) {
			return false
		}
	}
	frames = frames[:depth-1]
	i++
	goto ended
}

// openObject returns where the names of an object opened at this depth begin
// in the list that keeps them.
func (s *scanner) openObject(depth int) uint32 {
	switch {
	case depth == 0:
		return 0
	case depth == 1 && len(s.doc.Members) > 0:
		return uint32(len(s.doc.inner))
	}
	return uint32(len(s.names))
}

// closeObject reports whether the names of the object that closes at this
// depth are distinct, and forgets those that the Doc does not keep.
func (s *scanner) closeObject(depth int, base uint32, inRoot bool) bool {
	switch {
	case depth == 1:
		return s.table.distinct(s.doc.Src, s.doc.Members)
	case depth == 2 && inRoot:
		return s.table.distinct(s.doc.Src, s.doc.inner[base:])
	}
	ok := s.table.distinct(s.doc.Src, s.names[base:])
	s.names = s.names[:base]
	return ok
}
