package wasmfile

// rewriteData rewrites a data section (core specification, 5.5.14). The linker
// of Go cuts the data wherever there are eight zero bytes, into some 35,000
// segments, each with an address that no compressor can foresee. With fewer
// segments, the zeros cost next to nothing and the engine is 40 kB smaller to
// load. Memory is the same after.
func rewriteData(section []byte) ([]byte, error) {
	m, err := readMemory(section)
	if err != nil {
		return nil, err
	}
	t, found, err := findFunctions(m)
	if err != nil {
		return nil, err
	}
	if found {
		if err := t.forget(); err != nil {
			return nil, err
		}
		t.coarsen()
	}
	return m.section(), nil
}

// memory is what the data section writes into memory.
type memory struct {
	start int64 // the address of the first byte
	bytes []byte
}

const (
	gap      = 256     // so many bytes of zeros are rather skipped than written
	mostData = 1 << 28 // more than any engine has
)

// readMemory reads a data section, which may have active segments of memory 0
// whose offset is an i32.const, and which do not overlap: then their order does
// not matter.
func readMemory(section []byte) (memory, error) {
	type segment struct {
		address int64
		data    []byte
	}
	var all []segment
	var m memory
	limit := int64(0)
	r := reader{section, 0}
	for range r.unsigned() {
		if r.byte() != 0 || r.byte() != i32Const {
			return m, errModule
		}
		address := r.signed()
		if r.byte() != end {
			return m, errModule
		}
		data := r.bytes(r.unsigned())
		if r.at < 0 || address < 0 {
			return m, errModule
		}
		if len(all) == 0 || address < m.start {
			m.start = address
		}
		limit = max(limit, address+int64(len(data)))
		all = append(all, segment{address, data})
	}
	if r.at != len(section) || limit-m.start > mostData {
		return m, errModule
	}
	m.bytes = make([]byte, limit-m.start)
	written := make([]bool, len(m.bytes))
	for _, s := range all {
		for i, c := range s.data {
			at := s.address - m.start + int64(i)
			if written[at] {
				return m, errModule
			}
			m.bytes[at], written[at] = c, true
		}
	}
	return m, nil
}

// section writes the memory as a data section.
func (m memory) section() []byte {
	var out []byte
	count := uint64(0)
	for at := 0; ; {
		for at < len(m.bytes) && m.bytes[at] == 0 {
			at++
		}
		if at == len(m.bytes) {
			break
		}
		start, last := at, at // last is that of the segment which is not zero
		for ; at < len(m.bytes) && at-last <= gap; at++ {
			if m.bytes[at] != 0 {
				last = at
			}
		}
		at = last + 1
		out = appendSigned(append(out, 0, i32Const), m.start+int64(start))
		out = appendSized(append(out, end), m.bytes[start:at])
		count++
	}
	return append(appendUnsigned(nil, count), out...)
}
