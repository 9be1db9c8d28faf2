package jsonspan

import "strconv"

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
	d.todo = []diffPair{{0, 0, ""}}
	for len(d.todo) > 0 {
		p := d.todo[len(d.todo)-1]
		d.todo = d.todo[:len(d.todo)-1]
		d.compare(p)
	}
	return d.found
}

type differ struct {
	a, b  *Tree
	todo  []diffPair // a stack: what comes first in the text lies on top
	found []Difference
}

const absent = ^uint32(0)

// A diffPair is a node of each tree, or absent, at the same place.
type diffPair struct {
	a, b uint32
	at   string
}

func (d *differ) compare(p diffPair) {
	switch {
	case p.a == absent:
		d.found = append(d.found, Difference{Pointer: p.at, B: d.b.Nodes[p.b].Value})
		return
	case p.b == absent:
		d.found = append(d.found, Difference{Pointer: p.at, A: d.a.Nodes[p.a].Value})
		return
	}
	from := len(d.todo)
	switch kind := d.a.Nodes[p.a].Kind; {
	case kind == Object && d.b.Nodes[p.b].Kind == Object:
		d.objects(p)
	case kind == Array && d.b.Nodes[p.b].Kind == Array:
		d.arrays(p)
	case !Equal(d.a.Text(p.a), d.b.Text(p.b)):
		d.found = append(d.found, Difference{p.at, d.a.Nodes[p.a].Value, d.b.Nodes[p.b].Value})
	}
	for i, j := from, len(d.todo)-1; i < j; i, j = i+1, j-1 {
		d.todo[i], d.todo[j] = d.todo[j], d.todo[i]
	}
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
		d.todo = append(d.todo, diffPair{i, j, memberPointer(p.at, d.a, i)})
	}
	for k, j := range nodes {
		if !met[k] {
			d.todo = append(d.todo, diffPair{absent, j, memberPointer(p.at, d.b, j)})
		}
	}
}

func (d *differ) arrays(p diffPair) {
	i, j := p.a+1, p.b+1
	for n := 0; i < d.a.Nodes[p.a].Next || j < d.b.Nodes[p.b].Next; n++ {
		next := diffPair{absent, absent, p.at + "/" + strconv.Itoa(n)}
		if i < d.a.Nodes[p.a].Next {
			next.a, i = i, d.a.Nodes[i].Next
		}
		if j < d.b.Nodes[p.b].Next {
			next.b, j = j, d.b.Nodes[j].Next
		}
		d.todo = append(d.todo, next)
	}
}

func memberPointer(at string, t *Tree, i uint32) string {
	return string(AppendPointer([]byte(at), Unquote(t.Nodes[i].Name.Of(t.Src))))
}
