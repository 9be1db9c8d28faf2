// Package wasmtest runs the engine's own tests as the browser has it: compiled
// to WebAssembly, in Node. There the stack, the size of a word and the speed
// are others than natively, so what a text could do to them is tried again.
// And it asks the engine that make assets built what its exports answer.
package wasmtest
