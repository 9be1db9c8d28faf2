package play

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// readCases reads a table: paragraphs of lines, the first two of which are
// texts.
func readCases(t testing.TB, file string) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases [][]string
	for paragraph := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		if lines := strings.Split(paragraph, "\n"); !strings.HasPrefix(lines[0], "#") {
			cases = append(cases, lines)
		}
	}
	return cases
}

// said is the JSON form of Inverse or Compare.
type said struct {
	Version   int
	OK        bool
	Bodies    []string
	Obstacles []struct {
		Code, Pointer, Text string
		Profile, Goal       []int
	}
	Theirs      *string
	TooMany     bool
	Differences []struct {
		Kind, Pointer string
		Rule, Step    int
		Ours, Theirs  *string
	}
	Errors []struct {
		Input, Code string
		Span        []int
	}
}

func read(t *testing.T, form []byte) (s said) {
	t.Helper()
	if err := json.Unmarshal(form, &s); err != nil || s.Version != Version {
		t.Fatalf("%v in %s", err, form)
	}
	return s
}

// lines tells an answer as the tables do.
func (s *said) lines(profile, goal string) []string {
	out := s.Bodies
	for _, o := range s.Obstacles {
		out = append(out, fmt.Sprintf("%s %s %s %s", o.Code, o.Pointer, slice(profile, o.Profile), slice(goal, o.Goal)))
	}
	if s.Theirs != nil {
		out = append(out, *s.Theirs)
	}
	for _, d := range s.Differences {
		out = append(out, fmt.Sprintf("%s %d %d %s %s %s", d.Kind, d.Rule, d.Step, d.Pointer, orNone(d.Ours), orNone(d.Theirs)))
	}
	for _, e := range s.Errors {
		out = append(out, fmt.Sprintf("! %s %d-%d %s", e.Input, e.Span[0], e.Span[1], e.Code))
	}
	return out
}

func orNone(text *string) string {
	if text == nil {
		return "-"
	}
	return *text
}

func TestInverseJSON(t *testing.T) {
	for _, c := range readCases(t, "testdata/inverse.txt") {
		s := read(t, Inverse([]byte(c[0]), []byte(c[1])).AppendJSON(nil))
		if got, want := strings.Join(s.lines(c[0], c[1]), "\n"), strings.Join(c[2:], "\n"); got != want || s.OK != (s.Bodies != nil) {
			t.Errorf("from %s to %s: ok %v\n%s\nwant\n%s", c[0], c[1], s.OK, got, want)
		}
		for _, o := range s.Obstacles {
			if !strings.HasPrefix(o.Text, o.Pointer+" ") {
				t.Errorf("%s is told as %q", o.Pointer, o.Text)
			}
		}
	}
}

func TestCompareJSON(t *testing.T) {
	for _, c := range readCases(t, "testdata/compare.txt") {
		s := read(t, Compare([]byte(c[0]), []byte(c[1])).AppendJSON(nil))
		if got, want := strings.Join(s.lines(c[0], c[1]), "\n"), strings.Join(c[2:], "\n"); got != want || s.OK != (s.Errors == nil) || s.TooMany {
			t.Errorf("%s with %s: ok %v\n%s\nwant\n%s", c[0], c[1], s.OK, got, want)
		}
	}
}

func TestDiffJSON(t *testing.T) {
	for _, c := range readCases(t, "testdata/diff.txt") {
		s := read(t, Diff([]byte(c[0]), []byte(c[1])).AppendJSON(nil))
		var got []string
		for _, d := range s.Differences {
			got = append(got, d.Kind+" "+d.Pointer)
		}
		s.Differences = nil
		got = append(got, s.lines(c[0], c[1])...)
		if got, want := strings.Join(got, "\n"), strings.Join(c[2:], "\n"); got != want || s.OK != (s.Errors == nil) || s.TooMany {
			t.Errorf("%s and %s: ok %v\n%s\nwant\n%s", c[0], c[1], s.OK, got, want)
		}
	}
}

