package main

import (
	"cmp"
	"errors"
	"slices"
)

// mergeSegments joins the data segments of a WebAssembly module that stand
// closer together than the linker of Go leaves them. That linker cuts the data
// wherever there are eight zero bytes, into some 35,000 pieces, each with an
// address that no compressor can foresee: joined, the zeros cost next to
// nothing and the engine is 40 kB smaller to load. Memory is the same after.
//
// The form is that of the WebAssembly core specification, section 5.5.14:
// active segments of memory 0 whose offset is an i32.const. Anything else is
// an error.
func mergeSegments(module []byte) ([]byte, error) {
	if len(module) < 8 || string(module[:4]) != "\x00asm" {
		return nil, errModule
	}
	out := slices.Clone(module[:8])
	for r := (reader{module, 8}); r.at < len(module); {
		start := r.at
		id := r.byte()
		size := int(r.unsigned())
		if r.at < 0 || size > len(module)-r.at {
			return nil, errModule
		}
		section := module[r.at : r.at+size]
		r.at += size
		if id != dataSection {
			out = append(out, module[start:r.at]...)
			continue
		}
		data, err := joined(section)
		if err != nil {
			return nil, err
		}
		out = appendUnsigned(append(out, dataSection), uint64(len(data)))
		out = append(out, data...)
	}
	return out, nil
}

const (
	dataSection = 11
	gap         = 256 // bytes of zeros that are rather written than skipped
)

var errModule = errors.New("the compiler made a module of another form than expected")

// A segment is bytes at an address.
type segment struct {
	address int64
	data    []byte
}

// joined returns the data section with its segments joined.
func joined(section []byte) ([]byte, error) {
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
		size := int(r.unsigned())
		if r.at < 0 || size > len(section)-r.at {
			return nil, errModule
		}
		all = append(all, segment{address, section[r.at : r.at+size]})
		r.at += size
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
		out = appendUnsigned(append(out, end), uint64(len(s.data)))
		out = append(out, s.data...)
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
