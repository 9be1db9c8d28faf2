package wasmfile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// randomFunction writes a function as the compiler does: basic blocks that
// leave a trace, and jumps among them that are taken or not.
func randomFunction(r *rand.Rand) (text string, numbers int) {
	blocks := 2 + r.IntN(6)
	var table []string
	for b := range blocks {
		for range 1 + r.IntN(2) { // several numbers for a block
			table = append(table, fmt.Sprint(b))
		}
	}
	unwinds := r.IntN(2) == 1
	text = "loop " + strings.Repeat("block ", blocks) + "local.get 0 br_table " + strings.Join(table, " ") + " end"
	for b := range blocks {
		jump := func(ifs int) string {
			return fmt.Sprintf(" i32.const %d local.set 0 br %d", r.IntN(len(table)), blocks-1-b+ifs)
		}
		text += fmt.Sprintf(" call %d", b+1)
		for range r.IntN(3) {
			switch r.IntN(5) {
			case 0:
				text += " call 0 if" + jump(1) + " end"
			case 1:
				text += " call 0 i32.eqz if" + jump(1) + " end"
			case 2:
				text += " call 0 if call 20" + jump(1) + " else call 21 end"
			case 3:
				text += " call 0 local.set 0 i32.const 0 local.get 0 drop drop call 22"
			case 4:
				if unwinds {
					text += fmt.Sprintf(" call 0 br_if %d", blocks-b)
				}
			}
		}
		text += []string{"", jump(0), " return"}[r.IntN(3)]
		if b < blocks-1 {
			text += " end"
		}
	}
	text += " return end unreachable"
	if unwinds {
		text = "block " + text + " end call 23"
	}
	return text, len(table)
}

// run interprets a body from $pc on, for so many steps. call 0 takes a value
// from the tape, other calls leave their number in the trace, and an end leaves
// a negative one.
func run(code []instruction, pc int64, tape []bool, steps int) (trace []int64) {
	begins, ends, elses := map[*construct]int{}, map[*construct]int{}, map[*construct]int{}
	for at, i := range code {
		switch i.opcode {
		case block, loop, if_:
			begins[i.construct] = at
		case else_:
			elses[i.construct] = at
		case end:
			ends[i.construct] = at
		}
	}
	var stack []int64
	pop := func() int64 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		return v
	}
	heights := map[*construct]int{} // of the stack where a construct begins
	at := 0
	branch := func(c *construct) {
		stack = stack[:heights[c]]
		if at = ends[c] + 1; c.opcode == loop {
			at = begins[c] + 1
		}
	}
	for ; steps > 0; steps-- {
		if at == len(code) {
			return append(trace, -4)
		}
		i := code[at]
		at++
		switch i.opcode {
		case 0x00:
			return append(trace, -1)
		case 0x0f:
			return append(trace, -2)
		case 0x1a:
			pop()
		case 0x45:
			stack = append(stack, map[bool]int64{true: 1}[pop() == 0])
		case call:
			if i.immediate > 0 {
				trace = append(trace, i.immediate)
			} else if len(tape) == 0 {
				return append(trace, -3)
			} else {
				stack = append(stack, map[bool]int64{true: 1}[tape[0]])
				tape = tape[1:]
			}
		case i32Const:
			stack = append(stack, i.immediate)
		case localGet:
			stack = append(stack, pc)
		case localSet:
			pc = pop()
		case block, loop:
			heights[i.construct] = len(stack)
		case if_:
			v := pop()
			heights[i.construct] = len(stack)
			if e, ok := elses[i.construct]; v == 0 && ok {
				at = e + 1
			} else if v == 0 {
				at = ends[i.construct] + 1
			}
		case else_:
			at = ends[i.construct] + 1
		case br:
			branch(i.construct)
		case brIf:
			if pop() != 0 {
				branch(i.construct)
			}
		case brTable:
			branch(i.table[min(int(uint32(pop())), len(i.table)-1)])
		}
	}
	return trace
}

// A random function does the same before and after, whichever way its
// conditions go, and wherever it is resumed.
func TestRandom(t *testing.T) {
	direct := 0
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 1))
		before, numbers := randomFunction(r)
		function := append([]byte{0}, assemble(t, before)...)
		got, err := improveFunction(function)
		if err != nil {
			t.Fatalf("%v: %s", err, before)
		}
		after := text(t, got[1:])
		direct += strings.Count(before, "local.set") - strings.Count(after, "local.set")
		if again, err := improveFunction(got); err != nil || text(t, again[1:]) != after {
			t.Fatalf("again: %v\n%s\n%s", err, after, text(t, again[1:]))
		}
		one, _ := decode(function[1:])
		other, _ := decode(got[1:])
		for range 10 {
			tape := make([]bool, 30)
			for i := range tape {
				tape[i] = r.IntN(2) == 0
			}
			pc := int64(r.IntN(numbers + 1))
			const steps = 1000 // without the tape, loops do not end
			a, b := run(one, pc, tape, steps), run(other, pc, tape, steps)
			n := min(len(a), len(b)) // the shorter way gets further in as many steps; what ended says so
			if !slices.Equal(a[:n], b[:n]) {
				t.Fatalf("from %d\n  %s\n  %v\n  %s\n  %v", pc, before, a, after, b)
			}
		}
	}
	if direct < 1000 {
		t.Errorf("%d jumps became direct", direct)
	}
}
