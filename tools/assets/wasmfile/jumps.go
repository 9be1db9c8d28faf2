package wasmfile

// Go's compiler knows jumps from anywhere to anywhere, and WebAssembly does
// not. So the compiler writes a function as basic blocks in a row, each behind
// the end of a construct, and one loop around all of them that begins with a
// dispatch:
//
//	loop
//	  block block block ...         one for each basic block
//	  local.get $pc  br_table ...   to the end of the block before it
//	  end  (basic block 0)
//	  end  (basic block 1)
//	  ...
//	end
//
// The local $pc is the function's parameter: a caller that resumes a function
// after its stack was unwound says where. And each jump, be it over one
// instruction, sets $pc and goes through the dispatch:
//
//	i32.const N  local.set $pc  br $loop
//
// If basic block N is further down, then the block before it is still open, and
// the jump can branch to its end. Then $pc does not become N, but nobody asks:
// it is read in the dispatch alone, and whoever comes there has set it. That
// they do, and that $pc has no other use, is checked for each function; one
// where it is not so is left as it is.
//
// Jumps upwards keep the dispatch.

// A dispatch is the head of a function's loop.
type dispatch struct {
	loop    *construct
	targets []*construct // what $pc leads to, its last for all higher ones
	at      int          // where br_table stands
}

const pc = 0 // the local

// directJumps makes jumps direct where it can.
func directJumps(code []instruction) []instruction {
	d, ok := findDispatch(code)
	if !ok {
		return code
	}
	code = branchForward(code, d)
	code = branchConditionally(code, d)
	return dropLoop(code, d.loop)
}

// findDispatch finds the dispatch and holds that the function uses $pc as is
// said above.
func findDispatch(code []instruction) (dispatch, bool) {
	var d dispatch
	for i := range code {
		if code[i].opcode == brTable {
			if d.at > 0 {
				return d, false
			}
			d.at = i
			d.targets = code[i].table
		}
	}
	first := d.at - 1
	if first < 1 || !code[first].is(localGet, pc) {
		return d, false
	}
	blocks := map[*construct]bool{}
	for first--; first >= 0 && code[first].begins(block); first-- {
		blocks[code[first].construct] = true
	}
	if first < 0 || !code[first].begins(loop) {
		return d, false
	}
	d.loop = code[first].construct
	for _, t := range d.targets {
		if !blocks[t] {
			return d, false
		}
	}
	for i, c := range code {
		switch {
		case c.is(localTee, pc),
			c.is(localGet, pc) && i != d.at-1 && !readsItsOwn(code, i),
			(c.opcode == br || c.opcode == brIf) && c.construct == d.loop && !setsBefore(code, i):
			return d, false
		}
	}
	return d, true
}

// readsItsOwn reports whether $pc is read at i as it was just set: calls of
// function values keep an index in it for a moment.
func readsItsOwn(code []instruction, i int) bool {
	return i >= 2 && code[i-2].is(localSet, pc) && code[i-1].opcode == i32Const
}

// setsBefore reports whether $pc is set to a constant just before i.
func setsBefore(code []instruction, i int) bool {
	return i >= 2 && code[i-2].opcode == i32Const && code[i-1].is(localSet, pc)
}

// branchForward makes branches of the jumps downwards.
func branchForward(code []instruction, d dispatch) []instruction {
	var out []instruction
	ended := map[*construct]bool{}
	for i, c := range code {
		if c.opcode == end {
			ended[c.construct] = true
		}
		if c.opcode == br && c.construct == d.loop {
			n := min(uint64(uint32(code[i-2].immediate)), uint64(len(d.targets)-1))
			if target := d.targets[n]; !ended[target] {
				out = append(out[:len(out)-2], instruction{opcode: br, construct: target})
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// branchConditionally makes br_if of branches that are alone in an if. A jump
// upwards sets $pc before: if it is not taken, that is nothing to anybody.
func branchConditionally(code []instruction, d dispatch) []instruction {
	var out []instruction
	for i := 0; i < len(code); i++ {
		if code[i].begins(if_) {
			n := 1 // instructions in the if
			if code[i+1].opcode == i32Const {
				n = 3
			}
			last := i + n
			if last+1 < len(code) && code[last].opcode == br && code[last+1].opcode == end && code[last].construct != code[i].construct &&
				(n == 1 || code[last].construct == d.loop) {
				out = append(out, code[i+1:last]...)
				out = append(out, instruction{opcode: brIf, construct: code[last].construct})
				i = last + 1
				continue
			}
		}
		out = append(out, code[i])
	}
	return out
}

// dropLoop takes the loop away if nobody branches to it any more.
func dropLoop(code []instruction, loop *construct) []instruction {
	for _, c := range code {
		if (c.opcode == br || c.opcode == brIf) && c.construct == loop {
			return code
		}
	}
	var out []instruction
	for _, c := range code {
		if c.construct != loop {
			out = append(out, c)
		}
	}
	return out
}

func (i instruction) is(opcode byte, immediate int64) bool {
	return i.opcode == opcode && i.immediate == immediate
}

// begins reports whether a construct without values begins.
func (i instruction) begins(opcode byte) bool {
	return i.opcode == opcode && i.construct.typ == empty
}
