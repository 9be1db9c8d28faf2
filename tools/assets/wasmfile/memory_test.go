package wasmfile

import (
	"bytes"
	"testing"
)

// A segment is bytes at an address.
type segment struct {
	address int64
	data    []byte
}

// module makes a module with an empty section 1, and these segments.
func module(segments ...segment) []byte {
	data := appendUnsigned(nil, uint64(len(segments)))
	for _, s := range segments {
		data = appendSigned(append(data, 0, i32Const), s.address)
		data = appendSized(append(data, end), s.data)
	}
	m := append([]byte("\x00asm\x01\x00\x00\x00"), 1, 1, 0)
	return appendSized(append(m, dataSection), data)
}

func TestMergeSegments(t *testing.T) {
	if _, err := Improve(module(segment{100, []byte("ab")}, segment{101, []byte("c")})); err == nil {
		t.Error("segments that overlap are taken")
	}
	got, err := Improve(module(segment{110, []byte("cd")}, segment{112 + gap, []byte("e")}, segment{100, []byte("ab")}))
	want := module(segment{100, []byte("ab\x00\x00\x00\x00\x00\x00\x00\x00cd")}, segment{112 + gap, []byte("e")})
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %q (%v), want %q", got, err, want)
	}
	again, err := Improve(got)
	if err != nil || !bytes.Equal(again, got) {
		t.Errorf("a second time: %q (%v)", again, err)
	}
	for i := range want {
		if _, err := Improve(want[:i]); err == nil && i > 8 && i != 11 {
			t.Errorf("a module cut at %d is taken", i)
		}
	}
}

func TestLEB128(t *testing.T) {
	for _, n := range []int64{0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 20, -1 << 20, 1<<63 - 1, -1 << 63} {
		if r := (reader{appendSigned(nil, n), 0}); r.signed() != n || r.at != len(r.b) {
			t.Errorf("signed %d", n)
		}
		if r := (reader{appendUnsigned(nil, uint64(n)), 0}); r.unsigned() != uint64(n) || r.at != len(r.b) {
			t.Errorf("unsigned %d", uint64(n))
		}
	}
}
