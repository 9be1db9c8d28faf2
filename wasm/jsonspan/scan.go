package jsonspan

import (
	"math/bits"
	"slices"
)

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

// Clone returns a copy that shares nothing with d but the text.
func (d *Doc) Clone() *Doc {
	return &Doc{d.Src, d.Root, slices.Clone(d.Members), slices.Clone(d.inner), slices.Clone(d.ends)}
}

// Scan checks a text whose value must be an object and records its members.
// The Doc is nil when there are errors.
func Scan(src []byte) (*Doc, Errors) { return new(Scanner).Scan(src) }

// Check checks a text that holds one value of any kind and returns its span.
func Check(src []byte) (Span, Errors) {
	var s Scanner
	if s.read(src) {
		return s.doc.Root, nil
	}
	return Span{}, Diagnose(src, false)
}

// A Scanner reads one text after another, each in the memory of the one
// before. The zero value is ready. It gives up at the first error without
// saying which: that is for Diagnose.
type Scanner struct {
	doc   Doc
	in    container   // the innermost open container
	outer []container // those around it
	root  bool        // the value is an object
	names []Member    // of the open objects that the Doc does not record
	table nameTable
	room  struct { // what the lists of most texts do with, to allocate once
		outer [8]container
		names [8]Member
	}
}

// Scan is the function Scan, but the Doc is good only until the next call.
func (s *Scanner) Scan(src []byte) (*Doc, Errors) {
	if s.read(src) && src[s.doc.Root.Start] == '{' {
		return &s.doc, nil
	}
	return nil, Diagnose(src, true)
}

func (s *Scanner) read(src []byte) bool {
	if len(src) > MaxSize {
		return false
	}
	s.doc = Doc{Src: src, Members: s.doc.Members[:0], inner: s.doc.inner[:0], ends: s.doc.ends[:0]}
	if s.outer == nil {
		s.outer, s.names = s.room.outer[:0], s.room.names[:0]
	}
	s.outer, s.names = s.outer[:0], s.names[:0]
	return s.scan(src)
}

// A container is one that is open.
type container struct {
	from uint32 // where its names begin in the list that keeps them, or inArray
	seen uint64 // a bit for each hash of a name: those not yet seen cannot be twice
}

const (
	inArray = ^uint32(0)
	maybe   = 1 << 63 // in seen: two names may be the same
)

