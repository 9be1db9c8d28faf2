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
// [merge] is there for speed and returns the address of five numbers of 32 bits:
// whether the texts were good, how many numbers the edits of play.Session are
// and where, how many bytes their text has and where. [explain] must follow
// before anything is written into the buffer, and returns JSON.
//
// Any call may make the memory grow, after which JavaScript's views of it are
// stale: exports.js makes new ones then.
//
// There is no syscall/js here: numbers in, numbers out is what makes calls
// fast and the engine small.
package main
