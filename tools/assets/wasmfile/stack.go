package wasmfile

// Go keeps its own stack in memory. The local $sp, a copy of the global of that
// name, says where; both only change together. The compiler takes the address
// of a place on the stack as that of any pointer, in 64 bits:
//
//	local.get $sp  i64.extend_i32_u  i64.const N  i64.add  i32.wrap_i64
//
// Of the sum, the upper half is cut off, so it can be made of the lower halves:
//
//	local.get $sp  i32.const N  i32.add
//
// And where that is only for a store, the store has an offset for it. It is not
// the same where the sum is beyond 32 bits; but no frame of the stack reaches
// there, and the compiler itself makes loads from the stack so.
//
// When a function returns, it takes away its frame and then the address of the
// caller. That is one addition, and nobody reads the local any more.

const (
	sp          = 1 // the local
	globalSP    = 0
	largeOffset = 1 << 20 // more than is left to a store

	globalGet  = 0x23
	globalSet  = 0x24
	i64Const   = 0x42
	i32Add     = 0x6a
	i64Add     = 0x7c
	i32Wrap    = 0xa7
	i64Extend  = 0xad // i64.extend_i32_u
	ret        = 0x0f
	firstStore = 0x36
	lastStore  = 0x3e
)

// addressStack shortens the code that addresses the stack.
func addressStack(code []instruction) []instruction {
	if !hasSP(code) {
		return code
	}
	var out []instruction
	for i := 0; i < len(code); i++ {
		c := code[i:]
		switch {
		case like(c, localGet, i64Extend, i64Const, i64Add, i32Wrap) && c[0].immediate == sp:
			n := int64(int32(c[2].immediate))
			if store := storeOf(c[5:]); store > 0 && n >= 0 && n < largeOffset {
				code[i+5+store] = c[5+store].further(n)
				out = append(out, c[0])
			} else {
				out = append(out, c[0], number(i32Const, n), numeric(i32Add))
			}
			i += 4
		case addsToSP(c) && addsToSP(c[5:]) && like(c[10:], i32Const, ret):
			code[i+6] = number(i32Const, int64(int32(c[1].immediate+c[6].immediate)))
			i += 4
		case addsToSP(c) && like(c[5:], i32Const, ret):
			out = append(out, c[:3]...)
			i += 3
		default:
			out = append(out, c[0])
		}
	}
	return out
}

// addsToSP reports whether the code begins with adding a number to $sp.
func addsToSP(code []instruction) bool {
	return like(code, localGet, i32Const, i32Add, localTee, globalSet) &&
		code[0].immediate == sp && code[3].immediate == sp && code[4].immediate == globalSP
}

// hasSP reports whether the function begins with $sp as a copy of the global.
func hasSP(code []instruction) bool {
	return len(code) > 2 && code[0].is(globalGet, globalSP) && code[1].is(localSet, sp)
}

func like(code []instruction, opcodes ...byte) bool {
	if len(code) < len(opcodes) {
		return false
	}
	for i, o := range opcodes {
		if code[i].opcode != o {
			return false
		}
	}
	return true
}

func number(opcode byte, n int64) instruction {
	return instruction{opcode: opcode, immediate: n, raw: appendSigned([]byte{opcode}, n)}
}

func numeric(opcode byte) instruction { return instruction{opcode: opcode, raw: []byte{opcode}} }

// further is a store with n more in its offset.
func (i instruction) further(n int64) instruction {
	r := reader{i.raw, 1}
	align := r.unsigned()
	offset := r.unsigned()
	i.raw = appendUnsigned(appendUnsigned([]byte{i.opcode}, align), offset+uint64(n))
	return i
}

// storeOf returns the place of the store whose address was pushed just before
// this code, or -1 if something else may take it.
func storeOf(code []instruction) int {
	height := 0 // of what is pushed above the address
	for i, c := range code {
		if height == 1 && c.opcode >= firstStore && c.opcode <= lastStore {
			return i
		}
		pops, pushes := effect(c.opcode)
		if pushes < 0 || pops > height {
			return -1
		}
		height += pushes - pops
	}
	return -1
}

// effect says how many values an instruction takes and leaves, of those that
// have no control flow and change no local; others leave -1.
func effect(opcode byte) (pops, pushes int) {
	switch {
	case opcode == localGet, opcode == globalGet, opcode >= i32Const && opcode <= 0x44:
		return 0, 1
	case opcode >= 0x28 && opcode <= 0x35, // loads
		opcode == 0x45, opcode == 0x50, // eqz
		opcode >= 0x67 && opcode <= 0x69, opcode >= 0x79 && opcode <= 0x7b, // clz, ctz, popcnt
		opcode >= 0x8b && opcode <= 0x91, opcode >= 0x99 && opcode <= 0x9f, // abs to sqrt
		opcode >= 0xa7 && opcode <= 0xc4: // conversions
		return 1, 1
	case opcode >= 0x46 && opcode <= 0xa6: // comparisons and arithmetic of two
		return 2, 1
	}
	return 0, -1
}
