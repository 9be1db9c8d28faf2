package jsonspan

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// A suiteCase is a line of testdata/suite.txt.
type suiteCase struct{ name, want, text string }

// readSuite returns the cases of testdata/suite.txt.
func readSuite(t testing.TB) []suiteCase {
	t.Helper()
	b, err := os.ReadFile("testdata/suite.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []suiteCase
	for line := range strings.SplitSeq(strings.TrimSuffix(string(b), "\n"), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, rest, _ := strings.Cut(line, " ")
		want, text, _ := strings.Cut(rest, " ")
		cases = append(cases, suiteCase{name, want, expand(t, text)})
	}
	return cases
}

// expand reads the escapes of the file: \xHH is a byte, and \x*N(TEXT) is the
// text N times. Any other backslash is JSON's own.
func expand(t testing.TB, text string) string {
	t.Helper()
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, `\x`)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if rest, many := strings.CutPrefix(after, "*"); many {
			count, rest, _ := strings.Cut(rest, "(")
			part, rest, closed := strings.Cut(rest, ")")
			n, err := strconv.Atoi(count)
			if err != nil || !closed {
				t.Fatalf("what is to be repeated in %q?", text)
			}
			b.WriteString(strings.Repeat(expand(t, part), n))
			text = rest
			continue
		}
		if len(after) < 2 {
			t.Fatalf("two digits are missing in %q", text)
		}
		c, err := strconv.ParseUint(after[:2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteByte(byte(c))
		text = after[2:]
	}
}

// TestSuite holds the readers to a decision on every kind of text that trips
// JSON parsers: what must be refused is, for the reason that the table gives;
// what must be taken is, except where names are twice.
func TestSuite(t *testing.T) {
	count := map[string]int{}
	seen := map[string]bool{}
	for _, c := range readSuite(t) {
		if seen[c.name] {
			t.Errorf("%s stands twice in the table", c.name)
		}
		seen[c.name] = true
		kind := c.name[:2]
		count[kind]++
		switch {
		case kind == "n_" && c.want == "taken",
			kind == "y_" && c.want != "taken" && (c.want != CodeDuplicate || !strings.HasPrefix(c.name, "y_object_duplicated_")),
			kind != "n_" && kind != "y_" && kind != "i_":
			t.Errorf("%s cannot be %s", c.name, c.want)
		}
		got := "taken"
		if _, errs := Check([]byte(c.text)); errs != nil {
			got = errs[0].Code
		}
		if got != c.want {
			t.Errorf("%s: %.100q is %s, not %s", c.name, c.text, got, c.want)
		}
		hold(t, []byte(c.text))
	}
	for kind, least := range map[string]int{"n_": 180, "y_": 90, "i_": 30} {
		if count[kind] < least {
			t.Errorf("%d cases of %s, there should be %d", count[kind], kind, least)
		}
	}
}
