// Package wasmfile rewrites a WebAssembly module that Go's compiler made into
// one that does the same, but is smaller to load and runs faster:
//
//   - jumps.go lets jumps go where they lead, instead of to a table;
//   - stack.go addresses the stack in fewer instructions;
//   - memory.go joins data segments that stand close together;
//   - forget.go clears what Go's runtime has only to print where a program
//     crashed, and buckets.go makes its table of functions simpler.
//
// The rest is what these need: module.go has the sections, instruction.go and
// body.go read and write the code of functions, functions.go finds the
// runtime's table.
//
// Names are those of the WebAssembly core specification. A form that is not
// known here is an error: better no engine than one that was guessed. A
// function of another shape than the compiler's is left as it is, for that is
// always right.
package wasmfile
