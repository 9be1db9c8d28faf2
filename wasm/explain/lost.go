package explain

import (
	"slices"
	"strconv"

	"mergebook/wasm/jsonspan"
)

// A Loss is a nested value of the profile that the new value does not repeat.
type Loss struct {
	Pointer string        // JSON Pointer (RFC 6901) from the profile's root
	Name    jsonspan.Span // its name in the profile, if it is a member
	Before  jsonspan.Span // its value there

	into *place // where in the body it could be put; nil where it could not
}

// mostTold bounds the pointers of all losses of one step, in bytes.
const mostTold = 4 << 20

// lost compares a value of the profile with the one that took its place. at is
// the pointer to both.
func lost(profile []byte, before jsonspan.Span, body []byte, after jsonspan.Span, at string) []Loss {
	if !isContainer(profile, before) {
		return nil
	}
	c := comparison{top: at, old: jsonspan.NewTree(profile, before), new: jsonspan.NewTree(body, after)}
	c.todo = []pair{{up: -1}}
	told := 0
	for len(c.todo) > 0 {
		p := c.todo[len(c.todo)-1]
		c.todo = c.todo[:len(c.todo)-1]
		if p.new == gone {
			node := &c.old.Nodes[p.old]
			l := Loss{c.pointer(p), node.Name, node.Value, p.into}
			if told += len(l.Pointer); told > mostTold {
				break // deep texts have long pointers, and a lot of them
			}
			c.lost = append(c.lost, l)
			continue
		}
		from := len(c.todo)
		c.opened = append(c.opened, p)
		c.compare(p)
		slices.Reverse(c.todo[from:]) // so that the first is taken first
	}
	return c.lost
}

// A comparison walks two trees side by side, with a stack of what is left to
// do instead of recursion, because texts choose the depth.
type comparison struct {
	top      string // pointer to both
	old, new *jsonspan.Tree
	todo     []pair
	opened   []pair // those that were compared
	path     []pair // room for pointer
	lost     []Loss
}

// A pair is a node of each tree that stand at the same place; new may be gone.
// Its pointer is only made for a loss: a deep text would have too many long
// ones.
type pair struct {
	old, new uint32
	up       int32  // index in opened of the pair that it is in, -1 at the top
	index    int32  // its own in an array
	into     *place // where new would have stood, if it is gone
}

const gone = ^uint32(0)

func (c *comparison) compare(p pair) {
	kind := c.old.Nodes[p.old].Kind
	switch {
	case kind == c.new.Nodes[p.new].Kind && kind == jsonspan.Object:
		c.objects(p)
	case kind == c.new.Nodes[p.new].Kind && kind == jsonspan.Array:
		c.arrays(p)
	default:
		n := 0
		for i := range c.old.Children(p.old) {
			c.push(i, gone, n, nil)
			n++
		}
	}
}

// push notes a pair in the one that was opened last.
func (c *comparison) push(old, new uint32, index int, into *place) {
	c.todo = append(c.todo, pair{old, new, int32(len(c.opened) - 1), int32(index), into})
}

func (c *comparison) objects(p pair) {
	var members []jsonspan.Member
	var nodes []uint32
	var last jsonspan.Member
	for j := range c.new.Children(p.new) {
		last = c.new.Nodes[j].Member
		members = append(members, last)
		nodes = append(nodes, j)
	}
	into := placeIn(c.new.Src, c.new.Nodes[p.new].Value, last)
	names := jsonspan.IndexNames(c.new.Src, members)
	for i := range c.old.Children(p.old) {
		if j := names.Find(c.old.Src, &c.old.Nodes[i].Member); j < 0 {
			c.push(i, gone, 0, into)
		} else if isContainer(c.old.Src, c.old.Nodes[i].Value) {
			c.push(i, nodes[j], 0, nil)
		}
	}
}

// arrays compares scalars by value, wherever they stand, and containers with
// what stands at their place.
func (c *comparison) arrays(p pair) {
	scalars := map[string]bool{}
	var nodes []uint32
	var last jsonspan.Member
	for j := range c.new.Children(p.new) {
		last = c.new.Nodes[j].Member
		nodes = append(nodes, j)
		if !isContainer(c.new.Src, last.Value) {
			scalars[scalarKey(c.new, j)] = true
		}
	}
	into := placeIn(c.new.Src, c.new.Nodes[p.new].Value, last)
	containers, all := 0, 0
	for i := range c.old.Children(p.old) {
		if all++; isContainer(c.old.Src, c.old.Nodes[i].Value) {
			containers++
		}
	}
	if containers > 0 && containers < all {
		into = nil // behind lost scalars, a container would not stand where it stood
	}
	n := 0
	for i := range c.old.Children(p.old) {
		switch {
		case !isContainer(c.old.Src, c.old.Nodes[i].Value):
			if !scalars[scalarKey(c.old, i)] {
				c.push(i, gone, n, into)
			}
		case n < len(nodes):
			c.push(i, nodes[n], n, nil)
		default:
			c.push(i, gone, n, into)
		}
		n++
	}
}

// pointer returns the JSON Pointer of a pair.
func (c *comparison) pointer(p pair) string {
	c.path = c.path[:0]
	for ; p.up >= 0; p = c.opened[p.up] {
		c.path = append(c.path, p)
	}
	at := []byte(c.top)
	for _, p := range slices.Backward(c.path) {
		if name := c.old.Nodes[p.old].Name; name.Len() > 0 {
			at = jsonspan.AppendPointer(at, jsonspan.Unquote(name.Of(c.old.Src)))
		} else {
			at = strconv.AppendInt(append(at, '/'), int64(p.index), 10)
		}
	}
	return string(at)
}

// scalarKey is the same for scalars of the same value.
func scalarKey(t *jsonspan.Tree, i uint32) string {
	switch t.Nodes[i].Kind {
	case jsonspan.String:
		return `"` + jsonspan.Unquote(t.Text(i))
	case jsonspan.Number:
		return string(jsonspan.AppendNumber(nil, t.Text(i)))
	}
	return string(t.Text(i))
}

func isContainer(src []byte, v jsonspan.Span) bool {
	k := jsonspan.KindOf(src, v)
	return k == jsonspan.Object || k == jsonspan.Array
}
