package wasmfile

import (
	"errors"
	"fmt"
)

// The instructions that the rewriting is about (core specification, 5.4).
const (
	block   = 0x02
	loop    = 0x03
	if_     = 0x04
	else_   = 0x05
	end     = 0x0b
	br      = 0x0c
	brIf    = 0x0d
	brTable = 0x0e
	call    = 0x10

	localGet = 0x20
	localSet = 0x21
	localTee = 0x22
	i32Const = 0x41
)

// An instruction is one of a body. What it refers to in the body is a pointer,
// so that instructions may come and go around it; encode makes numbers again.
type instruction struct {
	opcode    byte
	raw       []byte       // as it was read, of those which refer to no construct
	immediate int64        // of i32.const, a local, or the function of call
	construct *construct   // that it begins, parts, ends or branches to
	table     []*construct // that br_table branches to, the default last
}

// A construct is a block, a loop, an if, or the whole body (opcode 0).
type construct struct {
	opcode byte
	typ    int64 // the block type
	depth  int   // how many constructs are around it, while it is open
}

const empty = -0x40 // the block type of a construct that takes and leaves no value

var errTruncated = errors.New("the code ends in the middle of an instruction")

// immediates reads what stands behind an opcode that refers to no construct.
// It has those that Go's compiler uses; others are an error.
func (r *reader) immediates(opcode byte) (first int64, err error) {
	switch {
	case opcode <= 0x01, opcode == 0x0f, opcode == 0x1a, opcode == 0x1b, // unreachable, nop; return; drop; select
		opcode >= 0x45 && opcode <= 0xc4: // numeric instructions
	case opcode == call, opcode >= localGet && opcode <= 0x24: // local and global instructions
		first = int64(r.unsigned())
	case opcode == 0x11, // call_indirect: type and table
		opcode >= 0x28 && opcode <= 0x3e: // loads and stores: alignment and offset
		r.unsigned()
		r.unsigned()
	case opcode == 0x3f, opcode == 0x40: // memory.size, memory.grow
		r.byte()
	case opcode == i32Const, opcode == 0x42: // i64.const
		first = r.signed()
	case opcode == 0x43: // f32.const
		r.bytes(4)
	case opcode == 0x44: // f64.const
		r.bytes(8)
	case opcode == 0xfc:
		switch second := r.unsigned(); {
		case second <= 7: // saturating truncations
		case second == 10: // memory.copy
			r.byte()
			r.byte()
		case second == 11: // memory.fill
			r.byte()
		default:
			return 0, fmt.Errorf("an instruction that is not known here: 0xfc %d", second)
		}
	default:
		return 0, fmt.Errorf("an instruction that is not known here: %#02x", opcode)
	}
	if r.at < 0 {
		return 0, errTruncated
	}
	return first, nil
}
