package wasmfile

import (
	"bytes"
	"strings"
	"testing"
)

func TestAddressStack(t *testing.T) {
	const head, address = "global.get 0 local.set 1 ", "local.get 1 i64.extend_i32_u i64.const 24 i64.add i32.wrap_i64 "
	for _, test := range []struct{ name, before, after string }{
		{
			"a store",
			address + "i64.const 5 i64.store 3 0",
			"local.get 1 i64.const 5 i64.store 3 24",
		},
		{
			"a store of what is computed and loaded, with an offset",
			address + "local.get 1 i64.load 3 8 local.get 2 i64.add i64.store 3 16",
			"local.get 1 local.get 1 i64.load 3 8 local.get 2 i64.add i64.store 3 40",
		},
		{
			"the address is the value that another store writes",
			"local.get 2 " + address + "i64.store 3 0",
			"local.get 2 local.get 1 i32.const 24 i32.add i64.store 3 0",
		},
		{
			"an address for a load",
			address + "i64.load 3 0 drop",
			"local.get 1 i32.const 24 i32.add i64.load 3 0 drop",
		},
		{
			"an address, and a call before the store",
			address + "i32.const 0 call 3 i64.store 3 0",
			"local.get 1 i32.const 24 i32.add i32.const 0 call 3 i64.store 3 0",
		},
		{
			"two stores, one for the value of the other",
			address + address + "i64.load 3 0 i64.store 3 1",
			"local.get 1 local.get 1 i32.const 24 i32.add i64.load 3 0 i64.store 3 25",
		},
		{
			"downwards",
			strings.Replace(address, "24", "-8", 1) + "i64.const 5 i64.store 3 0",
			"local.get 1 i32.const -8 i32.add i64.const 5 i64.store 3 0",
		},
		{
			"an address of 64 bits, and of something else",
			"local.get 1 i64.extend_i32_u i64.const 24 i64.add drop " + strings.Replace(address, "get 1", "get 2", 1) + "drop",
			"local.get 1 i64.extend_i32_u i64.const 24 i64.add drop " + strings.Replace(address, "get 1", "get 2", 1) + "drop",
		},
		{
			"returns",
			"local.get 1 i32.const 40 i32.add local.tee 1 global.set 0 local.get 1 i32.const 8 i32.add local.tee 1 global.set 0 i32.const 0 return",
			"local.get 1 i32.const 48 i32.add global.set 0 i32.const 0 return",
		},
		{
			"a return without a frame",
			"local.get 1 i32.const 8 i32.add local.tee 1 global.set 0 i32.const 1 return",
			"local.get 1 i32.const 8 i32.add global.set 0 i32.const 1 return",
		},
		{
			"a call at the end",
			"local.get 1 i32.const 8 i32.add local.tee 1 global.set 0 i32.const 0 call 3 return",
			"local.get 1 i32.const 8 i32.add local.tee 1 global.set 0 i32.const 0 call 3 return",
		},
	} {
		for begin, want := range map[string]string{head: head + test.after, "local.get 0 drop ": "local.get 0 drop " + test.before} {
			body := append([]byte{0}, assemble(t, begin+test.before)...)
			got, err := improveFunction(body)
			if err != nil || text(t, got[1:]) != strings.Join(strings.Fields(want), " ") {
				t.Errorf("%s: %v\n  was  %s\n  got  %s\n  want %s", test.name, err, begin+test.before, text(t, got[1:]), want)
			} else if again, _ := improveFunction(got); !bytes.Equal(again, got) {
				t.Errorf("%s: again: %s", test.name, text(t, again[1:]))
			}
		}
	}
}

// What effect says is what an instruction does to the stack: of each kind, one.
func TestEffect(t *testing.T) {
	for opcode, want := range map[byte][2]int{
		0x00: {0, -1}, block: {0, -1}, call: {0, -1}, 0x1a: {0, -1}, 0x1b: {0, -1}, localGet: {0, 1}, localSet: {0, -1}, localTee: {0, -1},
		globalGet: {0, 1}, globalSet: {0, -1}, 0x28: {1, 1}, 0x35: {1, 1}, 0x36: {0, -1}, 0x3e: {0, -1}, 0x3f: {0, -1}, 0x40: {0, -1},
		i32Const: {0, 1}, 0x44: {0, 1}, 0x45: {1, 1}, 0x46: {2, 1}, 0x4f: {2, 1}, 0x50: {1, 1}, 0x51: {2, 1}, 0x66: {2, 1},
		0x67: {1, 1}, 0x69: {1, 1}, 0x6a: {2, 1}, 0x78: {2, 1}, 0x79: {1, 1}, 0x7b: {1, 1}, 0x7c: {2, 1}, 0x8a: {2, 1},
		0x8b: {1, 1}, 0x91: {1, 1}, 0x92: {2, 1}, 0x98: {2, 1}, 0x99: {1, 1}, 0x9f: {1, 1}, 0xa0: {2, 1}, 0xa6: {2, 1}, 0xa7: {1, 1}, 0xc4: {1, 1}, 0xfc: {0, -1},
	} {
		if pops, pushes := effect(opcode); [2]int{pops, pushes} != want {
			t.Errorf("%#02x: %d, %d; want %v", opcode, pops, pushes, want)
		}
	}
}
