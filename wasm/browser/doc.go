//go:build js && wasm

// Package main is the engine as the page's worker calls it: exports around
// wasm/play, and nothing else.
//
// # The calls
//
// The caller asks [input] for a buffer, writes its texts into it as UTF-8, one
// behind the other, and calls an export with their lengths. That returns where
// the answer stands, UTF-8 JSON: the address in the upper half of the number,
// the length in the lower. The answer stays there until the next call, and the
// next call of input may give the same buffer again.
//
// Either may make the memory grow, after which JavaScript's views of it are
// stale: worker.js makes a new one each time.
//
// There is no syscall/js here: numbers in, numbers out is what makes calls
// fast and the engine small.
package main
