package wasmfile

import (
	"cmp"
	"slices"
)

// gap is how many bytes of zeros are rather written than skipped.
const gap = 256

// A segment is bytes at an address.
type segment struct {
	address int64
	data    []byte
}

// mergeSegments joins the data segments of a data section that stand closer
// together than the linker of Go leaves them. That linker cuts the data
// wherever there are eight zero bytes, into some 35,000 pieces, each with an
// address that no compressor can foresee: joined, the zeros cost next to
// nothing and the engine is 40 kB smaller to load. Memory is the same after.
//
// The form is that of the core specification, section 5.5.14: active segments
// of memory 0 whose offset is an i32.const. Anything else is an error.
func mergeSegments(section []byte) ([]byte, error) {
	r := reader{section, 0}
	var all []segment
	for range r.unsigned() {
		if r.byte() != 0 || r.byte() != i32Const {
			return nil, errModule
		}
		address := r.signed()
		if r.byte() != end {
			return nil, errModule
		}
		data := r.bytes(r.unsigned())
		if r.at < 0 {
			return nil, errModule
		}
		all = append(all, segment{address, data})
	}
	if r.at != len(section) {
		return nil, errModule
	}
	all, err := join(all)
	if err != nil {
		return nil, err
	}
	out := appendUnsigned(nil, uint64(len(all)))
	for _, s := range all {
		out = appendSigned(append(out, 0, i32Const), s.address)
		out = appendSized(append(out, end), s.data)
	}
	return out, nil
}

// join sorts the segments, which must not overlap, for then their order does
// not matter, and fills the small gaps.
func join(all []segment) ([]segment, error) {
	slices.SortFunc(all, func(a, b segment) int { return cmp.Compare(a.address, b.address) })
	var out []segment
	for _, s := range all {
		if n := len(out); n > 0 {
			last := &out[n-1]
			between := s.address - last.address - int64(len(last.data))
			if between < 0 {
				return nil, errModule
			}
			if between < gap {
				last.data = append(append(last.data, make([]byte, between)...), s.data...)
				continue
			}
		}
		out = append(out, segment{s.address, slices.Clone(s.data)})
	}
	return out, nil
}
