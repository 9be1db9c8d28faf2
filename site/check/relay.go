package check

import (
	"bytes"
	"slices"
	"strings"

	"mergebook/wasm/jsonspan"
)

// An Edit puts a text in the place of the bytes from Start to End of another one.
type Edit struct {
	Start, End int
	Text       string
}

// relay returns the edits, in order, that make of a checked JSON text another
// one that equals want, and keep as much of it as they can: what is equal stays
// as it is written, members stay where they are, and what is new looks as what
// stands around it. newline ends its lines.
func relay(text, want []byte, newline string) []Edit {
	whole := func(src []byte) *jsonspan.Tree {
		return jsonspan.NewTree(src, jsonspan.Span{End: uint32(len(src))})
	}
	l := &layout{have: whole(text), want: whole(want), newline: newline, unit: "  ", colon: ": "}
	l.learn()
	l.value(0, 0, false)
	return l.edits
}

// A layout is how an author writes JSON.
type layout struct {
	have, want *jsonspan.Tree
	newline    string
	unit       string // of indentation
	colon      string // with the space behind it
	edits      []Edit
}

// learn finds the author's habits. The first place that shows one counts.
func (l *layout) learn() {
	text := l.have.Src
	for i := range l.have.Nodes {
		n := &l.have.Nodes[i]
		if n.Name.Len() > 0 {
			l.colon = string(text[n.Name.End:n.Value.Start])
			break
		}
	}
	for i := range l.have.Nodes {
		open := l.have.Nodes[i].Value.Start
		for c := range l.have.Children(uint32(i)) {
			begin := l.begin(c)
			if !bytes.ContainsRune(text[open:begin], '\n') {
				break
			}
			if unit, deeper := strings.CutPrefix(l.indentation(begin), l.indentation(open)); deeper && unit != "" {
				l.unit = unit
			}
			return
		}
	}
}

// begin returns where a node begins: with its name, if it has one.
func (l *layout) begin(i uint32) uint32 {
	if n := &l.have.Nodes[i]; n.Name.Len() > 0 {
		return n.Name.Start
	}
	return l.have.Nodes[i].Value.Start
}

