package explain

import (
	"slices"
	"strconv"

	"mergebook/wasm/jsonspan"
)

// A Loss is a nested value of the profile that the new value does not repeat.
type Loss struct {
	Pointer string        // JSON Pointer (RFC 6901) from the profile's root
	Before  jsonspan.Span // its value in the profile
}

// lost compares a value of the profile with the one that took its place. at is
// the pointer to both.
func lost(profile []byte, before jsonspan.Span, body []byte, after jsonspan.Span, at string) []Loss {
	if !isContainer(profile, before) {
		return nil
	}
	c := comparison{old: jsonspan.NewTree(profile, before), new: jsonspan.NewTree(body, after)}
	c.todo = []pair{{0, 0, at}}
	for len(c.todo) > 0 {
		p := c.todo[len(c.todo)-1]
		c.todo = c.todo[:len(c.todo)-1]
		if p.new == gone {
			c.lost = append(c.lost, Loss{p.at, c.old.Nodes[p.old].Value})
			continue
		}
		from := len(c.todo)
		c.compare(p)
		slices.Reverse(c.todo[from:]) // so that the first is taken first
	}
	return c.lost
}

// A comparison walks two trees side by side, with a stack of what is left to
// do instead of recursion, because texts choose the depth.
type comparison struct {
	old, new *jsonspan.Tree
	todo     []pair
	lost     []Loss
}

// A pair is a node of each tree that stand at the same place; new may be gone.
type pair struct {
	old, new uint32
	at       string
}

const gone = ^uint32(0)

func (c *comparison) compare(p pair) {
	kind := c.old.Nodes[p.old].Kind
	same := kind == c.new.Nodes[p.new].Kind
	switch {
	case kind == jsonspan.Object && same:
		c.objects(p)
	case kind == jsonspan.Array && same:
		c.arrays(p)
	case kind == jsonspan.Object:
		for i := range c.old.Children(p.old) {
			c.push(i, gone, c.memberPointer(p.at, i))
		}
	case kind == jsonspan.Array:
		n := 0
		for i := range c.old.Children(p.old) {
			c.push(i, gone, elementPointer(p.at, n))
			n++
		}
	}
}

func (c *comparison) push(old, new uint32, at string) { c.todo = append(c.todo, pair{old, new, at}) }

func (c *comparison) objects(p pair) {
	var members []jsonspan.Member
	var nodes []uint32
	for j := range c.new.Children(p.new) {
		members = append(members, c.new.Nodes[j].Member)
		nodes = append(nodes, j)
	}
	names := jsonspan.IndexNames(c.new.Src, members)
	for i := range c.old.Children(p.old) {
		at := c.memberPointer(p.at, i)
		if j := names.Find(c.old.Src, &c.old.Nodes[i].Member); j < 0 {
			c.push(i, gone, at)
		} else if isContainer(c.old.Src, c.old.Nodes[i].Value) {
			c.push(i, nodes[j], at)
		}
	}
}

// arrays compares scalars by value, wherever they stand, and containers with
// what stands at their place.
func (c *comparison) arrays(p pair) {
	scalars := map[string]bool{}
	var nodes []uint32
	for j := range c.new.Children(p.new) {
		nodes = append(nodes, j)
		if !isContainer(c.new.Src, c.new.Nodes[j].Value) {
			scalars[scalarKey(c.new, j)] = true
		}
	}
	n := 0
	for i := range c.old.Children(p.old) {
		at := elementPointer(p.at, n)
		switch {
		case !isContainer(c.old.Src, c.old.Nodes[i].Value):
			if !scalars[scalarKey(c.old, i)] {
				c.push(i, gone, at)
			}
		case n < len(nodes):
			c.push(i, nodes[n], at)
		default:
			c.push(i, gone, at)
		}
		n++
	}
}

func (c *comparison) memberPointer(at string, i uint32) string {
	return string(jsonspan.AppendPointer([]byte(at), jsonspan.Unquote(c.old.Nodes[i].Name.Of(c.old.Src))))
}

func elementPointer(at string, n int) string { return at + "/" + strconv.Itoa(n) }

// scalarKey is the same for strings of the same text, and for other scalars
// that are written alike.
func scalarKey(t *jsonspan.Tree, i uint32) string {
	if t.Nodes[i].Kind == jsonspan.String {
		return `"` + jsonspan.Unquote(t.Text(i))
	}
	return string(t.Text(i))
}

func isContainer(src []byte, v jsonspan.Span) bool {
	k := jsonspan.KindOf(src, v)
	return k == jsonspan.Object || k == jsonspan.Array
}
