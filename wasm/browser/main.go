//go:build js && wasm

package main

import (
	"unsafe"

	"mergebook/wasm/play"
)

var (
	in      []byte // what the caller writes
	out     []byte // the last answer
	session play.Session
	merged  [5]uint32 // the last answer of merge
)

const huge = 1 << 20 // more memory than this is not kept from call to call

// main never ends: exports may only be called while it runs.
func main() { select {} }

//go:wasmexport input
func input(size int32) unsafe.Pointer {
	n := max(int(size), 0)
	if cap(in) < n+1 || cap(in) > huge && cap(in) > 4*n { // a huge one is not kept for ever
		in = make([]byte, n+1) // one more: an empty buffer has an address too
	}
	in = in[:n]
	return unsafe.Pointer(unsafe.SliceData(in))
}

// merge says what becomes of the profile. units is its length in JavaScript.
//
//go:wasmexport merge
func merge(profile, body, units int32) unsafe.Pointer {
	if cap(in) > huge {
		session = play.Session{}
	}
	t := texts{in}
	merged = [5]uint32{}
	if session.Merge(t.next(profile), t.next(body), int(units)) {
		edits, text := session.Edits(), session.Text()
		merged = [5]uint32{1, uint32(len(edits)), address(unsafe.SliceData(edits)), uint32(len(text)), address(unsafe.SliceData(text))}
	}
	return unsafe.Pointer(&merged)
}

// explain says why, for the last merge, or what was wrong with its texts.
//
//go:wasmexport explain
func explain() int64 { return answer(session.Explain(out[:0])) }

// send is play.Run; Go exports a run of its own.
//
//go:wasmexport send
func send(profile, method, url, body int32) int64 {
	t := texts{in}
	start := t.next(profile)
	request := play.Request{Method: string(t.next(method)), URL: string(t.next(url)), Body: t.next(body)}
	return answer(play.Run(start, request).AppendJSON(out[:0]))
}

//go:wasmexport diff
func diff(profile, goal int32) int64 {
	t := texts{in}
	return answer(play.Diff(t.next(profile), t.next(goal)).AppendJSON(out[:0]))
}

//go:wasmexport inverse
func inverse(profile, goal int32) int64 {
	t := texts{in}
	return answer(play.Inverse(t.next(profile), t.next(goal)).AppendJSON(out[:0]))
}

//go:wasmexport compare
func compare(profile, body int32) int64 {
	t := texts{in}
	return answer(play.Compare(t.next(profile), t.next(body)).AppendJSON(out[:0]))
}

//go:wasmexport format
func format(text int32) int64 {
	t := texts{in}
	return answer(play.Format(t.next(text)))
}

//go:wasmexport share
func share(profile, body, sequence int32) int64 {
	t := texts{in}
	return answer(play.Share(t.next(profile), t.next(body), t.next(sequence)))
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
	return int64(address(unsafe.SliceData(out)))<<32 | int64(len(out))
}

func address[T any](p *T) uint32 { return uint32(uintptr(unsafe.Pointer(p))) }
