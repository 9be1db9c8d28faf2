package wasmfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Go's runtime has a table of functions in memory, pclntab. Its layout is that
// of the types moduledata, pcHeader, _func and findfuncbucket (runtime/symtab.go
// and runtime2.go); moduledata has slices of the parts.

// functions is the table of functions.
type functions struct {
	names, cutab, files []byte   // texts, and what leads to those of files
	pctab               []byte   // tables of values by program counter
	records             []record // a _func for each function
	buckets             []byte   // where to begin to look for a function
}

// A record is a _func.
type record struct {
	fields   []byte
	pcdata   []byte // offsets into pctab, or zero
	funcdata []byte // offsets of other data, or none
}

// The fields of a _func, of four bytes each where nothing else is said.
const (
	entryOff    = 0
	nameOff     = 4
	args        = 8
	pcsp        = 16 // offset into pctab, like the next two
	pcfile      = 20
	pcln        = 24
	npcdata     = 28
	cuOffset    = 32
	startLine   = 36
	nfuncdata   = 43 // one byte
	recordSize  = 44
	unknownArgs = 1 << 31 // args of a function that does not describe them
	none        = 1<<32 - 1
)

var (
	errFunctions = errors.New("the table of functions has another form than expected")
	le           = binary.LittleEndian
)

// findFunctions finds the header of the table by how it begins, and moduledata
// as what points to it. Where there is none of the version that is known here,
// nothing is found.
func findFunctions(m memory) (t functions, found bool, err error) {
	begin := []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8} // version, two zeros, sizes of an instruction and of a pointer
	for header := 0; ; header++ {
		i := bytes.Index(m.bytes[header:], begin)
		if i < 0 {
			return t, false, nil
		}
		header += i
		pointer := le.AppendUint64(nil, uint64(m.start)+uint64(header))
		for data := 0; ; data++ {
			i := bytes.Index(m.bytes[data:], pointer)
			if i < 0 {
				break
			}
			data += i
			if t, found, err = m.functions(header, data); found || err != nil {
				return t, found, err
			}
		}
	}
}

// functions reads the table of a header and moduledata, if they agree where its
// parts are.
func (m memory) functions(header, data int) (t functions, agree bool, err error) {
	if header+8*9 > len(m.bytes) || data+8*42 > len(m.bytes) {
		return t, false, nil
	}
	word := func(at int) uint64 { return le.Uint64(m.bytes[at:]) }
	part := func(address, n uint64) []byte {
		if address -= uint64(m.start); address > uint64(len(m.bytes)) || n > uint64(len(m.bytes))-address {
			return nil
		}
		return m.bytes[address : address+n]
	}
	var parts [6][]byte // the last begins where the fifth does
	for i, size := range []uint64{1, 4, 1, 1, 1, 8} {
		pointer, n := word(data+8+24*i), word(data+16+24*i)
		if pointer != uint64(m.start)+uint64(header)+word(header+8*(4+min(i, 4))) || n > mostData {
			return t, false, nil
		}
		parts[i] = part(pointer, n*size)
	}
	t.names, t.cutab, t.files, t.pctab = parts[0], parts[1], parts[2], parts[3]
	buckets, size := word(data+8*19), bucketsSize(word(data+8*21)-word(data+8*20))
	if buckets+size != word(data+8*41) { // the end of all
		return t, false, nil
	}
	t.buckets = part(buckets, size)
	count := int(word(header + 8))
	ftab := parts[5]
	if len(t.names) == 0 || len(t.pctab) == 0 || len(t.buckets) == 0 || count < 0 || len(ftab) != 8*(count+1) {
		return t, false, errFunctions
	}
	for i := range count {
		r, ok := readRecord(parts[4], le.Uint32(ftab[8*i+4:]))
		if !ok || r.get(entryOff) != le.Uint32(ftab[8*i:]) || r.get(nameOff) >= uint32(len(t.names)) {
			return t, false, fmt.Errorf("function %d: %w", i, errFunctions)
		}
		t.records = append(t.records, r)
	}
	return t, true, nil
}

// readRecord reads the _func at an offset.
func readRecord(all []byte, at uint32) (r record, ok bool) {
	if uint64(at)+recordSize > uint64(len(all)) {
		return r, false
	}
	r.fields, all = all[at:at+recordSize], all[at+recordSize:]
	n, k := uint64(r.get(npcdata))*4, uint64(r.fields[nfuncdata])*4
	if n+k > uint64(len(all)) {
		return r, false
	}
	r.pcdata, r.funcdata = all[:n], all[n:n+k]
	return r, true
}

func (r record) get(field int) uint32    { return le.Uint32(r.fields[field:]) }
func (r record) set(field int, n uint32) { le.PutUint32(r.fields[field:], n) }
