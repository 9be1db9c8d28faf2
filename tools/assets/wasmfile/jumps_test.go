package wasmfile

import (
	"bytes"
	"strings"
	"testing"
)

var jumps = []struct{ name, before, after string }{
	{
		"a jump downwards, and nobody needs the loop",
		"loop block block block local.get 0 br_table 0 1 2 end call 1 i32.const 2 local.set 0 br 2 end call 2 end call 3 return end unreachable",
		"block block block local.get 0 br_table 0 1 2 end call 1 br 1 end call 2 end call 3 return unreachable",
	},
	{
		"a jump upwards",
		"loop block block local.get 0 br_table 0 1 end call 1 end i32.const 1 local.set 0 br 0 end unreachable",
		"loop block block local.get 0 br_table 0 1 end call 1 end i32.const 1 local.set 0 br 0 end unreachable",
	},
	{
		"a jump to a block that has just begun is upwards",
		"loop block block local.get 0 br_table 0 1 end i32.const 0 local.set 0 br 1 end end unreachable",
		"loop block block local.get 0 br_table 0 1 end i32.const 0 local.set 0 br 1 end end unreachable",
	},
	{
		"the table has several numbers for a block, and the last is for all higher ones",
		"loop block block block local.get 0 br_table 0 0 1 1 2 end i32.const 3 local.set 0 br 2 end i32.const 9 local.set 0 br 1 end return end unreachable",
		"block block block local.get 0 br_table 0 0 1 1 2 end br 0 end br 0 end return unreachable",
	},
	{
		"numbers are without sign",
		"loop block block local.get 0 br_table 0 1 end i32.const -1 local.set 0 br 1 end return end unreachable",
		"block block local.get 0 br_table 0 1 end br 0 end return unreachable",
	},
	{
		"conditional jumps, down and up",
		"loop block block local.get 0 br_table 0 1 end call 1 if i32.const 1 local.set 0 br 2 end call 2 if i32.const 0 local.set 0 br 2 end end return end unreachable",
		"loop block block local.get 0 br_table 0 1 end call 1 br_if 0 call 2 i32.const 0 local.set 0 br_if 1 end return end unreachable",
	},
	{
		"an if that does more",
		"loop block block local.get 0 br_table 0 1 end call 1 if call 2 i32.const 1 local.set 0 br 2 end call 1 if call 2 else i32.const 1 local.set 0 br 2 end end return end unreachable",
		"block block local.get 0 br_table 0 1 end call 1 if call 2 br 1 end call 1 if call 2 else br 1 end end return unreachable",
	},
	{
		"an if whose branch leads to its own end",
		"loop block block local.get 0 br_table 0 1 end call 1 if br 0 end end return end unreachable",
		"block block local.get 0 br_table 0 1 end call 1 if br 0 end end return unreachable",
	},
	{
		"unwinding, and the call of a function value",
		"block loop block block block local.get 0 br_table 0 1 2 end local.set 0 i32.const 0 local.get 0 call_indirect 0 0 br_if 3 end i32.const 2 local.set 0 br 1 end return end unreachable end i32.const 1",
		"block block block block local.get 0 br_table 0 1 2 end local.set 0 i32.const 0 local.get 0 call_indirect 0 0 br_if 2 end br 0 end return unreachable end i32.const 1",
	},
}

func TestDirectJumps(t *testing.T) {
	for _, test := range jumps {
		function := append([]byte{1, 2, 0x7f}, assemble(t, test.before)...) // two locals of type i32
		got, err := improveFunction(function)
		if err != nil || !bytes.Equal(got[:3], function[:3]) || text(t, got[3:]) != test.after {
			t.Errorf("%s: %v\n  was  %s\n  got  %s\n  want %s", test.name, err, test.before, text(t, got[3:]), test.after)
			continue
		}
		if again, err := improveFunction(got); err != nil || !bytes.Equal(again, got) {
			t.Errorf("%s: a second time: %v\n  %s", test.name, err, text(t, again[3:]))
		}
	}
}

// Functions of another shape than the compiler's: each would be another
// function if its jumps were made direct, or nobody can tell.
func TestLeftAsTheyAre(t *testing.T) {
	const head, jump, tail = "loop block block local.get 0 br_table 0 1 end ", "call 1 if i32.const 1 local.set 0 br 2 end ", "end return end unreachable"
	if got, err := improveFunction(append([]byte{0}, assemble(t, head+jump+tail)...)); err != nil || text(t, got[1:]) == head+jump+tail {
		t.Fatalf("the pattern itself is not improved: %v", err)
	}
	for name, body := range map[string]string{
		"no dispatch":                 "loop block " + jump + "end end",
		"two tables":                  head + jump + "call 1 br_table 0 1 " + tail,
		"a dispatch by another local": strings.Replace(head, "local.get 0", "local.get 1", 1) + jump + tail,
		"no loop":                     "block block block local.get 0 br_table 0 1 end " + jump + tail,
		"a table that leads outwards": strings.Replace(head, "br_table 0 1", "br_table 0 1 2", 1) + jump + tail,
		"something before the table":  "loop block call 2 block local.get 0 br_table 0 1 end " + jump + tail,
		"$pc is read":                 head + jump + "local.get 0 drop " + tail,
		"$pc is read later":           head + "call 1 local.set 0 call 2 local.get 0 drop " + jump + tail,
		"$pc is set and kept":         head + "call 1 local.tee 0 drop " + jump + tail,
		"$pc is not set":              head + jump + "br 1 " + tail,
		"$pc is set to a result":      head + jump + "call 1 local.set 0 br 1 " + tail,
		"the loop begins again":       head + jump + "call 1 br_if 1 " + tail,
	} {
		got, err := improveFunction(append([]byte{0}, assemble(t, body)...))
		if err != nil || text(t, got[1:]) != strings.Join(strings.Fields(body), " ") {
			t.Errorf("%s: %v\n  was %s\n  got %s", name, err, body, text(t, got[1:]))
		}
	}
}

func TestForm(t *testing.T) {
	for want, body := range map[string][]byte{
		"not known here: 0xd0":                   {0xd0, 0x70, end},
		"not known here: 0xfc 8":                 {0xfc, 8, 0, 0, end},
		"in the middle of an instruction":        {i32Const, 0x80},
		"ends in the middle":                     {block, 0x40, end},
		"goes on behind its end":                 {end, end},
		"construct that is not open":             {br, 1, end},
		"a branch to a construct that is not op": {block, 0x40, else_, end, end},
	} {
		if _, err := improveFunction(append([]byte{0}, body...)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%x: %v, want %q", body, err, want)
		}
	}
	b := &construct{opcode: block, typ: empty}
	begin, finish := instruction{opcode: block, construct: b}, instruction{opcode: end, construct: b}
	last := instruction{opcode: end, construct: &construct{}}
	for name, code := range map[string][]instruction{
		"a block that does not end":            {begin, last},
		"an end of nothing":                    {finish, last},
		"a branch behind the end of its block": {begin, finish, {opcode: br, construct: b}, last},
		"a table, too":                         {begin, finish, {opcode: brTable, table: []*construct{b}}, last},
		"an end before the end":                {last, last},
	} {
		if body, err := encode(code); err == nil {
			t.Errorf("%s is taken: %x", name, body)
		}
	}
}
