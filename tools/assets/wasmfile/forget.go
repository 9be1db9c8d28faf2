package wasmfile

import "bytes"

// forget clears what the runtime has only to print where a program crashed:
// names of functions and files, numbers of lines, and where the arguments of a
// function are. In a page nobody reads that, and it is an eighth of what is
// loaded. A crash still says what went wrong. What is kept is what the runtime
// needs to find pointers on the stack, to move it, and to recover from panics.
func (t functions) forget() error {
	t.forgetNames()
	for _, r := range t.records {
		r.set(pcfile, 0)
		r.set(pcln, 0)
		r.set(cuOffset, 0)
		r.set(startLine, 0)
		for _, i := range needlessPCData {
			if 4*i < len(r.pcdata) {
				le.PutUint32(r.pcdata[4*i:], 0)
			}
		}
		for _, i := range needlessFuncData {
			if 4*i < len(r.funcdata) {
				le.PutUint32(r.funcdata[4*i:], none)
			}
		}
	}
	clear(t.cutab)
	clear(t.files)
	return t.packPCTab()
}

// Indices of pcdata and funcdata (internal/abi/symtab.go). The first is for
// preempting, which the runtime cannot in WebAssembly, the last for tracing,
// those between to print arguments.
var (
	needlessPCData   = []int{0 /* UnsafePoint */, 3 /* ArgLiveIndex */}
	needlessFuncData = []int{5 /* ArgInfo */, 6 /* ArgLiveInfo */, 7 /* WrapInfo */}
)

// forgetNames clears the names of functions but for what the runtime asks them
// (see its uses of funcname). A goroutine is one of its own if the name of its
// function begins with "runtime.": each such name becomes just that, others
// become empty. And two functions of package reflect are known by name, for
// they do not describe their arguments: names of such functions are kept.
func (t functions) forgetNames() {
	const prefix = "runtime."
	names := make([]byte, len(t.names))
	short := uint32(0) // where the prefix is a name
	for _, r := range t.records {
		at := r.get(nameOff)
		name, _, _ := bytes.Cut(t.names[at:], []byte{0})
		switch {
		case r.get(args) == unknownArgs:
			copy(names[at:], name)
		case bytes.HasPrefix(name, []byte(prefix)):
			if short == 0 {
				short = at
				copy(names[at:], prefix)
			}
			r.set(nameOff, short)
		default:
			r.set(nameOff, 0)
		}
	}
	copy(t.names, names)
}

// packPCTab moves the tables that are left together. A table is referred to by
// the records alone.
func (t functions) packPCTab() error {
	packed := []byte{0} // an offset of zero is none
	moved := map[uint32]uint32{0: 0}
	for _, r := range t.records {
		offsets := [][]byte{r.fields[pcsp:]}
		for i := 0; i < len(r.pcdata); i += 4 {
			offsets = append(offsets, r.pcdata[i:])
		}
		for _, offset := range offsets {
			at := le.Uint32(offset)
			to, ok := moved[at]
			if !ok {
				table := pcTable(t.pctab, at)
				if table == nil {
					return errFunctions
				}
				to = uint32(len(packed))
				moved[at] = to
				packed = append(packed, table...)
			}
			le.PutUint32(offset, to)
		}
	}
	if len(packed) > len(t.pctab) {
		return errFunctions
	}
	clear(t.pctab[copy(t.pctab, packed):])
	return nil
}

// pcTable returns the table at an offset: pairs of numbers, of which only the
// very first may be zero, and a zero.
func pcTable(pctab []byte, at uint32) []byte {
	if at >= uint32(len(pctab)) {
		return nil
	}
	r := reader{pctab, int(at)}
	for first := true; r.unsigned() != 0 || first; first = false {
		r.unsigned()
		if r.at < 0 {
			return nil
		}
	}
	if r.at < 0 {
		return nil
	}
	return pctab[at:r.at]
}
