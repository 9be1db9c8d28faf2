package jsonspan

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// readCases returns the paragraphs of a file of testdata: the text, unquoted,
// and the lines below it.
func readCases(t testing.TB, file string) (texts []string, wants [][]string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for paragraph := range strings.SplitSeq(string(b), "\n\n") {
		var lines []string
		for line := range strings.SplitSeq(strings.TrimSpace(paragraph), "\n") {
			if !strings.HasPrefix(line, "#") {
				lines = append(lines, line)
			}
		}
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(lines[0], `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %q: %v", file, lines[0], err)
		}
		texts = append(texts, text)
		wants = append(wants, lines[1:])
	}
	return texts, wants
}

func TestErrors(t *testing.T) {
	texts, wants := readCases(t, "testdata/errors.txt")
	for i, text := range texts {
		if _, errs := Check([]byte(text)); errs == nil {
			t.Errorf("%q is taken", text)
		}
		var got []string
		for _, e := range Diagnose([]byte(text), false) {
			pointer := e.Pointer
			if pointer == "" {
				pointer = "-"
			}
			line := fmt.Sprintf("%s %d-%d %s", e.Code, e.Start, e.End, pointer)
			if e.First >= 0 {
				line += fmt.Sprintf(" first %d", e.First)
			}
			got = append(got, line)
			if !strings.HasSuffix(e.Message, ".") || e.Hint != "" && !strings.HasSuffix(e.Hint, ".") && e.Code != CodeBareName {
				t.Errorf("%q: no sentence: %q %q", text, e.Message, e.Hint)
			}
		}
		if g, w := strings.Join(got, "\n"), strings.Join(wants[i], "\n"); g != w {
			t.Errorf("%q\ngot:\n%s\nwant:\n%s", text, g, w)
		}
	}
}

func TestScanRecords(t *testing.T) {
	src := []byte(` {"a" : {"x":1, "y":[{"q":2}]}, "b":[{"z":1}], "\u0063":{} , "d":{"e":{"f":3}}} `)
	doc, errs := Scan(src)
	if errs != nil {
		t.Fatal(errs)
	}
	var got []string
	for i, m := range doc.Members {
		got = append(got, Unquote(m.Name.Of(src))+"="+string(m.Value.Of(src)))
		for _, in := range doc.Inner(i) {
			got = append(got, " "+Unquote(in.Name.Of(src))+"="+string(in.Value.Of(src)))
		}
	}
	want := []string{`a={"x":1, "y":[{"q":2}]}`, ` x=1`, ` y=[{"q":2}]`, `b=[{"z":1}]`, `c={}`, `d={"e":{"f":3}}`, ` e={"f":3}`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := string(doc.Root.Of(src)), strings.TrimSpace(string(src)); got != want {
		t.Errorf("root %q, want %q", got, want)
	}
}

func TestScanWantsObject(t *testing.T) {
	for _, text := range []string{`[1]`, `1`, `"a"`, `null`} {
		if _, errs := Scan([]byte(text)); len(errs) != 1 || errs[0].Code != CodeNotObject {
			t.Errorf("%s: %v", text, errs)
		}
	}
}

func TestDepth(t *testing.T) {
	deep := func(n int) []byte {
		return []byte(strings.Repeat(`{"a":[`, n/2) + strings.Repeat(`]}`, n/2))
	}
	if _, errs := Check(deep(MaxDepth)); errs != nil {
		t.Errorf("%d levels: %v", MaxDepth, errs[0])
	}
	for _, n := range []int{MaxDepth + 2, 1_000_000} {
		if _, errs := Check(deep(n)); len(errs) != 1 || errs[0].Code != CodeTooDeep {
			t.Errorf("%d levels: %d errors", n, len(errs))
		}
	}
	if !Equal(deep(MaxDepth), append(deep(MaxDepth), ' ')) {
		t.Error("deep value differs from itself")
	}
}

// TestCollisions holds that names made to collide cost neither time nor truth.
func TestCollisions(t *testing.T) {
	const n = 20_000
	members := make([]Member, n)
	src := []byte{}
	for i := range members {
		start := len(src)
		src = strconv.AppendQuote(src, strconv.Itoa(i))
		members[i] = Member{Name: Span{uint32(start), uint32(len(src))}, hash: 7}
	}
	names := IndexNames(src, members)
	for i := range members {
		if got := names.Find(src, &members[i]); got != i {
			t.Fatalf("found %d at %d", i, got)
		}
	}
	var table nameTable
	members[n-1].Name = members[5].Name
	if table.distinct(src, members) {
		t.Error("a duplicate among collisions is not seen")
	}
}

// TestCompareNames holds that names are ordered by their text, however they
// are written.
func TestCompareNames(t *testing.T) {
	literals := []string{`""`, `"a"`, `"\u0061"`, `"ab"`, `"a\u0062"`, `"a\n"`, `"é"`, `"\u00e9"`, `"\u00e9a"`, `"😀"`, `"\ud83d\ude00"`, `"\ud83d\ude01"`, `"\\u0061"`, `"\/"`}
	member := func(literal string) *Member {
		return &Member{Name: Span{0, uint32(len(literal))}, escaped: strings.Contains(literal, `\`)}
	}
	for _, a := range literals {
		for _, b := range literals {
			got := compareNames([]byte(a), member(a), []byte(b), member(b))
			want := strings.Compare(Unquote([]byte(a)), Unquote([]byte(b)))
			if got > 0 != (want > 0) || got < 0 != (want < 0) {
				t.Errorf("%s and %s: %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`1`, `1.0`, true}, {`1`, `10e-1`, true}, {`1e400`, `10e399`, true}, {`0`, `-0.0e7`, true}, {`0.10`, `0.1`, true},
		{`12345678901234567890123`, `12345678901234567890124`, false}, {`1e99999999999999999999`, `1e99999999999999999998`, false},
		{`-1`, `1`, false}, {`1200`, `12e2`, true},
		{`"a"`, `"\u0061"`, true}, {`"\ud83d\ude00"`, `"😀"`, true}, {`"a"`, `"A"`, false},
		{`{"a":1,"b":[1,2]}`, "{ \"b\" : [1,2.0],\n\"a\":1}", true}, {`[1,2]`, `[2,1]`, false}, {`[[1],2]`, `[1,[2]]`, false},
		{`{"a":{}}`, `{"a":[]}`, false}, {`{"a":1}`, `{"b":1}`, false}, {`{"a":1}`, `{"a":1,"b":1}`, false}, {`{"a":{"b":1}}`, `{"a":{"c":1}}`, false},
		{`null`, `false`, false}, {`true`, `true`, true},
	} {
		if got := Equal([]byte(c.a), []byte(c.b)); got != c.want {
			t.Errorf("Equal(%s, %s) = %v", c.a, c.b, got)
		}
		if got := Equal([]byte(c.b), []byte(c.a)); got != c.want {
			t.Errorf("Equal(%s, %s) = %v", c.b, c.a, got)
		}
	}
}

func TestLine(t *testing.T) {
	src := []byte("a\nb😀é!\r\nc\rd")
	for _, c := range []struct{ offset, line, runes, units int }{
		{0, 1, 1, 1}, {2, 2, 1, 1}, {3, 2, 2, 2}, {7, 2, 3, 4}, {9, 2, 4, 5}, {12, 3, 1, 1}, {14, 4, 1, 1}, {99, 4, 2, 2},
	} {
		line, column := Line(src, c.offset)
		_, units := LineUTF16(src, c.offset)
		if line != c.line || column != c.runes || units != c.units {
			t.Errorf("offset %d: %d:%d (%d units), want %d:%d (%d)", c.offset, line, column, units, c.line, c.runes, c.units)
		}
	}
}

func TestPointerAndQuote(t *testing.T) {
	if got := string(AppendPointer(nil, "a/b~1")); got != "/a~1b~01" {
		t.Error(got)
	}
	text := "q\"\\\n\r\t\x01é😀"
	if got := Unquote(AppendQuote(nil, text)); got != text {
		t.Errorf("%q", got)
	}
}

func TestWalk(t *testing.T) {
	src := []byte(`{"a":[1, "],", {"b":[]}], "c":{"d":[{}]} }`)
	var got []string
	for m := range Members(src, Span{0, uint32(len(src))}) {
		got = append(got, string(m.Value.Of(src)))
		if KindOf(src, m.Value) == Array {
			for e := range Elements(src, m.Value) {
				got = append(got, string(e.Of(src)))
			}
		}
	}
	want := "[1, \"],\", {\"b\":[]}]|1|\"],\"|{\"b\":[]}|{\"d\":[{}]}"
	if strings.Join(got, "|") != want {
		t.Errorf("got %s", strings.Join(got, "|"))
	}
}

func TestUTF16Len(t *testing.T) {
	src := "aé—😀bcdefghéé😀😀zzzzzzzzzzzzzzz—"
	for from := range len(src) + 1 {
		for to := from; to <= len(src); to++ {
			piece := src[from:to]
			want := len(utf16.Encode([]rune(piece)))
			if got := UTF16LenOfAny([]byte(piece)); got != want {
				t.Fatalf("%q: %d units, want %d", piece, got, want)
			}
			if got := UTF16Len([]byte(piece)); utf8.ValidString(piece) && got != want {
				t.Fatalf("%q: %d units of good text, want %d", piece, got, want)
			}
			if parts := UTF16Len([]byte(src[:from])) + UTF16Len([]byte(piece)) + UTF16Len([]byte(src[to:])); parts != UTF16Len([]byte(src)) {
				t.Fatalf("%q: %d units in parts, want %d", piece, parts, UTF16Len([]byte(src)))
			}
		}
	}
}
