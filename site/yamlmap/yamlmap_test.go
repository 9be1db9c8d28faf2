package yamlmap

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestParse reads the paragraphs of testdata: the YAML, "---->", and what it
// becomes. The YAML is said to begin in line 2 of its file.
func TestParse(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for c := range strings.SplitSeq(string(b), "\n====\n") {
		text, want, found := strings.Cut(c, "\n---->\n")
		if !found {
			t.Fatalf("no arrow in %q", c)
		}
		entries, findings := Parse(Source{File: "f", Text: []byte(text + "\n"), Line: 1})
		var lines []string
		dump(&lines, "", entries)
		for _, f := range findings {
			lines = append(lines, f.String())
		}
		if got := strings.Join(lines, "\n"); got != strings.TrimSpace(want) {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", text, got, want)
		}
	}
}

func dump(lines *[]string, indent string, entries []Entry) {
	for _, e := range entries {
		*lines = append(*lines, fmt.Sprintf("%s%d:%d %s", indent, e.Line, e.Column, e.Key)+show(e.Value))
		dump(lines, indent+"  ", e.Value.Map)
	}
}

func show(v Value) string {
	switch v.Kind {
	case Scalar:
		return fmt.Sprintf(" %d:%d %q", v.Line, v.Column, v.Text)
	case List:
		s := " ["
		for _, e := range v.List {
			s += show(e)
		}
		return s + " ]"
	case Map:
		return " {}"
	}
	return ""
}

func FuzzParse(f *testing.F) {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		f.Fatal(err)
	}
	for c := range strings.SplitSeq(string(b), "\n====\n") {
		f.Add([]byte(c))
	}
	f.Fuzz(func(t *testing.T, text []byte) { Parse(Source{File: "f", Text: text}) })
}

// What is read in the short way is what the library reads.
func FuzzPlain(f *testing.F) {
	for _, text := range []string{
		"title: A page, of (two) words\ndescription: It's - 1.5 = x", "a: b\na: b", "a: b ", "a: b\n  c", "a: true", "true: a", "a: b\nc:  d", "a: b: c", "nan: inf\n",
		"a: e5", "a: x - y", "a-b_c: b;c", "a: b\n...\n", "a: b,", "a: b\r\n", "a: Null", "a: b\n\nc: d", "a: b\nc: d\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		src := Source{File: "f", Text: text, Line: 1}
		got, ok := plain(src)
		if !ok {
			return
		}
		if want, findings := parse(src); !reflect.DeepEqual(got, want) || findings != nil {
			t.Errorf("%q is read as %+v, by the library as %+v, %v", text, got, want, findings)
		}
	})
}
