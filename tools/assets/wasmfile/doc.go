// Package wasmfile rewrites a WebAssembly module that Go's compiler made into
// one that does the same, but is smaller to load and runs faster:
//
//   - segments.go joins data segments that stand close together;
//   - jumps.go lets jumps go where they lead, instead of to a table.
//
// The rest is what these need: module.go has the sections, instruction.go and
// body.go read and write the code of functions.
//
// Names are those of the WebAssembly core specification. A form that is not
// known here is an error: better no engine than one that was guessed. A
// function of another shape than the compiler's is left as it is, for that is
// always right.
package wasmfile
