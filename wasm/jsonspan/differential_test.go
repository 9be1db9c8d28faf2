package jsonspan

import (
	"bytes"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
)

// accepted is what jsontext says: strict about UTF-8 and duplicate names by
// default. Its depth limit is the same 10,000.
func accepted(text []byte) bool {
	d := jsontext.NewDecoder(bytes.NewReader(text))
	if _, err := d.ReadValue(); err != nil {
		return false
	}
	_, err := d.ReadToken()
	return err == io.EOF
}

// hold fails when the two readers of this package, or jsontext, disagree.
func hold(t *testing.T, text []byte) {
	t.Helper()
	value, errs := Check(text)
	found := Diagnose(text, false)
	if want := accepted(text); (errs == nil) != want || (found == nil) != want {
		t.Fatalf("%q: jsontext takes it: %v; Check: %v; Diagnose: %v", text, want, errs, found)
	}
	holdErrors(t, text, found)
	if errs != nil {
		return
	}
	got := value.Of(text)
	tree := NewTree(text, value)
	holdDoc(t, text, tree)
	tokens := 0
	for d := jsontext.NewDecoder(bytes.NewReader(text)); ; tokens++ {
		tok, err := d.ReadToken()
		if err != nil {
			break
		}
		if k := tok.Kind(); k == '}' || k == ']' {
			tokens--
		}
	}
	names := 0
	for i := range tree.Nodes {
		if n := &tree.Nodes[i]; n.Name.Len() > 0 {
			names++
			if want, _ := jsontext.AppendUnquote(nil, n.Name.Of(text)); string(want) != Unquote(n.Name.Of(text)) {
				t.Fatalf("%q: name %q, want %q", text, Unquote(n.Name.Of(text)), want)
			}
		}
		if tree.Nodes[i].Kind == String {
			if want, _ := jsontext.AppendUnquote(nil, tree.Text(uint32(i))); string(want) != Unquote(tree.Text(uint32(i))) {
				t.Fatalf("%q: string %q, want %q", text, Unquote(tree.Text(uint32(i))), want)
			}
		}
	}
	if len(tree.Nodes)+names != tokens {
		t.Fatalf("%q: %d nodes and %d names, jsontext counts %d", text, len(tree.Nodes), names, tokens)
	}
	compact := jsontext.Value(bytes.Clone(got))
	if err := compact.Compact(); err != nil || !Equal(got, compact) {
		t.Fatalf("%q differs from its compact form (%v)", text, err)
	}
}

// TestDifferential holds the readers against jsontext on documents made by
// chance, good ones and ones with a byte or two changed.
func TestDifferential(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := appendRandom(nil, r, 4)
		hold(t, text)
		for range r.IntN(3) {
			if i := r.IntN(len(text)); r.IntN(2) == 0 {
				text[i] = noise[r.IntN(len(noise))]
			} else {
				text = append(text[:i], text[i+1:]...)
			}
			if len(text) == 0 {
				break
			}
			hold(t, text)
		}
	}
}

const noise = "{}[]\",:\\/ \n\t0123456789.-+eEtfnu'\x00\x1f\x7f\x80\xc3\xed\xf0\xff"

var literals = []string{"null", "true", "false", "0", "-0", "1.50", "1e400", "-12.5E-3", "12345678901234567890123",
	`""`, `"a"`, `"\u0061\n"`, `"é😀"`, `"\ud83d\ude00"`, `"a long string without anything special in it"`, `"tab\tand \"quote\" and \\ and \/"`}

func appendRandom(b []byte, r *rand.Rand, depth int) []byte {
	space := func() {
		if r.IntN(4) == 0 {
			b = append(b, " \n\t\r"[r.IntN(4)])
		}
	}
	kind := r.IntN(3)
	if depth == 0 || kind == 0 {
		return append(b, literals[r.IntN(len(literals))]...)
	}
	n := r.IntN(4)
	if r.IntN(20) == 0 {
		n = 30
	}
	b = append(b, "[{"[kind-1])
	space()
	for i := range n {
		if i > 0 {
			b = append(b, ',')
			space()
		}
		if kind == 2 {
			b = AppendQuote(b, strings.Repeat("k", r.IntN(9))+string(rune('a'+r.IntN(26)))+string(rune('a'+i)))
			space()
			b = append(b, ':')
			space()
		}
		b = appendRandom(b, r, depth-1)
		space()
	}
	return append(b, "]}"[kind-1])
}

// FuzzScan holds the readers against jsontext on anything.
func FuzzScan(f *testing.F) {
	texts, _ := readCases(f, "testdata/errors.txt")
	for _, text := range texts {
		f.Add([]byte(text))
	}
	for _, c := range readSuite(f) {
		if len(c.text) < 1000 {
			f.Add([]byte(c.text))
		}
	}
	for _, file := range []string{"testdata/strict.txt", "testdata/slips.txt"} {
		for _, text := range toldTexts(f, file) {
			if len(text) < 1000 {
				f.Add([]byte(text))
			}
		}
	}
	for _, text := range literals {
		f.Add([]byte(text))
	}
	f.Add([]byte(`{"a":{"b":[1,2,{"c":null}]},"d":""}`))
	f.Fuzz(func(t *testing.T, text []byte) { hold(t, text) })
}
