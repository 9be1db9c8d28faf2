package wasmfile

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// A function as a test describes it: pctab and funcdata by what they say.
type function struct {
	name               string
	args               uint32
	pcsp, pcfile, pcln string
	pcdata             []string
	funcdata           []uint32
}

var two = []function{
	{"main.main", 8, "\x02\x01\x00", "\x04\x09\x00", "\x06\x07\x00", []string{"\x08\x08\x00", "\x00\x05\x02\x80\x01\x00", "", "\x0a\x0a\x00"}, []uint32{1, 2, 3, 4, 5, 6, 7, 8}},
	{"runtime.main", 0, "\x02\x01\x00", "\x04\x08\x00", "", nil, nil},
	{"reflect.makeFuncStub", unknownArgs, "", "", "", []string{""}, []uint32{none}},
	{"runtime.gcBgMarkWorker", 0, "\x00\x03\x00", "", "", []string{""}, []uint32{9}},
}

// table is memory with a table of functions, as the linker would write it.
func table(functions []function) memory {
	const start, data = 1000, 1000 + 16 // of the memory, of moduledata in it
	header := uint64(data + 8*42)
	names, pctab := []byte{0}, []byte{0}
	offset := func(all *[]byte, s string) uint32 {
		if s == "" {
			return 0
		}
		if i := bytes.Index(*all, []byte(s)); i >= 0 {
			return uint32(i)
		}
		*all = append(*all, s...)
		return uint32(len(*all) - len(s))
	}
	ftab, records := []byte{}, []byte{}
	for i, f := range functions {
		ftab = le.AppendUint32(le.AppendUint32(ftab, uint32(i)), uint32(8*(len(functions)+1)+len(records)))
		for _, n := range []uint32{uint32(i), offset(&names, f.name+"\x00"), f.args, 0, offset(&pctab, f.pcsp), offset(&pctab, f.pcfile), offset(&pctab, f.pcln), uint32(len(f.pcdata)), 77, 88, uint32(len(f.funcdata)) << 24} {
			records = le.AppendUint32(records, n)
		}
		for _, s := range f.pcdata {
			records = le.AppendUint32(records, offset(&pctab, s))
		}
		for _, n := range f.funcdata {
			records = le.AppendUint32(records, n)
		}
	}
	ftab = le.AppendUint64(ftab, uint64(len(functions)))
	records = append(ftab, records...)
	cutab, files := []byte("\x01\x00\x00\x00"), []byte("main.go\x00")

	out := []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8} // the header
	words := make([]byte, 8*42)                       // moduledata
	le.PutUint64(words, header)
	rest := []byte{}
	out = le.AppendUint64(le.AppendUint64(le.AppendUint64(out, uint64(len(functions))), 1), 0)
	for i, part := range [][]byte{names, cutab, files, pctab, records} {
		at := 8*9 + len(rest)
		out = le.AppendUint64(out, uint64(at))
		le.PutUint64(words[8+24*i:], header+uint64(at))
		le.PutUint64(words[16+24*i:], uint64(len(part)/[]int{1, 4, 1, 1, 1}[i]))
		rest = append(rest, part...)
		rest = append(rest, make([]byte, 8-len(rest)%8)...)
	}
	copy(words[8*16:], words[8*13:8*14]) // ftab
	le.PutUint64(words[8*17:], uint64(len(functions)+1))
	le.PutUint64(words[8*19:], header+8*9+uint64(len(rest)))
	le.PutUint64(words[8*20:], 1<<28)
	le.PutUint64(words[8*21:], 1<<28+2*bucketPCs+1) // as the linker: the last function's size is one
	for _, first := range []uint32{aFew - 1, aFew, 2*aFew + 7} {
		rest = append(le.AppendUint32(rest, first), strings.Repeat("\x01", 16)...)
	}
	rest = rest[:len(rest)-15]
	le.PutUint64(words[8*41:], header+8*9+uint64(len(rest)))
	rest = append(rest, "more"...)
	return memory{start, slices.Concat(make([]byte, data-start), words, out, rest)}
}

