package wasmfile

import "errors"

// decode reads the body of a function.
func decode(body []byte) ([]instruction, error) {
	r := reader{body, 0}
	open := []*construct{{}}
	label := func() *construct { // 0 is the innermost
		n := r.unsigned()
		if r.at < 0 || n >= uint64(len(open)) {
			return nil
		}
		return open[len(open)-1-int(n)]
	}
	var code []instruction
	for len(open) > 0 {
		if r.at < 0 || r.at == len(body) {
			return nil, errTruncated
		}
		start := r.at
		i := instruction{opcode: r.byte()}
		inner := open[len(open)-1]
		switch i.opcode {
		case block, loop, if_:
			i.construct = &construct{opcode: i.opcode, typ: r.signed()}
			open = append(open, i.construct)
		case else_:
			if inner.opcode != if_ {
				return nil, errBranch
			}
			i.construct = inner
		case end:
			i.construct = inner
			open = open[:len(open)-1]
		case br, brIf:
			if i.construct = label(); i.construct == nil {
				return nil, errBranch
			}
		case brTable:
			n := r.unsigned()
			if r.at < 0 || n > uint64(len(body)) {
				return nil, errTruncated
			}
			for range n + 1 {
				c := label()
				if c == nil {
					return nil, errBranch
				}
				i.table = append(i.table, c)
			}
		default:
			var err error
			if i.immediate, err = r.immediates(i.opcode); err != nil {
				return nil, err
			}
			i.raw = body[start:r.at]
		}
		code = append(code, i)
	}
	if r.at != len(body) {
		return nil, errors.New("the code goes on behind its end")
	}
	return code, nil
}

var errBranch = errors.New("a branch to a construct that is not open")

// encode writes the body of a function. It holds the form: what begins ends,
// and a branch leads to what is open where it stands.
func encode(code []instruction) ([]byte, error) {
	var body []byte
	var open []*construct
	enter := func(c *construct) {
		c.depth = len(open)
		open = append(open, c)
	}
	isOpen := func(c *construct) bool { return c.depth < len(open) && open[c.depth] == c }
	label := func(c *construct) uint64 { return uint64(len(open) - 1 - c.depth) }

	enter(code[len(code)-1].construct)
	for _, i := range code {
		if len(open) == 0 {
			return nil, errBranch
		}
		if i.raw != nil {
			body = append(body, i.raw...)
			continue
		}
		body = append(body, i.opcode)
		switch i.opcode {
		case block, loop, if_:
			body = appendSigned(body, i.construct.typ)
			enter(i.construct)
		case else_, end:
			if open[len(open)-1] != i.construct {
				return nil, errBranch
			}
			if i.opcode == end {
				open = open[:len(open)-1]
			}
		case br, brIf:
			if !isOpen(i.construct) {
				return nil, errBranch
			}
			body = appendUnsigned(body, label(i.construct))
		case brTable:
			body = appendUnsigned(body, uint64(len(i.table)-1))
			for _, c := range i.table {
				if !isOpen(c) {
					return nil, errBranch
				}
				body = appendUnsigned(body, label(c))
			}
		}
	}
	if len(open) != 0 {
		return nil, errBranch
	}
	return body, nil
}
