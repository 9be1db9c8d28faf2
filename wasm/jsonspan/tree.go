package jsonspan

// A Node is one value of a Tree.
type Node struct {
	Member        // Value, and Name when the value is a member of an object
	Kind   Kind   // the kind of the value
	Next   uint32 // index of the first node behind this one and all below it
}

// A Tree is a checked value with everything in it, in the order of the text:
// a container's node comes before its children's. Nodes[0] is the value.
type Tree struct {
	Src   []byte
	Nodes []Node
}

// NewTree records the value at v of a checked text.
func NewTree(src []byte, v Span) *Tree {
	t := &Tree{Src: src}
	var open []uint32
	var next Member
	for i := int(v.Start); i < int(v.End); {
		switch c := src[i]; c {
		case ' ', '\t', '\r', '\n', ',':
			i++
			continue
		case '}', ']':
			i++
			n := &t.Nodes[open[len(open)-1]]
			n.Value.End = uint32(i)
			n.Next = uint32(len(t.Nodes))
			open = open[:len(open)-1]
			continue
		case '"':
			end, escaped := scanString(src, i+1)
			if len(open) > 0 && t.Nodes[open[len(open)-1]].Kind == Object && next.Name.End == 0 {
				next.Name = Span{uint32(i), uint32(end + 1)}
				next.escaped = escaped
				next.hash = hashName(src[i+1:end], escaped)
				i = skipSpace(src, end+1) + 1
				continue
			}
		}
		n := Node{Member: next, Kind: kindOfByte(src[i]), Next: uint32(len(t.Nodes) + 1)}
		next = Member{}
		n.Value.Start = uint32(i)
		if n.Kind == Object || n.Kind == Array {
			open = append(open, uint32(len(t.Nodes)))
			i++
		} else {
			i = skipValue(src, i)
		}
		n.Value.End = uint32(i)
		t.Nodes = append(t.Nodes, n)
	}
	return t
}

// Children yields the indexes of the nodes directly below node i, in order.
func (t *Tree) Children(i uint32) func(yield func(uint32) bool) {
	return func(yield func(uint32) bool) {
		for j := i + 1; j < t.Nodes[i].Next; j = t.Nodes[j].Next {
			if !yield(j) {
				return
			}
		}
	}
}

// Text returns the bytes of node i's value.
func (t *Tree) Text(i uint32) []byte { return t.Nodes[i].Value.Of(t.Src) }
