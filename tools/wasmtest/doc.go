// Package wasmtest runs the engine's own tests as the browser has it: compiled
// to WebAssembly, improved as the engine is, in Node. There the stack, the size
// of a word and the speed are others than natively, so what a text could do to
// them is tried again; and whatever the improving breaks, it breaks here. And it
// asks the two programs that make assets built what their exports answer.
package wasmtest