// scan is one loop with labels for states instead of one function for each
// kind of value, because calls would cost more than the work, and recursion
// would let a text choose the height of the stack. What is common in profiles
// is done in place; rarer things are left to functions, which return bad when
// they find an error: that is beyond the text, and the next look at it sees
// that. White space is looked for only where no space, or one, was wrong.
func (s *Scanner) scan(src []byte) bool {
	i := uint(skipSpace(src, 0)) // unsigned: one comparison checks both ends
	s.doc.Root.Start = uint32(i)
	s.root = i < uint(len(src)) && src[i] == '{'
	s.in = container{from: inArray}
	var m Member

value:
	if i >= uint(len(src)) {
		return false
	}
	switch c := src[i]; {
	case c == '"':
		i++
		for i+8 <= uint(len(src)) {
			stop := stops(load64(src, i))
			if stop == 0 {
				i += 8
				continue
			}
			i += uint(bits.TrailingZeros64(stop)) >> 3
			if src[i] == '"' {
				i++
				goto ended
			}
			break
		}
		i = restOfString(src, i)
	case c == '{' || c == '[':
		if len(s.outer) >= MaxDepth {
			return false
		}
		s.enter(c)
		i = uint(skipSpace(src, int(i)+1))
		if i < uint(len(src)) && src[i] == c+2 { // the bracket that closes it
			goto closing
		}
		if c == '[' {
			goto value
		}
		goto name
	case c <= ' ':
		j := uint(skipSpace(src, int(i)))
		if j == i {
			return false
		}
		i = j
		goto value
	default:
		if i+8 <= uint(len(src)) {
			w := load64(src, i)
			if uint32(w) == wordNull || uint32(w) == wordTrue {
				i += 4
				goto ended
			}
			if n := shortInteger(w); n > 0 {
				i += n
				goto ended
			}
		}
		i = scalar(src, i)
	}

ended:
	if len(s.outer) <= 2 {
		if len(s.outer) == 0 {
			s.doc.Root.End = uint32(i)
			return i <= uint(len(src)) && skipSpace(src, int(i)) == len(src)
		}
		s.ended(uint32(i))
	}
	if i >= uint(len(src)) {
		return false
	}
	if src[i] != ',' {
		i = uint(skipSpace(src, int(i)))
		if i >= uint(len(src)) {
			return false
		}
	}
	switch c := src[i]; {
	case c == ',':
		i++
		if i < uint(len(src)) && src[i] == ' ' {
			i++
		}
		if s.in.from == inArray {
			goto value
		}
		if i < uint(len(src)) && src[i] <= ' ' {
			i = uint(skipSpace(src, int(i)))
		}
		goto name
	case c == '}' && s.in.from != inArray, c == ']' && s.in.from == inArray:
		goto closing
	}
	return false

name:
	if i >= uint(len(src)) || src[i] != '"' {
		return false
	}
	m.Name.Start = uint32(i)
	m.escaped = false
	i++
	for h := nameHash(0); i+8 <= uint(len(src)); {
		w := load64(src, i)
		stop := stops(w)
		if stop == 0 {
			h = h.word(w)
			i += 8
			continue
		}
		n := uint(bits.TrailingZeros64(stop)) >> 3
		i += n
		if src[i] == '"' {
			i++
			m.hash = h.tail(w&(stop&-stop>>7-1), n)
			goto named
		}
		break
	}
	i, m.hash, m.escaped = oddName(src, uint(m.Name.Start)+1)

named:
	m.Name.End = uint32(i)
	if i >= uint(len(src)) {
		return false
	}
	if src[i] != ':' {
		i = uint(skipSpace(src, int(i)))
		if i >= uint(len(src)) || src[i] != ':' {
			return false
		}
	}
	i++
	if i < uint(len(src)) && src[i] == ' ' {
		i++
	}
	if i < uint(len(src)) && src[i] <= ' ' {
		i = uint(skipSpace(src, int(i)))
	}
	m.Value.Start = uint32(i)
	if bit := uint64(1) << (m.hash & 63); s.in.seen&bit == 0 {
		s.in.seen |= bit
	} else {
		s.in.seen |= maybe
	}
	if len(s.outer) > 2 || !s.root {
		s.names = append(s.names, m)
	} else {
		list := &s.doc.Members // what the Doc records
		if len(s.outer) == 2 {
			list = &s.doc.inner
		}
		if len(*list) == cap(*list) {
			*list = longer(*list, i, uint(len(src)))
		}
		*list = append(*list, m)
	}
	goto value

closing:
	if s.in.seen&maybe != 0 && !s.distinct() {
		return false
	}
	s.leave()
	i++
	goto ended
}

// enter goes into the container that begins with c.
func (s *Scanner) enter(c byte) {
	s.outer = append(s.outer, s.in)
	s.in = container{}
	switch {
	case c == '[':
		s.in.from = inArray
	case len(s.outer) > 2 || !s.root:
		s.in.from = uint32(len(s.names))
	case len(s.outer) == 2:
		s.in.from = uint32(len(s.doc.inner))
	}
}

// leave goes out of the innermost container and forgets its names, unless the
// Doc keeps them.
func (s *Scanner) leave() {
	if s.in.from != inArray && (len(s.outer) > 2 || !s.root) {
		s.names = s.names[:s.in.from]
	}
	s.in = s.outer[len(s.outer)-1]
	s.outer = s.outer[:len(s.outer)-1]
}

// distinct reports whether the names of the innermost object are.
func (s *Scanner) distinct() bool {
	members := s.doc.Members
	switch {
	case len(s.outer) > 2 || !s.root:
		members = s.names[s.in.from:]
	case len(s.outer) == 2:
		members = s.doc.inner[s.in.from:]
	}
	return s.table.distinct(s.doc.Src, members)
}

// ended notes where the value of a member that the Doc records has ended.
func (s *Scanner) ended(i uint32) {
	switch {
	case !s.root:
	case len(s.outer) == 1:
		s.doc.Members[len(s.doc.Members)-1].Value.End = i
		if s.doc.ends == nil {
			s.doc.ends = make([]uint32, 0, 8)
		}
		s.doc.ends = append(s.doc.ends, uint32(len(s.doc.inner)))
	case s.in.from != inArray:
		s.doc.inner[len(s.doc.inner)-1].Value.End = i
	}
}

// longer returns the list with room for more. How full it is after the bytes
// read tells how long it will be after all of them; it grows at most eightfold,
// because texts may begin otherwise than they go on.
func longer(list []Member, read, size uint) []Member {
	n := uint(len(list))
	more := min(n*(size-read)/read, 7*n)
	return append(make([]Member, 0, n+max(more+n/8, n/2, 8)), list...)
}
