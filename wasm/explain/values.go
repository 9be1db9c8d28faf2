package explain

import (
	"strconv"
	"strings"

	"mergebook/wasm/jsonspan"
)

// values looks at everything in a value that the body stores: one warning of a
// kind for each step, at the first place, with a fix for all.
func (f *finder) values(s *Step) {
	src := f.r.Body.Src
	t := jsonspan.NewTree(src, s.After)
	w := walk{tree: t, top: s.Pointer, open: []frame{{end: uint32(len(t.Nodes))}}}
	created := s.Depth() == 1 && (s.Rule == 6 || s.Rule == 8)
	metadata := s.Depth() == 2 || created
	var nulls, elements, empties, integers, numbers, names found
	for i := uint32(0); i < uint32(len(t.Nodes)); i++ {
		node := &t.Nodes[i]
		w.enter(i)
		depth := len(w.open) - 1 // below the value of the step
		property := created && depth == 1
		if node.Name.Len() > 0 && metadata && badName(src, node.Name) {
			names.note(&w, node.Name, nil)
		}
		switch node.Kind {
		case jsonspan.Null:
			if property || depth == 0 {
				break // null deletes here, or is not stored
			}
			if node.Name.Len() > 0 {
				whole := jsonspan.Span{Start: node.Name.Start, End: node.Value.End}
				edit := remove(src, whole)
				nulls.note(&w, node.Value, &edit)
			} else {
				elements.note(&w, node.Value, nil)
			}
		case jsonspan.Object:
			if node.Next == i+1 && metadata && !(created && depth == 0) {
				var edit *Edit
				if property || depth == 0 {
					edit = &Edit{Span: node.Value, Text: "null"}
				}
				empties.note(&w, node.Value, edit)
			}
		case jsonspan.Number:
			switch literal := node.Value.Of(src); {
			case !changesInJavaScript(literal):
			case isInteger(literal):
				integers.note(&w, node.Value, &Edit{Span: node.Value, Text: `"` + string(literal) + `"`})
			default:
				numbers.note(&w, node.Value, nil)
			}
		}
		if node.Kind == jsonspan.Object || node.Kind == jsonspan.Array {
			w.open = append(w.open, frame{end: node.Next})
		}
	}
	f.addFound(CodeNestedNull, &nulls, " is", " are", " stored as null: below the first level null deletes nothing. To delete a nested value, send the object without it.")
	f.addFound(CodeArrayNull, &elements, " is", " are", " stored as null: in an array null is an element like any other.")
	f.addFound(CodeNestedEmpty, &empties, " is stored as an empty object", " are stored as empty objects", ": {} clears only a whole metadata field. To delete a property, send null.")
	f.addFound(CodeNumber, &integers, " is a number", " are numbers", f.inJavaScript(&integers)+" An identifier is better sent as a string.")
	f.addFound(CodeNumber, &numbers, " is a number", " are numbers", f.inJavaScript(&numbers))
	f.addFound(CodeBadName, &names, " has a name", " have names", badNameText)
}

// found is the first place of one kind, and how many there are.
type found struct {
	pointer string
	span    jsonspan.Span
	n       int
	fix     []Edit
	noFix   bool // for one of them there is none
}

func (p *found) note(w *walk, span jsonspan.Span, edit *Edit) {
	if p.n++; p.n == 1 {
		p.pointer, p.span = w.pointer(), span
	}
	switch {
	case edit == nil:
		p.noFix = true
	case len(p.fix) > 0 && edit.Span.Start < p.fix[len(p.fix)-1].Span.End:
		p.fix = removeRun(w.tree.Src, p.fix, edit.Span.End)
	default:
		p.fix = append(p.fix, *edit)
	}
}

// addFound warns of what was found: one and many are what begins the sentence
// behind the pointer, rest is how it goes on.
func (f *finder) addFound(code string, p *found, one, many, rest string) {
	if p.n == 0 {
		return
	}
	text := p.pointer + one
	if p.n > 1 {
		text = p.pointer + " and " + strconv.Itoa(p.n-1) + " more" + many
	}
	if p.noFix {
		p.fix = nil
	}
	f.add(code, p.pointer, p.span, text+rest, p.fix)
}

// inJavaScript says what JavaScript makes of the first of the numbers.
func (f *finder) inJavaScript(p *found) string {
	if p.n == 0 {
		return ""
	}
	literal := p.span.Of(f.r.Body.Src)
	written := "null"
	if x, err := strconv.ParseFloat(string(literal), 64); err == nil {
		format := byte('f')
		if size := max(x, -x); size >= 1e21 || size < 1e-6 && x != 0 {
			format = 'e'
		}
		written = strconv.FormatFloat(x+0, format, -1, 64)
		if front, back, small := strings.Cut(written, "e-0"); small {
			written = front + "e-" + back // JavaScript has no zero there
		}
	}
	const most = 40
	read := string(literal)
	if len(read) > most {
		read = read[:most] + "…"
	}
	return " that JavaScript changes: it reads " + read + " and writes " + written + "."
}

func isInteger(literal []byte) bool {
	for i, c := range literal {
		if (c < '0' || c > '9') && (i > 0 || c != '-') {
			return false
		}
	}
	return string(literal) != "-0"
}

// A walk goes through a tree and knows where it is.
type walk struct {
	tree *jsonspan.Tree
	top  string // pointer to the tree's root
	open []frame
}

// A frame is a container that the walk is in.
type frame struct {
	end   uint32 // index of the first node behind it
	child uint32 // the node in it that is being looked at
	count int    // how many were
}

// enter goes to the next node.
func (w *walk) enter(i uint32) {
	for i >= w.open[len(w.open)-1].end {
		w.open = w.open[:len(w.open)-1]
	}
	f := &w.open[len(w.open)-1]
	f.child, f.count = i, f.count+1
}

// pointer returns the pointer to the node.
func (w *walk) pointer() string {
	p := []byte(w.top)
	for _, f := range w.open[1:] {
		if node := &w.tree.Nodes[f.child]; node.Name.Len() > 0 {
			p = jsonspan.AppendPointer(p, jsonspan.Unquote(node.Name.Of(w.tree.Src)))
		} else {
			p = strconv.AppendInt(append(p, '/'), int64(f.count-1), 10)
		}
	}
	return string(p)
}

// changesInJavaScript reports whether JSON.stringify(JSON.parse(x)) is another
// number than x, or loses its sign.
func changesInJavaScript(literal []byte) bool {
	if len(literal) <= 15 && len(literal) > 0 && literal[0] != '-' {
		plain := true
		for _, c := range literal {
			plain = plain && (c >= '0' && c <= '9' || c == '.')
		}
		if plain {
			return false // up to 15 digits are always kept (IEEE 754)
		}
	}
	x, err := strconv.ParseFloat(string(literal), 64)
	if err != nil {
		return true // out of range
	}
	back := strconv.AppendFloat(nil, x, 'g', -1, 64)
	return !jsonspan.SameNumber(literal, back) || x == 0 && literal[0] == '-'
}
