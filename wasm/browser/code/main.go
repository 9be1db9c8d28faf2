//go:build js && wasm

// Package main is the program that writes requests as code, for the page's
// worker. Most readers never ask for that, and it is an eighth of an engine: so
// it is not in the engine, but a program of its own that is loaded when it is
// needed. It is called as the engine is: package browser says how.
package main

import (
	"unsafe"

	"mergebook/wasm/code"
)

var (
	in  []byte // what the caller writes
	out []byte // the last answer
)

// main never ends: exports may only be called while it runs.
func main() { select {} }

//go:wasmexport input
func input(size int32) unsafe.Pointer {
	in = make([]byte, max(int(size), 0)+1) // one more: an empty buffer has an address too
	return unsafe.Pointer(unsafe.SliceData(in))
}

//go:wasmexport snippets
func snippets(body int32) int64 {
	out = code.Snippets(in[:min(max(int(body), 0), len(in))])
	return int64(uint32(uintptr(unsafe.Pointer(unsafe.SliceData(out)))))<<32 | int64(len(out))
}
