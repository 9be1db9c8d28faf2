package merge

import "mergebook/wasm/jsonspan"

// MergePatch applies the body to the profile as JSON merge patch would, the
// algorithm of RFC 7396, section 2. Both are checked values of any kind. The
// result has the profile's order and is compact: it is for comparing.
func MergePatch(profile, body []byte) []byte {
	p := patcher{
		old: jsonspan.NewTree(profile, jsonspan.Span{End: uint32(len(profile))}),
		new: jsonspan.NewTree(body, jsonspan.Span{End: uint32(len(body))}),
	}
	p.merge(0, 0)
	return p.dst
}

// Compare returns where the result of Apply and that of JSON merge patch
// differ, and the latter. A is the value in the former, B in the latter.
func Compare(r *Result) (patched []byte, differences []jsonspan.Difference) {
	patched = MergePatch(r.Profile.Src, r.Body.Src)
	return patched, jsonspan.Diff(r.Bytes, patched)
}

type patcher struct {
	old, new *jsonspan.Tree
	dst      []byte
}

const none = ^uint32(0)

// merge writes what node n of the patch makes of node o of the target, or of
// nothing. It recurses as deep as the patch, which MaxDepth bounds.
func (p *patcher) merge(o, n uint32) {
	if p.new.Nodes[n].Kind != jsonspan.Object {
		p.dst = jsonspan.AppendCompact(p.dst, p.new.Text(n))
		return
	}
	if o != none && p.old.Nodes[o].Kind != jsonspan.Object {
		o = none
	}
	var members []jsonspan.Member
	var nodes []uint32
	for j := range p.new.Children(n) {
		members = append(members, p.new.Nodes[j].Member)
		nodes = append(nodes, j)
	}
	p.dst = append(p.dst, '{')
	met := make([]bool, len(nodes))
	if o != none {
		names := jsonspan.IndexNames(p.new.Src, members)
		for i := range p.old.Children(o) {
			k := names.Find(p.old.Src, &p.old.Nodes[i].Member)
			if k < 0 {
				p.name(p.old, i)
				p.dst = jsonspan.AppendCompact(p.dst, p.old.Text(i))
				continue
			}
			met[k] = true
			if p.new.Nodes[nodes[k]].Kind != jsonspan.Null {
				p.name(p.old, i)
				p.merge(i, nodes[k])
			}
		}
	}
	for k, j := range nodes {
		if !met[k] && p.new.Nodes[j].Kind != jsonspan.Null {
			p.name(p.new, j)
			p.merge(none, j)
		}
	}
	p.dst = append(p.dst, '}')
}

// name writes a member's name, with a comma where something stands before it.
func (p *patcher) name(t *jsonspan.Tree, i uint32) {
	if p.dst[len(p.dst)-1] != '{' {
		p.dst = append(p.dst, ',')
	}
	p.dst = append(append(p.dst, t.Nodes[i].Name.Of(t.Src)...), ':')
}