// improve rewrites memory and reads its table.
func improve(t *testing.T, m memory) (functions, memory) {
	t.Helper()
	section, err := rewriteData(m.section())
	if err != nil {
		t.Fatal(err)
	}
	got, err := readMemory(section)
	if err != nil {
		t.Fatal(err)
	}
	all, found, err := findFunctions(got)
	if err != nil || !found {
		t.Fatalf("no table: %v", err)
	}
	return all, got
}

func TestForget(t *testing.T) {
	before := table(two)
	was, _, _ := findFunctions(table(two))
	got, m := improve(t, before)
	name := func(r record) string {
		s, _, _ := bytes.Cut(got.names[r.get(nameOff):], []byte{0})
		return string(s)
	}
	at := func(offset uint32) string { return string(pcTable(got.pctab, offset)) }
	first := got.records[0]
	for what, ok := range map[string]bool{
		"names":                 name(first) == "" && name(got.records[1]) == "runtime." && name(got.records[2]) == "reflect.makeFuncStub" && name(got.records[3]) == "runtime.",
		"other texts":           !bytes.Contains(m.bytes, []byte("main")),
		"files":                 first.get(pcfile) == 0 && first.get(pcln) == 0 && first.get(cuOffset) == 0 && first.get(startLine) == 0,
		"pcsp":                  at(first.get(pcsp)) == two[0].pcsp && got.records[1].get(pcsp) == first.get(pcsp) && at(got.records[3].get(pcsp)) == two[3].pcsp,
		"no pcsp":               got.records[2].get(pcsp) == 0,
		"pcdata":                at(le.Uint32(first.pcdata[4:])) == two[0].pcdata[1],
		"pcdata, not needed":    le.Uint32(first.pcdata) == 0 && le.Uint32(first.pcdata[12:]) == 0,
		"pctab":                 len(bytes.TrimRight(got.pctab, "\x00")) == 1+3+6+3-1,
		"funcdata":              slices.Equal(first.funcdata[:20], was.records[0].funcdata[:20]) && le.Uint32(got.records[3].funcdata) == 9,
		"funcdata, not needed":  bytes.Equal(first.funcdata[20:], bytes.Repeat([]byte{0xff}, 12)),
		"buckets":               le.Uint32(got.buckets) == 0 && le.Uint32(got.buckets[20:]) == aFew && le.Uint32(got.buckets[40:]) == 2*aFew,
		"buckets, the rest":     le.Uint64(got.buckets[4:]) == 0 && len(got.buckets) == 45 && got.buckets[44] == 0,
		"what is behind":        bytes.HasSuffix(m.bytes, []byte("\x00more")),
		"args":                  first.get(args) == 8,
		"number of the records": len(got.records) == 4,
	} {
		if !ok {
			t.Errorf("%s are not right", what)
		}
	}
	if _, again := improve(t, m); !bytes.Equal(again.bytes, m.bytes) {
		t.Error("a second time changes something")
	}
}

func TestForgetForm(t *testing.T) {
	other := table(two)
	at := bytes.Index(other.bytes, []byte{0xf1, 0xff})
	other.bytes[at] = 0xf2
	if got, err := rewriteData(other.section()); err != nil || !bytes.Equal(got, other.section()) {
		t.Errorf("another version is not left as it is: %v", err)
	}
	other = table(two)
	le.PutUint64(other.bytes[16+8*41:], 5)
	if got, err := rewriteData(other.section()); err != nil || !bytes.Equal(got, other.section()) {
		t.Errorf("another end is not left as it is: %v", err)
	}
	for name, change := range map[string]func(t functions, m memory){
		"a record elsewhere":    func(t functions, m memory) { t.records[1].set(entryOff, 7) },
		"a record too long":     func(t functions, m memory) { t.records[3].set(npcdata, 99) },
		"a name behind the end": func(t functions, m memory) { t.records[1].set(nameOff, 1<<20) },
		"a table of no end": func(t functions, m memory) {
			t.records[1].set(pcsp, uint32(len(t.pctab)-1))
			t.pctab[len(t.pctab)-1] = 7
		},
		"more functions": func(t functions, m memory) { m.bytes[at+8]++ },
	} {
		m := table(two)
		all, _, _ := findFunctions(m)
		change(all, m)
		if _, err := rewriteData(m.section()); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
