package wasmtest

import _ "embed"

// Links is a script for Node, beside engine.wasm, exports.js and wasm_exec.js,
// that opens hostile links: bombs, noise, noise in the shape of a link, good links
// with some noise in them. It prints a [LinksReport].
//
//go:embed links.mjs
var Links []byte

// LinksReport is what came of the links.
type LinksReport struct {
	Slowest struct {
		MS         float64 // of several runs the best
		Code, Link string  // the error's code, or "", and how the link begins
	}
	Opened  int
	Longest int            // answer, in characters
	Memory  int            // bytes that the engine has at the end
	Codes   map[string]int // how often each error was the answer, or none: ""
}
