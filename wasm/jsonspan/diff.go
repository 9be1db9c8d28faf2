package jsonspan

import (
	"slices"
	"strconv"
)

// A Difference is a place where two values are not equal.
type Difference struct {
	Pointer string // JSON Pointer (RFC 6901) from the top of both
	A, B    Span   // the value there in each text; empty where there is none
}

// Diff returns where two texts, each one checked value, differ as JSON, under
// the equality of Equal: the deepest places, those of a in its order before
// those that only b has, object by object. Arrays are compared element by
// element. It returns nil if and only if the values are equal.
func Diff(a, b []byte) []Difference {
	d := differ{a: NewTree(a, Span{0, uint32(len(a))}), b: NewTree(b, Span{0, uint32(len(b))})}
	if len(d.a.Nodes) == 0 || len(d.b.Nodes) == 0 {
		return nil
	}
	d.todo = []diffPair{{up: -1}}
	for len(d.todo) > 0 {
		p := d.todo[len(d.todo)-1]
		d.todo = d.todo[:len(d.todo)-1]
		d.compare(p)
	}
	return d.found
}

type differ struct {
	a, b   *Tree
	todo   []diffPair // a stack: what comes first in the text lies on top
	opened []diffPair // the containers that were compared member by member
	path   []diffPair // room for pointer
	found  []Difference
}

const absent = ^uint32(0)

// A diffPair is a node of each tree, or absent, at the same place. Its pointer
// is only made when it is asked for: a deep text would have too many long ones.
type diffPair struct {
	a, b  uint32
	up    int32 // index in opened of the container, -1 at the top
	index int32 // its own in an array
}

func (d *differ) compare(p diffPair) {
	switch {
	case p.a == absent:
		d.found = append(d.found, Difference{Pointer: d.pointer(p), B: d.b.Nodes[p.b].Value})
		return
	case p.b == absent:
		d.found = append(d.found, Difference{Pointer: d.pointer(p), A: d.a.Nodes[p.a].Value})
		return
	}
	from := len(d.todo)
	switch kind := d.a.Nodes[p.a].Kind; {
	case kind == Object && d.b.Nodes[p.b].Kind == Object:
		d.opened = append(d.opened, p)
		d.objects(p)
	case kind == Array && d.b.Nodes[p.b].Kind == Array:
		d.opened = append(d.opened, p)
		d.arrays(p)
	case !Equal(d.a.Text(p.a), d.b.Text(p.b)):
		d.found = append(d.found, Difference{d.pointer(p), d.a.Nodes[p.a].Value, d.b.Nodes[p.b].Value})
	}
	slices.Reverse(d.todo[from:])
}

// push notes a pair in the container that was opened last.
func (d *differ) push(a, b uint32, index int) {
	d.todo = append(d.todo, diffPair{a, b, int32(len(d.opened) - 1), int32(index)})
}

func (d *differ) objects(p diffPair) {
	var members []Member
	var nodes []uint32
	for j := range d.b.Children(p.b) {
		members = append(members, d.b.Nodes[j].Member)
		nodes = append(nodes, j)
	}
	names := IndexNames(d.b.Src, members)
	met := make([]bool, len(nodes))
	for i := range d.a.Children(p.a) {
		j := absent
		if k := names.Find(d.a.Src, &d.a.Nodes[i].Member); k >= 0 {
			j, met[k] = nodes[k], true
		}
		d.push(i, j, 0)
	}
	for k, j := range nodes {
		if !met[k] {
			d.push(absent, j, 0)
		}
	}
}

func (d *differ) arrays(p diffPair) {
	i, j := p.a+1, p.b+1
	for n := 0; i < d.a.Nodes[p.a].Next || j < d.b.Nodes[p.b].Next; n++ {
		a, b := absent, absent
		if i < d.a.Nodes[p.a].Next {
			a, i = i, d.a.Nodes[i].Next
		}
		if j < d.b.Nodes[p.b].Next {
			b, j = j, d.b.Nodes[j].Next
		}
		d.push(a, b, n)
	}
}

// pointer returns the JSON Pointer of a pair.
func (d *differ) pointer(p diffPair) string {
	d.path = d.path[:0]
	for ; p.up >= 0; p = d.opened[p.up] {
		d.path = append(d.path, p)
	}
	var at []byte
	for _, p := range slices.Backward(d.path) {
		t, i := d.a, p.a
		if i == absent {
			t, i = d.b, p.b
		}
		if name := t.Nodes[i].Name; name.Len() > 0 {
			at = AppendPointer(at, Unquote(name.Of(t.Src)))
		} else {
			at = strconv.AppendInt(append(at, '/'), int64(p.index), 10)
		}
	}
	return string(at)
}
