package wasmfile

// The numbers of WebAssembly are in LEB128 (core specification, section
// 5.2.2): seven bits a byte, the lowest first.

// A reader reads the binary form. Behind the end it is at -1 and reads zeros.
type reader struct {
	b  []byte
	at int
}

func (r *reader) byte() byte {
	if r.at < 0 || r.at >= len(r.b) {
		r.at = -1
		return 0
	}
	r.at++
	return r.b[r.at-1]
}

// bytes returns the next n bytes.
func (r *reader) bytes(n uint64) []byte {
	if r.at < 0 || n > uint64(len(r.b)-r.at) {
		r.at = -1
		return nil
	}
	r.at += int(n)
	return r.b[r.at-int(n) : r.at]
}

func (r *reader) unsigned() uint64 {
	var n uint64
	for shift := 0; shift < 64; shift += 7 {
		c := r.byte()
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	r.at = -1
	return 0
}

func (r *reader) signed() int64 {
	var n int64
	for shift := 0; shift < 64; shift += 7 {
		c := r.byte()
		n |= int64(c&0x7f) << shift
		if c < 0x80 {
			if c&0x40 != 0 && shift < 57 {
				n |= -1 << (shift + 7)
			}
			return n
		}
	}
	r.at = -1
	return 0
}

func appendUnsigned(dst []byte, n uint64) []byte {
	for ; n >= 0x80; n >>= 7 {
		dst = append(dst, byte(n)|0x80)
	}
	return append(dst, byte(n))
}

// appendSized writes b behind its length.
func appendSized(dst, b []byte) []byte {
	return append(appendUnsigned(dst, uint64(len(b))), b...)
}

func appendSigned(dst []byte, n int64) []byte {
	for n < -64 || n > 63 {
		dst = append(dst, byte(n)|0x80)
		n >>= 7
	}
	return append(dst, byte(n)&0x7f)
}
