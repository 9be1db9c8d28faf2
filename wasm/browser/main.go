//go:build js && wasm

package main

import (
	"unsafe"

	"mergebook/wasm/play"
)

var (
	in  []byte // what the caller writes
	out []byte // the last answer
)

// main never ends: exports may only be called while it runs.
func main() { select {} }

//go:wasmexport input
func input(size int32) unsafe.Pointer {
	n := max(int(size), 0)
	if cap(in) < n+1 || cap(in) > 1<<20 && cap(in) > 4*n { // a huge one is not kept for ever
		in = make([]byte, n+1) // one more: an empty buffer has an address too
	}
	in = in[:n]
	return unsafe.Pointer(unsafe.SliceData(in))
}

//go:wasmexport apply
func apply(profile, body int32) int64 {
	t := texts{in}
	return answer(play.Apply(t.next(profile), t.next(body)).AppendJSON(out[:0]))
}

// send is play.Run; Go exports a run of its own.
//
//go:wasmexport send
func send(profile, method, url, body int32) int64 {
	t := texts{in}
	start := t.next(profile)
	request := play.Request{Method: string(t.next(method)), URL: string(t.next(url)), Body: t.next(body)}
	return answer(play.Run(start, request).AppendJSON(out[:0]))
}

//go:wasmexport share
func share(profile, body int32) int64 {
	t := texts{in}
	return answer(play.Share(t.next(profile), t.next(body)))
}

//go:wasmexport open
func open(fragment int32) int64 {
	t := texts{in}
	return answer(play.Open(string(t.next(fragment))))
}

// texts is what is left of the input.
type texts struct{ rest []byte }

// next takes a text of n bytes, or what there is.
func (t *texts) next(n int32) []byte {
	k := min(max(int(n), 0), len(t.rest))
	text := t.rest[:k:k]
	t.rest = t.rest[k:]
	return text
}

// answer keeps the bytes alive and says where they are.
func answer(json []byte) int64 {
	out = json
	return int64(uintptr(unsafe.Pointer(unsafe.SliceData(out))))<<32 | int64(len(out))
}
