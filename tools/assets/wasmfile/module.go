package wasmfile

import (
	"errors"
	"fmt"
	"slices"
)

var errModule = errors.New("the compiler made a module of another form than expected")

// Improve returns a module that does the same. To improve it again changes
// nothing.
func Improve(module []byte) ([]byte, error) {
	if len(module) < 8 || string(module[:8]) != "\x00asm\x01\x00\x00\x00" {
		return nil, errModule
	}
	out := slices.Clone(module[:8])
	for r := (reader{module, 8}); r.at < len(module); {
		id := r.byte()
		section := r.bytes(r.unsigned())
		if r.at < 0 {
			return nil, errModule
		}
		var err error
		switch id {
		case codeSection:
			section, err = improveCode(section)
		case dataSection:
			section, err = rewriteData(section)
		}
		if err != nil {
			return nil, err
		}
		out = appendSized(append(out, id), section)
	}
	return out, nil
}

// The ids of sections (core specification, section 5.5.2).
const (
	codeSection = 10
	dataSection = 11
)

// improveCode rewrites the functions of a code section (5.5.13).
func improveCode(section []byte) ([]byte, error) {
	r := reader{section, 0}
	count := r.unsigned()
	out := appendUnsigned(nil, count)
	for i := range count {
		function := r.bytes(r.unsigned())
		if r.at < 0 {
			return nil, errModule
		}
		function, err := improveFunction(function)
		if err != nil {
			return nil, fmt.Errorf("function %d: %w", i, err)
		}
		out = appendSized(out, function)
	}
	if r.at != len(section) {
		return nil, errModule
	}
	return out, nil
}

// improveFunction rewrites a function: its locals, which stay, and its body.
func improveFunction(function []byte) ([]byte, error) {
	r := reader{function, 0}
	for range r.unsigned() {
		r.unsigned() // how many locals
		r.byte()     // of which type
		if r.at < 0 {
			return nil, errModule
		}
	}
	if r.at < 0 {
		return nil, errModule
	}
	locals, body := function[:r.at], function[r.at:]
	code, err := decode(body)
	if err != nil {
		return nil, err
	}
	body, err = encode(addressStack(directJumps(code)))
	if err != nil {
		return nil, err
	}
	return append(slices.Clone(locals), body...), nil
}
