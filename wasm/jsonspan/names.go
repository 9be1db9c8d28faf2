package jsonspan

import (
	"bytes"
	"slices"
)

// A nameHash is the state of hashing a name eight bytes at a time. Collisions
// are harmless: they are told apart by bytes, and too many of them make
// nameTable sort.
type nameHash uint64

const hashFactor = 0x9e3779b97f4a7c15

// word adds eight bytes.
func (h nameHash) word(w uint64) nameHash {
	h = (h ^ nameHash(w)) * hashFactor
	return h ^ h>>32
}

// tail adds the last n bytes, fewer than eight, and returns the hash.
func (h nameHash) tail(w uint64, n uint) uint32 {
	h = (h ^ nameHash(w) ^ nameHash(n)<<56) * hashFactor
	return uint32(h >> 32)
}

// hashName returns a hash of the text of a name, given the bytes between its
// quotes.
func hashName(raw []byte, escaped bool) uint32 {
	if escaped {
		var buf [64]byte
		raw = appendUnescaped(buf[:0], raw)
	}
	var h nameHash
	i := uint(0)
	for ; i+8 <= uint(len(raw)); i += 8 {
		h = h.word(load64(raw, i))
	}
	var w uint64
	rest := raw[i:]
	for j, c := range rest {
		w |= uint64(c) << (8 * j)
	}
	return h.tail(w, uint(len(rest)))
}

// SameName reports whether two names are equal by code points after
// unescaping. No case folding, no Unicode normalisation.
func SameName(aSrc []byte, a *Member, bSrc []byte, b *Member) bool {
	return a.hash == b.hash && compareNames(aSrc, a, bSrc, b) == 0
}

// compareNames orders two names by their text. It reads them no further than
// they are the same: a long one may be compared with many.
func compareNames(aSrc []byte, a *Member, bSrc []byte, b *Member) int {
	x, y := nameReader{raw: rawName(aSrc, a)}, nameReader{raw: rawName(bSrc, b)}
	if !a.escaped && !b.escaped {
		return bytes.Compare(x.raw, y.raw)
	}
	for {
		c, d := x.next(), y.next()
		if c != d || c < 0 {
			return c - d
		}
	}
}

// rawName returns the bytes between a name's quotes.
func rawName(src []byte, m *Member) []byte { return src[m.Name.Start+1 : m.Name.End-1] }

// A nameReader unescapes a name byte by byte.
type nameReader struct {
	raw  []byte // what is left
	char [4]byte
	n    int // how many bytes of char are left, its last ones
}

// next returns the next byte, or -1 at the end.
func (r *nameReader) next() int {
	if r.n == 0 {
		if len(r.raw) == 0 {
			return -1
		}
		size := 1
		if r.raw[0] == '\\' {
			size = escapeLen(r.raw, 0)
		}
		var buf [4]byte
		char := appendUnescaped(buf[:0], r.raw[:size])
		r.raw = r.raw[size:]
		r.n = copy(r.char[len(r.char)-len(char):], char)
	}
	r.n--
	return int(r.char[len(r.char)-1-r.n])
}

// NameIs reports whether the member's name is exactly the given text.
func (m *Member) NameIs(src []byte, name string) bool {
	raw := rawName(src, m)
	if !m.escaped {
		return string(raw) == name
	}
	const longest = len(`\u0061`) // what a byte is written with
	return len(raw) <= longest*len(name) && string(appendUnescaped(nil, raw)) == name
}

// few is how many members are compared pair by pair without a table.
const few = 12

// A nameTable finds members by name: a hash table with linear probing, used
// again from object to object. Where probing gets long, which takes names made
// to collide, it sorts instead, so that no input costs quadratic time.
type nameTable struct {
	slots []uint32 // 1 + index of a member, 0 when free
	order []uint32 // members by name, when sorted
}

// distinct reports whether all names are.
func (t *nameTable) distinct(src []byte, members []Member) bool {
	if len(members) <= few {
		for i := range members {
			for j := range members[:i] {
				if members[i].hash == members[j].hash && SameName(src, &members[i], src, &members[j]) {
					return false
				}
			}
		}
		return true
	}
	return t.fill(src, members)
}

// fill indexes the members and reports whether their names are distinct.
func (t *nameTable) fill(src []byte, members []Member) bool {
	size := 32
	for size < 2*len(members) {
		size *= 2
	}
	if size > cap(t.slots) {
		t.slots = make([]uint32, size)
	} else {
		t.slots = t.slots[:size]
		clear(t.slots)
	}
	t.order = t.order[:0]
	mask := uint32(size - 1)
	probes := 8*len(members) + 64
	for i := range members {
		m := &members[i]
		at := m.hash & mask
		for ; t.slots[at] != 0; at = (at + 1) & mask {
			other := &members[t.slots[at]-1]
			if other.hash == m.hash && SameName(src, other, src, m) {
				return false
			}
			if probes--; probes == 0 {
				return t.sort(src, members)
			}
		}
		t.slots[at] = uint32(i + 1)
	}
	return true
}

func (t *nameTable) sort(src []byte, members []Member) bool {
	for i := range members {
		t.order = append(t.order, uint32(i))
	}
	slices.SortFunc(t.order, func(a, b uint32) int {
		return compareNames(src, &members[a], src, &members[b])
	})
	for i := 1; i < len(t.order); i++ {
		if SameName(src, &members[t.order[i-1]], src, &members[t.order[i]]) {
			return false
		}
	}
	return true
}

// Names finds the members of one object by name.
type Names struct {
	src     []byte
	members []Member
	table   nameTable
}

// IndexNames returns an index of the members, which lie in src and have
// distinct names.
func IndexNames(src []byte, members []Member) *Names {
	n := &Names{src: src, members: members}
	if len(members) > few {
		n.table.fill(src, members)
	}
	return n
}

// Find returns the index of the member that has the name of m, a member of
// mSrc, or -1.
func (n *Names) Find(mSrc []byte, m *Member) int {
	t := &n.table
	switch {
	case len(n.members) <= few:
		for i := range n.members {
			if n.members[i].hash == m.hash && SameName(n.src, &n.members[i], mSrc, m) {
				return i
			}
		}
	case len(t.order) > 0:
		at, found := slices.BinarySearchFunc(t.order, m, func(i uint32, m *Member) int {
			return compareNames(n.src, &n.members[i], mSrc, m)
		})
		if found {
			return int(t.order[at])
		}
	default:
		mask := uint32(len(t.slots) - 1)
		for at := m.hash & mask; t.slots[at] != 0; at = (at + 1) & mask {
			i := int(t.slots[at] - 1)
			if n.members[i].hash == m.hash && SameName(n.src, &n.members[i], mSrc, m) {
				return i
			}
		}
	}
	return -1
}

// Pairs yields the indexes of members of two objects that have the same name,
// in a's order. b, which is indexed, should be the smaller one.
func Pairs(aSrc []byte, a []Member, bSrc []byte, b []Member, yield func(i, j int)) {
	names := IndexNames(bSrc, b)
	var hashes uint64 // a bit for each hash in b: most of a is in none of them
	for i := range b {
		hashes |= 1 << (b[i].hash & 63)
	}
	left := len(b)
	for i := range a {
		if left == 0 {
			return
		}
		if hashes>>(a[i].hash&63)&1 == 0 {
			continue
		}
		if j := names.Find(aSrc, &a[i]); j >= 0 {
			yield(i, j)
			left--
		}
	}
}
