package explain

import (
	"strconv"
	"strings"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A Warning is a place of the body that does something else than people expect.
type Warning struct {
	Code    string        // one of the codes below
	Step    int           // index of the step that it belongs to
	Pointer string        // JSON Pointer (RFC 6901) of the place, in the body
	Span    jsonspan.Span // in the body
	Text    string        // one or two sentences
}

// The codes of warnings.
const (
	CodeNestedLoss = "nested-loss" // a replaced object or array took nested values with it
	CodeNestedNull = "nested-null" // null below the first level is stored
	CodeNoObject   = "no-object"   // a stored metadata field that is no object gave way (rule 8)
)

// Warnings finds the traps in the steps, in their order.
func Warnings(r *merge.Result, steps []Step) []Warning {
	var out []Warning
	for i := range steps {
		s := &steps[i]
		if s.Rule == 8 {
			kind := jsonspan.KindOf(r.Profile.Src, s.Before).String()
			out = append(out, Warning{CodeNoObject, i, s.Pointer, s.After, "A metadata field should be an object, but " + s.Pointer + " was stored as " + kind + ": nothing of it is kept."})
		}
		if len(s.Lost) > 0 {
			out = append(out, Warning{CodeNestedLoss, i, s.Pointer, s.After, lossText(r, s)})
		}
		if s.Op == merge.Added || s.Op == merge.Replaced || s.Op == merge.Created {
			out = append(out, nestedNulls(r, s, i)...)
		}
	}
	return out
}

func lossText(r *merge.Result, s *Step) string {
	const most = 3
	var names []string
	for i, l := range s.Lost {
		if i == most && len(s.Lost) > most+1 {
			names = append(names, strconv.Itoa(len(s.Lost)-most)+" more")
			break
		}
		names = append(names, l.Pointer)
	}
	kind := "object"
	if jsonspan.KindOf(r.Profile.Src, s.Before) == jsonspan.Array {
		kind = "array"
	}
	text := strings.Join(names, ", ") + " is lost"
	if len(s.Lost) > 1 {
		text = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1] + " are lost"
	}
	return text + ", because the stored " + kind + " is replaced whole. To keep what it held, repeat it in the body."
}

// nestedNulls finds each null that people may take for a delete: one warning
// for the whole value, at the first of them.
func nestedNulls(r *merge.Result, s *Step, step int) []Warning {
	if !isContainer(r.Body.Src, s.After) {
		return nil
	}
	direct := s.Depth() == 1 && (s.Rule == 6 || s.Rule == 8)
	t := jsonspan.NewTree(r.Body.Src, s.After)
	open := []frame{{end: uint32(len(t.Nodes))}}
	var first *Warning
	n := 0
	for i := uint32(1); i < uint32(len(t.Nodes)); i++ {
		for i >= open[len(open)-1].end {
			open = open[:len(open)-1]
		}
		f := &open[len(open)-1]
		f.child, f.count = i, f.count+1
		switch node := &t.Nodes[i]; node.Kind {
		case jsonspan.Object, jsonspan.Array:
			open = append(open, frame{end: node.Next})
		case jsonspan.Null:
			if direct && len(open) == 1 {
				continue // a property of a field that is created: not stored
			}
			if n++; first == nil {
				first = &Warning{Code: CodeNestedNull, Step: step, Pointer: pointerTo(t, s.Pointer, open), Span: node.Value}
			}
		}
	}
	if first == nil {
		return nil
	}
	first.Text = first.Pointer + " is stored as null: below the first level null deletes nothing."
	if n > 1 {
		first.Text = first.Pointer + " and " + strconv.Itoa(n-1) + " more are stored as null: below the first level null deletes nothing."
	}
	return []Warning{*first}
}

// A frame is a container that the walk is in.
type frame struct {
	end   uint32 // index of the first node behind it
	child uint32 // the node in it that is being looked at
	count int    // how many were
}

// pointerTo returns the pointer to the innermost child, below the pointer at.
func pointerTo(t *jsonspan.Tree, at string, open []frame) string {
	p := []byte(at)
	for _, f := range open {
		if node := &t.Nodes[f.child]; node.Name.Len() > 0 {
			p = jsonspan.AppendPointer(p, jsonspan.Unquote(node.Name.Of(t.Src)))
		} else {
			p = strconv.AppendInt(append(p, '/'), int64(f.count-1), 10)
		}
	}
	return string(p)
}
