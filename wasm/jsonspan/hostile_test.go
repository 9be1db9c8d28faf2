package jsonspan

import (
	"bytes"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// nested returns a text of n containers, one in the other, around the value.
func nested(n int, open, value, closing string) []byte {
	k := n / (strings.Count(open, "[") + strings.Count(open, "{"))
	return []byte(strings.Repeat(open, k) + value + strings.Repeat(closing, k))
}

var nestings = []struct{ open, closing string }{{`[`, `]`}, {`{"a":`, `}`}, {`{"\u0061":[`, `]}`}, {"[ {\n\"\":", "} ]"}, {`[0,`, `,0]`}, {`{"b":0,"a":`, `,"c":0}`}}

// TestDepthTaken holds that 10,000 levels cost no stack, whatever is done.
func TestDepthTaken(t *testing.T) {
	for _, c := range nestings {
		a, b := nested(MaxDepth, c.open, "1", c.closing), nested(MaxDepth, c.open, "2", c.closing)
		if _, errs := Check(a); errs != nil {
			t.Fatalf("%s: %v", c.open, errs[0])
		}
		if errs := Diagnose(a, false); errs != nil {
			t.Fatalf("%s: %v", c.open, errs[0])
		}
		doc, errs := Scan(a)
		if (errs == nil) != (c.open[0] == '{') {
			t.Fatalf("%s: Scan says %v", c.open, errs)
		}
		if doc != nil && doc.Members[len(doc.Members)-1].Value.Len() == 0 {
			t.Fatalf("%s: an empty value", c.open)
		}
		if compact := AppendCompact(nil, a); !Equal(a, compact) || Equal(a, b) {
			t.Fatalf("%s: Equal does not tell", c.open)
		}
		if d := Diff(a, b); len(d) != 1 || strings.Count(d[0].Pointer, "/") != MaxDepth || string(d[0].A.Of(a)) != "1" || string(d[0].B.Of(b)) != "2" {
			t.Fatalf("%s: %d differences", c.open, len(d))
		}
		some := nested(MaxDepth/10, c.open, "1", c.closing) // indenting costs the square of the depth
		if indented := AppendIndent(nil, some, " ", "\n"); !Equal(some, indented) {
			t.Fatalf("%s: indented it is another value", c.open)
		}
		if end := skipValue(a, 0); end != len(a) {
			t.Fatalf("%s: the value ends at %d", c.open, end)
		}
	}
}

// TestDepthRefused holds that a million levels are refused, and that even who
// does not ask first loses no stack.
func TestDepthRefused(t *testing.T) {
	const million = 1_000_000
	for _, c := range nestings {
		whole := nested(million, c.open, "1", c.closing)
		open := nested(million, c.open, "", "")
		for _, text := range [][]byte{whole, open, nested(MaxDepth+2, c.open, "1", c.closing)} {
			if _, errs := Check(text); len(errs) != 1 || errs[0].Code != CodeTooDeep {
				t.Fatalf("%s: Check says %.300v", c.open, errs)
			}
			_, errs := Scan(text)
			if errs == nil || errs[len(errs)-1].Code != CodeTooDeep {
				t.Fatalf("%s: Scan says %.300v", c.open, errs)
			}
		}
	}
	whole := nested(million, `{"a":[`, "1", `]}`)
	if !Equal(whole, append([]byte(" "), whole...)) || !bytes.Equal(AppendCompact(nil, whole), whole) {
		t.Fatal("not the same value")
	}
}

// duration returns how long the work takes.
func duration(work func()) time.Duration {
	start := time.Now()
	work()
	return time.Since(start)
}

// holdRatio holds that hostile work costs at most 30 times what plain work of
// the same size costs in the same run. It looks again when it does not. Work
// of less than half a second is never a square at these sizes, which takes a
// hundred times as long, and a busy machine can make any of it look slow.
func holdRatio(t *testing.T, name string, plain, hostile func()) {
	t.Helper()
	const tries = 3
	for try := 1; ; try++ {
		h := duration(hostile)
		if h < 500*time.Millisecond {
			return
		}
		p := duration(plain)
		if h <= 30*p {
			return
		}
		if try == tries {
			t.Errorf("%s: %v, a plain one takes %v", name, h, p)
			return
		}
	}
}

// lengthen returns the parts again and again, up to about n bytes, between head
// and tail. A # in the part is its number.
func lengthen(n int, head, part, tail string) []byte {
	b := []byte(head)
	for i := 0; len(b) < n; i++ {
		b = append(b, strings.ReplaceAll(part, "#", strconv.Itoa(i))...)
	}
	return append(b, tail...)
}

// TestHostileTexts holds the cost of a megabyte of what parsers stumble over.
func TestHostileTexts(t *testing.T) {
	const megabyte = 1 << 20
	work := func(text []byte) func() {
		return func() {
			if v, errs := Check(text); errs == nil {
				NewTree(text, v)
				Equal(text, append([]byte(" "), text...))
				Diff(text, append([]byte(" "), text...))
				AppendCompact(nil, text)
				if KindOf(text, v) == String {
					Unquote(text)
				}
			}
			for _, e := range Diagnose(text, true) {
				LineUTF16(text, e.Start)
			}
			Scan(text)
		}
	}
	ordinary := func(n int) []byte {
		return lengthen(n, `{"items":[`, `{"id":#,"name":"some plain text","tags":["a","b"]},`, `0]}`)
	}
	plain, plainSmall := work(ordinary(megabyte)), work(ordinary(megabyte/4))
	for _, c := range []struct{ head, part, tail string }{
		{`"`, `\u00e9`, `"`}, {`"`, `\\`, `"`}, {`"`, `\"`, `"`}, {`"`, `\ud83d\ude00`, `"`}, {`"`, `\ud83d`, `"`}, {`"`, `\q`, `"`},
		{`{"`, `\u0061`, `":1}`}, {`{"`, `\u0061`, `":1`}, {`"`, "é", `"`}, {`"`, "\xff", `"`}, {`"`, "\x01", `"`}, {`"`, "é", ``}, {`"`, "\\", ``},
	} {
		text := lengthen(megabyte, c.head, c.part, c.tail)
		holdRatio(t, fmt.Sprintf("%s %s… %s", c.head, c.part, c.tail), plain, work(text))
	}
	for _, c := range []struct{ head, part, tail string }{
		{`[`, `0`, `]`}, {`[1`, `0`, `]`}, {`[1e`, `9`, `]`}, {`[0.`, `0`, `1]`}, {`[-`, `-`, `]`}, {`[1.`, `.`, `]`}, {`[`, `x`, `]`},
		{``, ` `, ``}, {``, "\r\n", `1`}, {`[`, "\u00a0", `]`}, {``, "\ufeff", `1`}, {``, "\x00", ``},
		{`[`, `[],`, `0]`}, {`[`, `{},`, `0]`}, {`[`, `[`, `]`}, {`[`, `]`, `]`}, {`{`, `{`, ``}, {``, `[{`, ``}, {``, `}`, ``}, {`[`, `[}`, ``},
		{`[`, `,`, `]`}, {`{`, `,`, `}`}, {`{`, `:`, `}`}, {`[`, `:`, `]`}, {`[`, `0 `, `]`}, {`[`, `"" `, `]`}, {`[`, `""`, `]`}, {`[`, `"`, `]`},
		{`{`, `"a":1,`, `"b":1}`}, {`{`, `"#":1,`, `"":1}`}, {`{`, `"\u0061#":1,`, `"":1}`}, {`{`, `"a"`, `}`}, {`{`, `"a" 1 `, `}`}, {`{`, `a:1,`, `}`},
		{`[`, `//`, "\n]"}, {`[`, "//\n", `]`}, {`[`, `/*`, `]`}, {`[`, `/**/`, `]`}, {`[`, `#`, "\n]"}, {`[`, `/`, `]`}, {`[`, `*/`, `]`},
		{`[`, `'`, `]`}, {`['`, `\'`, `]`}, {`['`, `a`, `]`}, {`[`, "'a'\n", `]`}, {`[`, `“`, `]`}, {`[`, `“”`, `]`}, {`[`, "\"\n", `]`}, {`[`, "\"a,\n", `]`},
		{`[`, `nul `, `]`}, {`[`, `null`, `]`}, {`[`, `tru,`, `]`}, {`[`, `NaN,`, `]`}, {``, `{}`, ``}, {``, `1 `, ``},
		{`{"a":{"b":`, `[`, ``}, {``, `{"a":`, ``}, {``, `{"a":[`, `x`}, {``, `[x,`, ``}, {``, `{"a":x,"b":`, ``},
	} {
		holdRatio(t, fmt.Sprintf("%s %s… %s", c.head, c.part, c.tail), plainSmall, work(lengthen(megabyte/4, c.head, c.part, c.tail)))
	}
}

// index looks up every member by its name and looks for one that is twice.
func index(t *testing.T, src []byte, members []Member) func() {
	return func() {
		var table nameTable
		if !table.distinct(src, members) {
			t.Fatal("a name is twice")
		}
		names := IndexNames(src, members)
		for i := range members {
			if at := names.Find(src, &members[i]); at != i {
				t.Fatalf("%s is found at %d, not at %d", members[i].Name.Of(src), at, i)
			}
		}
	}
}

func membersOf(t *testing.T, text []byte) []Member {
	t.Helper()
	doc, errs := Scan(text)
	if errs != nil {
		t.Fatal(errs)
	}
	return doc.Members
}

// TestHostileNames holds the cost of names whose hashes are all the same, and
// of names that all want the same few places of a table.
func TestHostileNames(t *testing.T) {
	var text []byte
	text = append(text, '{')
	for i := range 200_000 {
		text = fmt.Appendf(text, `"name%d":0,`, i)
	}
	text = append(text, `"":0}`...)
	plain := membersOf(t, text)
	sorting := func() {
		slices.SortFunc(slices.Clone(plain), func(a, b Member) int { return bytes.Compare(rawName(text, &a), rawName(text, &b)) })
	}

	equal := bytes.Clone(text)
	same := membersOf(t, equal)
	for i := range same {
		same[i].hash = 7
	}
	holdRatio(t, "equal hashes", sorting, index(t, equal, same))

	var long []byte
	long = append(long, `{"`...)
	for range 100_000 {
		long = append(long, `\u0061`...)
	}
	long = append(long, `":0,`...)
	long = append(long, text[1:]...)
	escaped := membersOf(t, long)
	for i := range escaped {
		escaped[i].hash = 7
	}
	holdRatio(t, "equal hashes, with a long name in escapes", sorting, index(t, long, escaped))

	var crowd []Member
	for _, m := range plain {
		if m.hash&0xf000 == 0 {
			crowd = append(crowd, m)
		}
	}
	few := plain[:len(crowd)]
	holdRatio(t, "hashes in a sixteenth of the table", index(t, text, few), index(t, text, crowd))
}

// allocated returns how many bytes the work allocates.
func allocated(work func()) int64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return int64(after.TotalAlloc - before.TotalAlloc)
}

