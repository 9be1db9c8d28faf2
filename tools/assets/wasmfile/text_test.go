package wasmfile

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// Bodies are written in tests as in the specification's text format, with
// numbers for labels. Constructs have no values.

var names = map[string]byte{
	"unreachable": 0x00, "block": block, "loop": loop, "if": if_, "else": else_, "end": end,
	"br": br, "br_if": brIf, "br_table": brTable, "return": 0x0f, "call": call, "call_indirect": 0x11, "drop": 0x1a,
	"local.get": localGet, "local.set": localSet, "local.tee": localTee,
	"i32.const": i32Const, "i32.eqz": 0x45, "i32.add": i32Add, "i32.wrap_i64": i32Wrap,
	"i64.const": i64Const, "i64.add": i64Add, "i64.extend_i32_u": i64Extend, "i64.load": 0x29, "i64.store": 0x37,
	"global.get": globalGet, "global.set": globalSet,
}

// assemble makes the body of a text; its last end is added.
func assemble(t *testing.T, text string) []byte {
	t.Helper()
	var body []byte
	tables := 0
	words := strings.Fields(text)
	for i, w := range words {
		if opcode, ok := names[w]; ok {
			body = append(body, opcode)
			switch opcode {
			case block, loop, if_:
				body = appendSigned(body, empty)
			case brTable:
				for tables = 0; i+tables+1 < len(words) && words[i+tables+1][0] <= '9'; tables++ {
				}
				body = appendUnsigned(body, uint64(tables-1))
			}
			continue
		}
		n, err := strconv.ParseInt(w, 10, 64)
		if err != nil {
			t.Fatalf("there is no %q", w)
		}
		body = appendSigned(body, n) // up to 63 it is the same unsigned
	}
	return append(body, end)
}

// text is the reverse.
func text(t *testing.T, body []byte) string {
	t.Helper()
	code, err := decode(body)
	if err != nil {
		t.Fatalf("%v: %x", err, body)
	}
	var words []string
	depth := 0
	open := map[*construct]int{code[len(code)-1].construct: 0}
	for _, i := range code[:len(code)-1] {
		w := fmt.Sprintf("?%x", i.raw)
		for name, opcode := range names {
			if opcode == i.opcode {
				w = name
			}
		}
		switch i.opcode {
		case block, loop, if_:
			depth++
			open[i.construct] = depth
		case end:
			depth--
		case br, brIf:
			w += fmt.Sprintf(" %d", depth-open[i.construct])
		case brTable:
			for _, c := range i.table {
				w += fmt.Sprintf(" %d", depth-open[c])
			}
		case call, localGet, localSet, localTee, i32Const, i64Const, globalGet, globalSet:
			w += fmt.Sprintf(" %d", i.immediate)
		case 0x11, 0x29, 0x37: // two numbers: types, or alignment and offset
			r := reader{i.raw, 1}
			w += fmt.Sprintf(" %d %d", r.unsigned(), r.unsigned())
		}
		words = append(words, w)
	}
	return strings.Join(words, " ")
}