// TestTooMany holds that a name that would stand in too many pointers does not
// make the answer grow with the square of the texts, and that a deep text with
// few values is compared.
func TestTooMany(t *testing.T) {
	long := `{"user_metadata":{"x":{"` + strings.Repeat("n", 100_000) + `":{`
	profile, body := lengthen(1000, long, `"#":0,`, `"":0`, "", `}}}}`), lengthen(1, long, "", "", "", `}}}}`)
	s := read(t, Compare(profile, body).AppendJSON(nil))
	if !s.OK || !s.TooMany || len(s.Differences) > 0 || !jsonspan.Equal([]byte(*s.Theirs), profile) {
		t.Errorf("ok %v, too many %v, %d differences", s.OK, s.TooMany, len(s.Differences))
	}
	if s = read(t, Diff(profile, []byte("{}")).AppendJSON(nil)); !s.OK || !s.TooMany || len(s.Differences) > 0 {
		t.Errorf("diff: ok %v, too many %v, %d differences", s.OK, s.TooMany, len(s.Differences))
	}
	deep := lengthen(jsonspan.MaxDepth-3, `{"user_metadata":{"x":`, `{"abcdefghi":`, `1`, `}`, `}}`)
	s = read(t, Compare(deep, []byte(`{"user_metadata":{"x":{}}}`)).AppendJSON(nil))
	if !s.OK || s.TooMany || len(s.Differences) != 1 {
		t.Errorf("ok %v, too many %v, %d differences", s.OK, s.TooMany, len(s.Differences))
	}
}

// FuzzQuestions holds that Inverse, Diff and Compare answer with good JSON about
// places that are there, and that what they say is so.
func FuzzQuestions(f *testing.F) {
	for _, file := range []string{"testdata/inverse.txt", "testdata/compare.txt"} {
		for _, c := range readCases(f, file) {
			f.Add(c[0], c[1])
		}
	}
	f.Fuzz(func(t *testing.T, profile, other string) {
		route := read(t, Inverse([]byte(profile), []byte(other)).AppendJSON(nil))
		route.lines(profile, other)
		if route.OK {
			leads(t, profile, route.Bodies, other)
		}
		mismatch := read(t, Diff([]byte(profile), []byte(other)).AppendJSON(nil))
		if mismatch.OK && !mismatch.TooMany {
			const white = " \t\r\n"
			equal := jsonspan.Equal([]byte(strings.Trim(profile, white)), []byte(strings.Trim(other, white)))
			if equal != (len(mismatch.Differences) == 0) {
				t.Fatalf("%s and %s: equal %v, but %v", profile, other, equal, mismatch.Differences)
			}
		}
		r, err := merge.Apply([]byte(profile), []byte(other))
		c := read(t, Compare([]byte(profile), []byte(other)).AppendJSON(nil))
		c.lines(profile, other)
		if c.OK != (err == nil) {
			t.Fatalf("compared %v, applied %v", c.OK, err)
		}
		if !c.OK || c.TooMany {
			return
		}
		if equal := jsonspan.Equal(r.Bytes, []byte(*c.Theirs)); equal != (len(c.Differences) == 0) {
			t.Fatalf("equal %v, %d differences", equal, len(c.Differences))
		}
		for _, d := range c.Differences {
			s := &r.Steps[d.Step]
			at := s.Pointer([]byte(other))
			if d.Pointer != at && !strings.HasPrefix(d.Pointer, at+"/") || d.Rule != 7 && d.Rule != int(s.Rule) {
				t.Fatalf("%+v comes from step %s of rule %d", d, at, s.Rule)
			}
		}
	})
}

func leads(t *testing.T, profile string, bodies []string, goal string) {
	t.Helper()
	text := []byte(profile)
	for _, body := range bodies {
		r, err := merge.Apply(text, []byte(body))
		if err != nil {
			t.Fatal(err)
		}
		text = r.Bytes
	}
	if !jsonspan.Equal(text, []byte(goal)) {
		t.Fatalf("%q lead to %q", bodies, text)
	}
}

// TestPointed holds that the bound on pointers is one.
func TestPointed(t *testing.T) {
	for text, least := range map[string]int{
		`{}`:                              0,
		`{"ab":1,"c":[1,{"d":2}]}`:        len("/ab") + len("/c/0") + len("/c/1/d"),
		`{"a":{"b":{"c":[]}},"d":1}`:      len("/a/b/c") + len("/d"),
		`{"a":{"b":{"c":1}},"é":{"d":1}}`: len("/a/b/c") + len("/é/d"),
	} {
		if n := pointed([]byte(text)); n < least || n > 8*least+8 {
			t.Errorf("%s: %d bytes, at least %d are true", text, n, least)
		}
	}
}
