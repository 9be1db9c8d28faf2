package share

// inflate unpacks a DEFLATE stream of at most limit bytes. The code is "" or
// says what is wrong: CodeCut when the stream ends early, CodeTooLarge at the
// limit, CodeDamaged for all else, a bit set behind the last block included.
//
// Each step of each loop takes a bit or makes a byte, or there are no more
// steps than a code has symbols, so time is linear in stream and limit.
func inflate(src []byte, limit int) (out []byte, code string) {
	r := reader{src: src, limit: limit}
	for final := false; !final && r.code == ""; {
		final = r.bits(1) == 1
		switch r.bits(2) {
		case stored:
			r.stored()
		case fixed:
			r.compressed(&fixedLiteralTree, &fixedDistanceTree)
		case dynamic:
			r.dynamic()
		default:
			r.fail(CodeDamaged)
		}
	}
	if len(r.src) > 0 || r.held != 0 {
		r.fail(CodeDamaged)
	}
	if r.code != "" {
		return nil, r.code
	}
	return r.out, ""
}

// A reader is a stream being unpacked. When it fails it notes why; from then
// on it reads zeros, and what they lead to does not matter.
type reader struct {
	src   []byte // what is not read yet
	held  uint32 // bits read from src but not used, fewer than eight
	count uint8  // of the bits held
	out   []byte
	limit int
	list  [firstMatch + len(lengthSpans) + len(distanceSpans)]uint8 // of lengths, for one block at a time
	code  string                                                    // why it failed
}

// fail notes the first failure.
func (r *reader) fail(code string) {
	if r.code == "" {
		r.code = code
	}
}

// bits takes the next bits, 16 at most.
func (r *reader) bits(count uint8) int {
	for r.count < count {
		if len(r.src) == 0 {
			r.fail(CodeCut)
			return 0
		}
		r.held |= uint32(r.src[0]) << r.count
		r.src = r.src[1:]
		r.count += 8
	}
	value := r.held & (1<<count - 1)
	r.held >>= count
	r.count -= count
	return int(value)
}

// room makes place for n more bytes, and says whether there may be so many.
func (r *reader) room(n int) bool {
	need := len(r.out) + n
	if need > r.limit {
		r.fail(CodeTooLarge)
		return false
	}
	if need > cap(r.out) {
		larger := make([]byte, len(r.out), min(r.limit, max(2*need, 1024)))
		copy(larger, r.out)
		r.out = larger
	}
	return true
}

// stored copies a stored block.
func (r *reader) stored() {
	r.held, r.count = 0, 0
	n, check := r.bits(16), r.bits(16)
	switch {
	case r.code != "":
	case n^check != 0xffff:
		r.fail(CodeDamaged)
	case n > len(r.src):
		r.fail(CodeCut)
	case r.room(n):
		r.out = append(r.out, r.src[:n]...)
		r.src = r.src[n:]
	}
}

// compressed reads the tokens of a block, up to its end.
func (r *reader) compressed(literals, distances *tree) {
	for {
		symbol := r.symbol(literals)
		switch {
		case r.code != "" || symbol == endOfBlock:
			return
		case symbol < endOfBlock:
			if !r.room(1) {
				return
			}
			r.out = append(r.out, byte(symbol))
		default:
			length := r.extra(lengthSpans[:], symbol-firstMatch)
			distance := r.extra(distanceSpans[:], r.symbol(distances))
			if r.code != "" {
				return
			}
			if distance > len(r.out) {
				r.fail(CodeDamaged)
				return
			}
			if !r.room(length) {
				return
			}
			for range length { // one by one: a match may reach into itself
				r.out = append(r.out, r.out[len(r.out)-distance])
			}
		}
	}
}

// extra returns the length or distance that a symbol and the bits behind it
// stand for.
func (r *reader) extra(spans []span, i int) int {
	if i >= len(spans) {
		r.fail(CodeDamaged)
		return 0
	}
	return int(spans[i].base) + r.bits(spans[i].extra)
}

// dynamic reads a block that starts with its own codes.
func (r *reader) dynamic() {
	literals, distances, ordered := r.bits(5)+fewestLiterals, r.bits(5)+fewestDistances, r.bits(4)+fewestLengths
	if literals > firstMatch+len(lengthSpans) || distances > len(distanceSpans) {
		r.fail(CodeDamaged)
		return
	}
	var order [lengthSymbols]uint8
	for _, symbol := range lengthOrder[:ordered] {
		order[symbol] = uint8(r.bits(3))
	}
	lengths := r.lengths(order[:], literals+distances)
	if r.code != "" {
		return
	}
	literalTree, distanceTree := newTree(lengths[:literals]), newTree(lengths[literals:])
	if lengths[endOfBlock] == 0 || literalTree.free != 0 || !distanceTree.fitsDistances() {
		r.fail(CodeDamaged)
		return
	}
	r.compressed(&literalTree, &distanceTree)
}

// lengths reads the lengths of n codes, written in the code of these lengths.
func (r *reader) lengths(order []uint8, n int) []uint8 {
	t := newTree(order)
	if t.free != 0 {
		r.fail(CodeDamaged)
	}
	lengths := r.list[:0]
	for len(lengths) < n && r.code == "" {
		symbol := r.symbol(&t)
		length, times := uint8(0), 1
		switch symbol {
		case repeatLast:
			if len(lengths) == 0 {
				r.fail(CodeDamaged)
				break
			}
			length, times = lengths[len(lengths)-1], 3+r.bits(2)
		case repeatZero:
			times = 3 + r.bits(3)
		case repeatZeroLong:
			times = 11 + r.bits(7)
		default:
			length = uint8(symbol)
		}
		if len(lengths)+times > n {
			r.fail(CodeDamaged)
			break
		}
		for range times {
			lengths = append(lengths, length)
		}
	}
	return lengths
}

// A tree finds the symbols of a code: those of one length are numbered in
// their order, behind all shorter ones.
type tree struct {
	counts  [maxBits + 1]int // how many symbols have this length
	symbols [288]uint16      // by length, then by number
	free    int              // codes of the greatest length that no symbol has; negative when there are too many symbols
}

var fixedLiteralTree, fixedDistanceTree = newTree(fixedLiterals[:]), newTree(fixedDistances[:])

func newTree(lengths []uint8) (t tree) {
	for _, n := range lengths {
		t.counts[n]++
	}
	t.counts[0] = 0
	var place [maxBits + 1]int // of the next symbol of this length
	t.free = 1
	for n := 1; n <= maxBits; n++ {
		place[n] = place[n-1] + t.counts[n-1]
		t.free = 2*t.free - t.counts[n]
	}
	for symbol, n := range lengths {
		if n > 0 {
			t.symbols[place[n]] = uint16(symbol)
			place[n]++
		}
	}
	return t
}

// fitsDistances says whether the code may be one of distances. Besides a
// complete one that is none at all, or a single symbol of one bit.
func (t *tree) fitsDistances() bool {
	none := t.counts == [maxBits + 1]int{}
	single := t.counts == [maxBits + 1]int{1: 1}
	return t.free == 0 || none || single
}

// symbol reads one symbol, bit by bit: links are too short for more.
func (r *reader) symbol(t *tree) int {
	number, first, place := 0, 0, 0 // first is the first number of this length
	for _, count := range t.counts[1:] {
		number = number<<1 | r.bits(1)
		first <<= 1
		if number-first < count {
			return int(t.symbols[place+number-first])
		}
		first += count
		place += count
	}
	r.fail(CodeDamaged)
	return 0
}
