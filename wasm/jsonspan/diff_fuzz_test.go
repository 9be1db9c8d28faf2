package jsonspan

import (
	"bytes"
	"encoding/json"
	"math/big"
	"strconv"
	"strings"
	"testing"
)

// sameValue is Equal once more, over what encoding/json makes of the texts.
func sameValue(a, b any) bool {
	switch a := a.(type) {
	case json.Number:
		b, ok := b.(json.Number)
		return ok && sameNumber(string(a), string(b))
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !sameValue(a[i], b[i]) {
				return false
			}
		}
		return true
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name := range a {
			v, found := b[name]
			if !found || !sameValue(a[name], v) {
				return false
			}
		}
		return true
	}
	if _, is := b.(json.Number); is {
		return false
	}
	switch b.(type) {
	case []any, map[string]any:
		return false
	}
	return a == b
}

// sameNumber computes with fractions, which exponents must be small for.
func sameNumber(a, b string) bool {
	if exponentOf(a) > 500 || exponentOf(b) > 500 {
		return SameNumber([]byte(a), []byte(b))
	}
	x, _ := new(big.Rat).SetString(a)
	y, _ := new(big.Rat).SetString(b)
	return x.Cmp(y) == 0
}

func exponentOf(number string) int {
	i := strings.IndexAny(number, "eE")
	if i < 0 {
		return 0
	}
	e, err := strconv.Atoi(number[i+1:])
	if err != nil {
		return 1 << 30
	}
	return max(e, -e)
}

func decode(t *testing.T, text []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%.200q: %v", text, err)
	}
	return v
}

// at returns the value that a pointer leads to, or nil.
func at(t *testing.T, src []byte, pointer string) []byte {
	t.Helper()
	tree := NewTree(src, Span{0, uint32(len(src))})
	node := uint32(0)
	if pointer == "" {
		return tree.Text(0)
	}
next:
	for token := range strings.SplitSeq(pointer[1:], "/") {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		n := 0
		for i := range tree.Children(node) {
			name := strconv.Itoa(n)
			if tree.Nodes[node].Kind == Object {
				name = Unquote(tree.Nodes[i].Name.Of(src))
			}
			if name == token {
				node = i
				continue next
			}
			n++
		}
		return nil
	}
	return tree.Text(node)
}

// holdPair holds Equal and Diff of two good texts against the oracle, and
// against each other.
func holdPair(t *testing.T, a, b []byte) {
	t.Helper()
	want := sameValue(decode(t, a), decode(t, b))
	if Equal(a, b) != want || Equal(b, a) != want {
		t.Fatalf("Equal(%q, %q) is not %v both ways", a, b, want)
	}
	there, back := Diff(a, b), Diff(b, a)
	if (there == nil) != want || len(there) != len(back) {
		t.Fatalf("%q against %q: %d differences, back %d; equal: %v", a, b, len(there), len(back), want)
	}
	places := map[string]Difference{}
	for _, d := range back {
		places[d.Pointer] = d
	}
	for _, d := range there {
		if other, found := places[d.Pointer]; !found || other.A != d.B || other.B != d.A {
			t.Fatalf("%q against %q: %v, back %v", a, b, d, other)
		}
		if d.A.Len() == 0 && d.B.Len() == 0 {
			t.Fatalf("%q against %q: nothing differs at %s", a, b, d.Pointer)
		}
		if x, y := at(t, a, d.Pointer), at(t, b, d.Pointer); !bytes.Equal(x, d.A.Of(a)) || !bytes.Equal(y, d.B.Of(b)) || x != nil && y != nil && Equal(x, y) {
			t.Fatalf("%q against %q: %s is %q and %q, not %q and %q", a, b, d.Pointer, x, y, d.A.Of(a), d.B.Of(b))
		}
	}
}

// holdForms holds that compact and indented forms are good, keep the value and
// every token, and do not change when made again.
func holdForms(t *testing.T, text []byte) {
	t.Helper()
	compact := AppendCompact(nil, text)
	indented := AppendIndent(nil, text, "\t", "\r\n")
	for _, form := range [][]byte{compact, indented} {
		if v, errs := Check(form); errs != nil || v.Len() != len(form) || !Equal(form, text) {
			t.Fatalf("%q became %q (%v)", text, form, errs)
		}
		if again := AppendCompact(nil, form); !bytes.Equal(again, compact) {
			t.Fatalf("%q: compact %q, of its form %q", text, compact, again)
		}
		if again := AppendIndent(nil, form, "\t", "\r\n"); !bytes.Equal(again, indented) {
			t.Fatalf("%q: indented %q, of its form %q", text, indented, again)
		}
	}
	tree, other := NewTree(text, Span{0, uint32(len(text))}), NewTree(indented, Span{0, uint32(len(indented))})
	for i := range tree.Nodes {
		a, b := &tree.Nodes[i], &other.Nodes[i]
		if scalar := a.Kind != Object && a.Kind != Array; a.Kind != b.Kind || a.Next != b.Next ||
			!bytes.Equal(a.Name.Of(text), b.Name.Of(indented)) || scalar && !bytes.Equal(tree.Text(uint32(i)), other.Text(uint32(i))) {
			t.Fatalf("%q: a token changed in %q", text, indented)
		}
	}
}

// FuzzValues holds what is done with good texts: equality, differences, forms.
func FuzzValues(f *testing.F) {
	last := "null"
	for _, c := range readSuite(f) {
		if c.want == "taken" && len(c.text) < 300 {
			f.Add([]byte(c.text), []byte(last))
			f.Add([]byte(c.text), []byte(" "+c.text+"\n"))
			last = c.text
		}
	}
	for _, p := range [][2]string{
		{`{"a":1,"b":[1,{"c":2}]}`, `{"b":[1.0,{"c":3},4],"d":null}`}, {`1e400`, `10e399`}, {`-0`, `0.00e5`}, {`[[],{}]`, `[{},[]]`},
		{`{"a/b":{"~":1}}`, `{"a\/b":{"\u007e":2}}`}, {`{"":{"":0}}`, `{"":{"":{}}}`}, {`[0,[1,[2]]]`, `[0,[1,[2,3]],4]`},
		{`{"0":1}`, `[1]`}, {`"\ud83d\ude00"`, `"😀"`}, {`12345678901234567890.5`, `12345678901234567890.50`},
	} {
		f.Add([]byte(p[0]), []byte(p[1]))
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		if len(a) > 3000 || len(b) > 3000 {
			return // indenting costs the square of the depth
		}
		if _, errs := Check(a); errs != nil {
			return
		}
		holdForms(t, a)
		holdPair(t, a, a)
		if _, errs := Check(b); errs == nil {
			holdForms(t, b)
			holdPair(t, a, b)
		}
	})
}