// indentation returns the white space that begins the line of an offset.
func (l *layout) indentation(at uint32) string {
	line := l.have.Src[bytes.LastIndexByte(l.have.Src[:at], '\n')+1:]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

func (l *layout) add(start, end uint32, text string) {
	l.edits = append(l.edits, Edit{int(start), int(end), text})
}

// value makes one value equal another. spread says whether what holds it has
// its members on lines of their own.
func (l *layout) value(i, j uint32, spread bool) {
	have, want := &l.have.Nodes[i], &l.want.Nodes[j]
	switch {
	case jsonspan.Equal(l.have.Text(i), l.want.Text(j)):
	case have.Kind == want.Kind && have.Kind == jsonspan.Object && have.Next > i+1 && want.Next > j+1:
		l.object(i, j)
	case have.Kind == want.Kind && have.Kind == jsonspan.Array && have.Next > i+1 && want.Next > j+1:
		l.array(i, j)
	default:
		l.replace(i, j, spread)
	}
}

// replace puts a value in the place of another one.
func (l *layout) replace(i, j uint32, spread bool) {
	lines := bytes.ContainsRune(l.have.Text(i), '\n')
	if !lines {
		empty := l.have.Nodes[i].Next == i+1
		lines = (spread || empty && i == 0) && bytes.ContainsRune(l.want.Text(j), '\n')
	}
	indentation := ""
	if lines {
		indentation = l.indentation(l.have.Nodes[i].Value.Start)
	}
	var b strings.Builder
	l.write(&b, j, indentation, lines)
	l.add(l.have.Nodes[i].Value.Start, l.have.Nodes[i].Value.End, b.String())
}

// object makes the members of an object equal those of another one.
func (l *layout) object(i, j uint32) {
	var members []jsonspan.Member
	var nodes []uint32
	for c := range l.want.Children(j) {
		members = append(members, l.want.Nodes[c].Member)
		nodes = append(nodes, c)
	}
	names := jsonspan.IndexNames(l.want.Src, members)
	met := make([]bool, len(nodes))
	var pairs []pair
	for c := range l.have.Children(i) {
		p := pair{c, none}
		if k := names.Find(l.have.Src, &l.have.Nodes[c].Member); k >= 0 {
			p.want, met[k] = nodes[k], true
		}
		pairs = append(pairs, p)
	}
	for k, c := range nodes {
		if !met[k] {
			pairs = append(pairs, pair{none, c})
		}
	}
	l.children(i, j, pairs)
}

// array makes the elements of an array equal those of another one.
func (l *layout) array(i, j uint32) {
	have, want := slices.Collect(l.have.Children(i)), slices.Collect(l.want.Children(j))
	l.children(i, j, align(have, want, func(a, b uint32) bool { return jsonspan.Equal(l.have.Text(a), l.want.Text(b)) }))
}

// children makes the children of a container equal those of another one. Both
// have some.
func (l *layout) children(i, j uint32, pairs []pair) {
	first := i + 1
	open := l.have.Nodes[i].Value.Start + 1
	gap := string(l.have.Src[open:l.begin(first)]) // before the first
	spread := strings.Contains(gap, "\n")
	if !slices.ContainsFunc(pairs, pair.stays) {
		l.replace(i, j, spread)
		return
	}
	indentation, between := "", gap
	if spread {
		indentation = l.indentation(l.begin(first))
	} else if between = " "; l.have.Nodes[first].Next < l.have.Nodes[i].Next {
		separator := l.have.Src[l.have.Nodes[first].Value.End:l.begin(l.have.Nodes[first].Next)]
		between = string(separator[bytes.IndexByte(separator, ',')+1:])
	}
	kept := false
	end := open // of the one before
	for n, p := range pairs {
		switch {
		case p.have == none:
			text := l.child(p.want, indentation, spread)
			switch {
			case kept:
				l.add(end, end, ","+between+text)
			case spread: // behind the bracket: a line may begin with what is not of this text
				l.add(open, open, gap+text+",")
			default:
				l.add(l.begin(first), l.begin(first), text+","+between)
			}
			continue
		case p.stays():
			l.value(p.have, p.want, spread)
			kept = true
		case kept:
			l.add(end, l.have.Nodes[p.have].Value.End, "") // with the comma before it
		default:
			l.add(l.begin(p.have), l.begin(pairs[n+1].have), "") // with the comma behind it
		}
		end = l.have.Nodes[p.have].Value.End
	}
}

// child returns a new child of a container.
func (l *layout) child(j uint32, indentation string, spread bool) string {
	var b strings.Builder
	l.member(&b, j, indentation, spread && bytes.ContainsRune(l.want.Text(j), '\n'))
	return b.String()
}

// member writes a new value, with its name if it has one.
func (l *layout) member(b *strings.Builder, j uint32, indentation string, lines bool) {
	if name := l.want.Nodes[j].Name; name.Len() > 0 {
		b.Write(name.Of(l.want.Src))
		b.WriteString(l.colon)
	}
	l.write(b, j, indentation, lines)
}

// write writes a new value, on lines of its own or on one.
func (l *layout) write(b *strings.Builder, j uint32, indentation string, lines bool) {
	n := &l.want.Nodes[j]
	if n.Kind != jsonspan.Object && n.Kind != jsonspan.Array || n.Next == j+1 {
		b.Write(jsonspan.AppendCompact(nil, l.want.Text(j)))
		return
	}
	before, between, behind := "", ", ", ""
	if lines {
		before = l.newline + indentation + l.unit
		between, behind = ","+before, l.newline+indentation
	}
	text := l.want.Text(j)
	b.WriteByte(text[0])
	b.WriteString(before)
	first := true
	for c := range l.want.Children(j) {
		if !first {
			b.WriteString(between)
		}
		first = false
		l.member(b, c, indentation+l.unit, lines && bytes.ContainsRune(l.want.Text(c), '\n'))
	}
	b.WriteString(behind)
	b.WriteByte(text[len(text)-1])
}

// Edited returns the bytes of a text between two offsets with the edits there,
// which are in order, done.
func Edited(text []byte, from, to int, edits []Edit) []byte {
	var out []byte
	for _, e := range edits {
		out = append(append(out, text[from:e.Start]...), e.Text...)
		from = e.End
	}
	return append(out, text[from:to]...)
}
