package jsonspan

import (
	"bytes"
	"testing"
)

// holdDoc holds that all the ways to look at a good text see the same: Scan's
// record, the tree, and the walks over members and elements.
func holdDoc(t *testing.T, text []byte, tree *Tree) {
	t.Helper()
	doc, errs := Scan(text)
	if (errs == nil) != (tree.Nodes[0].Kind == Object) {
		t.Fatalf("%.200q: %v of a text that begins with %v", text, errs, tree.Nodes[0].Kind)
	}
	if doc != nil {
		if doc.Root != tree.Nodes[0].Value || !bytes.Equal(doc.Src, text) {
			t.Fatalf("%.200q: root %v, want %v", text, doc.Root, tree.Nodes[0].Value)
		}
		n := holdMembers(t, text, doc.Members, tree, 0)
		for i, j := range n {
			if tree.Nodes[j].Kind == Object {
				holdMembers(t, text, doc.Inner(i), tree, j)
			} else if len(doc.Inner(i)) > 0 {
				t.Fatalf("%.200q: member %d is no object, but has members", text, i)
			}
		}
	}
	for i := range tree.Nodes {
		at := uint32(i)
		v := tree.Nodes[i].Value
		if k := KindOf(text, v); k != tree.Nodes[i].Kind {
			t.Fatalf("%.200q: node %d is %v, KindOf says %v", text, i, tree.Nodes[i].Kind, k)
		}
		switch {
		case i > 50: // walking every level of a deep text would cost its square
			return
		case tree.Nodes[i].Kind == Object:
			var members []Member
			for m := range Members(text, v) {
				members = append(members, m)
			}
			holdMembers(t, text, members, tree, at)
		case tree.Nodes[i].Kind == Array:
			var want, got []Span
			for j := range tree.Children(at) {
				want = append(want, tree.Nodes[j].Value)
			}
			for e := range Elements(text, v) {
				got = append(got, e)
			}
			if len(got) != len(want) {
				t.Fatalf("%.200q: %d elements, want %d", text, len(got), len(want))
			}
			for k := range got {
				if got[k] != want[k] {
					t.Fatalf("%.200q: element %v, want %v", text, got[k], want[k])
				}
			}
		}
	}
}

// holdMembers holds that members are the children of a node, and that each is
// found by its name. It returns the children.
func holdMembers(t *testing.T, text []byte, members []Member, tree *Tree, node uint32) []uint32 {
	t.Helper()
	var children []uint32
	for j := range tree.Children(node) {
		children = append(children, j)
	}
	if len(members) != len(children) {
		t.Fatalf("%.200q: %d members, want %d", text, len(members), len(children))
	}
	names := IndexNames(text, members)
	for i := range members {
		m, want := &members[i], &tree.Nodes[children[i]].Member
		if m.Name != want.Name || m.Value != want.Value || !SameName(text, m, text, want) {
			t.Fatalf("%.200q: member %v %v, want %v %v", text, m.Name, m.Value, want.Name, want.Value)
		}
		if !m.NameIs(text, Unquote(m.Name.Of(text))) {
			t.Fatalf("%.200q: %s is not its own name", text, m.Name.Of(text))
		}
		if at := names.Find(text, want); at != i {
			t.Fatalf("%.200q: %s is found at %d, not at %d", text, m.Name.Of(text), at, i)
		}
		// The same name, written without escapes, is the same name.
		plain := AppendQuote([]byte("{"), Unquote(m.Name.Of(text)))
		for other := range Members(append(plain, ":0}"...), Span{0, uint32(len(plain) + 3)}) {
			if at := names.Find(plain, &other); at != i {
				t.Fatalf("%.200q: %s is found at %d, not at %d", text, plain, at, i)
			}
		}
	}
	return children
}