// FuzzLinear makes a text sixteen times as long by repetition and holds that
// the work grows with it and with what it returns, not with its square. Bytes
// allocated stand for the work; the time has a bound that only a square breaks.
func FuzzLinear(f *testing.F) {
	for _, c := range nestings {
		f.Add("", c.open, "1", c.closing, "")
		f.Add("[", c.open, "x", "", "]")
	}
	for _, p := range []string{`"#":1,`, `"#":1 `, `a,`, `"\u0061",`, `1,,`, "\xff", `"`, `/*`, `'`, "\"\n", `[1}`} {
		f.Add(`{`, p, `"":0`, "", `}`)
		f.Add(`[`, p, `0`, "", `]`)
		f.Add(`[`, `[[1],`, p, `]`, `]`)
	}
	f.Add(" ", "[[[", "Nl\xf3\xb5\x97|N(,", "n", "\x9c") // as deep as may be
	f.Fuzz(func(t *testing.T, head, open, middle, closing, tail string) {
		if len(head)+len(open)+len(middle)+len(closing)+len(tail) > 200 {
			return
		}
		build := func(n int, middle string) []byte {
			b := lengthen(len(head)+n*max(len(open), 1), head, open+" ", middle)
			for range n {
				b = append(b, closing...)
			}
			return append(b, tail...)
		}
		measure := func(n int) (bytes, returned int64, took time.Duration) {
			a, b := build(n, middle), build(n, "0")
			start := time.Now()
			bytes = allocated(func() {
				v, errs := Check(a)
				for _, e := range Diagnose(a, true) {
					returned += int64(len(e.Pointer))
				}
				if errs != nil {
					return
				}
				NewTree(a, v)
				AppendCompact(nil, a)
				if _, errs := Check(b); errs == nil {
					Equal(a, b)
					for _, d := range Diff(a, b) {
						returned += int64(len(d.Pointer))
					}
				}
			})
			return bytes, returned, time.Since(start)
		}
		short, _, shortTime := measure(256)
		long, returned, longTime := measure(4096)
		// A list that grows by a quarter is allocated five times, a short one twice.
		if long > 24*short+20*returned+4<<20 {
			t.Errorf("%d bytes are allocated, %d for a sixteenth of the text", long, short)
		}
		bound := 16*30*shortTime + time.Second
		for range 3 { // a busy machine may stop a process for longer than that
			if longTime > bound {
				_, _, longTime = measure(4096)
			}
		}
		if longTime > bound {
			t.Errorf("it takes %v, %v for a sixteenth of the text", longTime, shortTime)
		}
	})
}
