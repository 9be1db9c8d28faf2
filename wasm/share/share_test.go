package share

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite the golden of testdata")

// readCases returns the paragraphs of a file of testdata, with the quoted ones
// of their lines unquoted.
func readCases(t testing.TB, file string) (cases [][]string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for paragraph := range strings.SplitSeq(string(b), "\n\n") {
		if strings.HasPrefix(paragraph, "#") {
			continue
		}
		lines := strings.Split(strings.TrimSpace(paragraph), "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, `"`) {
				if lines[i], err = strconv.Unquote(line); err != nil {
					t.Fatalf("%s: %s: %v", file, line, err)
				}
			}
		}
		cases = append(cases, lines)
	}
	return cases
}

// state makes one of profile, body, and bodies that were sent.
func state(profile, body string, sent ...string) State {
	s := State{Profile: []byte(profile), Body: []byte(body)}
	for _, text := range sent {
		s.Sent = append(s.Sent, []byte(text))
	}
	return s
}

// stateOf makes one of the lines of a case.
func stateOf(lines []string) State { return state(lines[0], lines[1], lines[2:]...) }

func equal(a, b State) bool {
	return bytes.Equal(a.Profile, b.Profile) && bytes.Equal(a.Body, b.Body) && slices.EqualFunc(a.Sent, b.Sent, bytes.Equal)
}

// codeOf returns the code of an error of Decode, "" for none.
func codeOf(err error) string {
	if err == nil {
		return ""
	}
	return err.(*Error).Code
}

func TestRoundTrip(t *testing.T) {
	for _, c := range readCases(t, "testdata/states.txt") {
		s := stateOf(c)
		link := Encode(s)
		got, err := Decode(link)
		if err != nil || !equal(got, s) {
			t.Errorf("%q became %q, %v", s, got, err)
		}
		_ = append(got.Profile, '!')
		for _, body := range got.Sent {
			_ = append(body, '!')
		}
		if !equal(got, s) {
			t.Errorf("%q: one text runs into the next", s)
		}
		if again := Encode(s); again != link {
			t.Errorf("%q: %s, then %s", s, link, again)
		}
	}
}

// TestProfileLengths holds that lengths of one, two and three bytes come back.
func TestProfileLengths(t *testing.T) {
	for _, n := range []int{0x7f, 0x80, 0x81, 0x100, 0x3fff, 0x4000, 0x8001} {
		s := state(strings.Repeat("p", n), "body")
		if got, err := Decode(Encode(s)); err != nil || !equal(got, s) {
			t.Errorf("%d: %d and %q, %v", n, len(got.Profile), got.Body, err)
		}
	}
}

// TestGolden holds how one ordinary state is packed, and the same with sent
// bodies. An encoder that packs better may change it, with -update; the links of
// good.txt stay.
func TestGolden(t *testing.T) {
	const file = "testdata/golden.txt"
	c := readCases(t, "testdata/states.txt")[3]
	got := Encode(stateOf(c)) + "\n" + Encode(stateOf(append(c, `{"user_metadata":{"hobby":null}}`, "{}"))) + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || got != string(want) {
		t.Errorf("%v: got\n%swant\n%s", err, got, want)
	}
}

func TestGood(t *testing.T) {
	for _, c := range readCases(t, "testdata/good.txt") {
		if got, err := Decode(c[0]); err != nil || !equal(got, stateOf(c[1:])) {
			t.Errorf("%q: %q, %v", c[0], got, err)
		}
	}
}

func TestBad(t *testing.T) {
	seen := map[string]bool{}
	check := func(fragment, want string) {
		t.Helper()
		s, err := Decode(fragment)
		if got := codeOf(err); got != want || !equal(s, State{}) {
			t.Errorf("%.80q: %q (%v), want %s", fragment, got, s, want)
			return
		}
		e := err.(*Error)
		if !strings.HasSuffix(e.Message, ".") || !strings.HasSuffix(e.Hint, ".") || e.Error() != e.Message+" "+e.Hint {
			t.Errorf("%s: no sentences: %q %q", want, e.Message, e.Hint)
		}
		seen[want] = true
	}
	for _, c := range readCases(t, "testdata/bad.txt") {
		check(c[0], c[1])
	}
	check("1."+strings.Repeat("A", MaxFragment), CodeTooLong)
	check(Encode(state(strings.Repeat(" ", MaxPayload), "")), CodeTooLarge)
	check(Encode(state("", "", make([]string, MaxSent+1)...)), CodeTooMany)
	for _, code := range []string{CodeTooMany, CodeForeign, CodeVersion, CodeCut, CodeTooLong, CodeBase64, CodeDamaged, CodeTooLarge, CodeUTF8} {
		if !seen[code] {
			t.Errorf("no case for %s", code)
		}
	}
}

// TestBounds holds that both bounds may be reached, and what is beyond them.
func TestBounds(t *testing.T) {
	largest := state(strings.Repeat(" ", MaxPayload-3), "") // the length takes three bytes
	if got, err := Decode(Encode(largest)); err != nil || !equal(got, largest) {
		t.Errorf("the largest payload: %v", err)
	}
	larger := state(string(largest.Profile), " ")
	if _, err := Decode(Encode(larger)); codeOf(err) != CodeTooLarge {
		t.Errorf("a larger payload: %v", err)
	}
	many := state("{}", "", slices.Repeat([]string{"{}"}, MaxSent)...)
	if got, err := Decode(Encode(many)); err != nil || !equal(got, many) {
		t.Errorf("the most bodies: %v", err)
	}
	link := Encode(state("{}", "{}"))
	if _, err := Decode(link + strings.Repeat(" ", MaxFragment-len(link))); err != nil {
		t.Errorf("the longest fragment: %v", err)
	}
	if _, err := Decode(link + strings.Repeat(" ", MaxFragment-len(link)+1)); codeOf(err) != CodeTooLong {
		t.Errorf("a longer fragment: %v", err)
	}
}

// TestMangled holds that what a mail program adds to a link is taken off, and
// nothing else.
func TestMangled(t *testing.T) {
	for _, c := range readCases(t, "testdata/states.txt") {
		s := stateOf(c)
		link := Encode(s)
		for _, before := range []string{"", "#", "%23", " ", "<", "(#"} {
			for _, after := range []string{"", ".", ",", ";", ":", "!", "?", ")", ">", "]", "'", `"`, " ", "\r\n", "\u00a0", "%20", "%0A", "%3E", "=\r\n", `.") %20%20.`, "%20."} {
				if got, err := Decode(before + link + after); err != nil || !equal(got, s) {
					t.Errorf("%q: %q, %v", before+link+after, got, err)
				}
			}
		}
		for _, before := range []string{"##", "#%23", "."} {
			if _, err := Decode(before + link); codeOf(err) != CodeForeign {
				t.Errorf("%q: %v", before+link, err)
			}
		}
		for _, after := range []string{"y", "-", "*", "}", "%2", "(", "…", "/"} {
			if _, err := Decode(link + after); codeOf(err) != CodeCut {
				t.Errorf("%q: %v", link+after, err)
			}
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range readCases(t, "testdata/states.txt") {
		link := Encode(stateOf(c))
		for n := range len(link) {
			if _, err := Decode(link[:n]); codeOf(err) != CodeCut {
				t.Errorf("%q: %v", link[:n], err)
			}
			// Even when the cut falls behind an x.
			if _, err := Decode(link[:n] + "x"); n > len("1.") && n < len(link)-1 && codeOf(err) != CodeCut {
				t.Errorf("%q: %v", link[:n]+"x", err)
			}
		}
	}
}

// FuzzDecode looks for a panic, for an answer that is neither a state nor an
// error, and for a state that does not come back.
func FuzzDecode(f *testing.F) {
	for _, file := range []string{"testdata/good.txt", "testdata/bad.txt"} {
		for _, c := range readCases(f, file) {
			f.Add(c[0])
		}
	}
	for _, c := range readCases(f, "testdata/states.txt") {
		f.Add(Encode(stateOf(c)))
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		s, err := Decode(fragment)
		if err != nil {
			var e *Error
			if !errors.As(err, &e) || e.Code == "" || !equal(s, State{}) {
				t.Fatalf("%q: %v, %v", fragment, s, err)
			}
			return
		}
		if again, err := Decode(Encode(s)); err != nil || !equal(again, s) {
			t.Fatalf("%q: %q became %q, %v", fragment, s, again, err)
		}
	})
}

// FuzzRoundTrip holds that a state comes back, or is refused because it is not
// UTF-8 or has too many bodies. It also unpacks the stream by package
// compress/flate. The bodies that were sent come as one text, with RS before each.
func FuzzRoundTrip(f *testing.F) {
	for _, c := range readCases(f, "testdata/states.txt") {
		s := stateOf(c)
		f.Add(s.Profile, s.Body, []byte("\x1e"+strings.Join(c[2:], "\x1e")))
	}
	f.Fuzz(func(t *testing.T, profile, body, sent []byte) {
		s := State{profile, bytes.Split(sent, []byte{0x1e})[1:], body}
		got, err := Decode(Encode(s))
		if len(s.Sent) > MaxSent && codeOf(err) == CodeTooMany {
			return
		}
		if !utf8.Valid(profile) || !utf8.Valid(body) || !utf8.Valid(bytes.Join(s.Sent, []byte{0x1e})) {
			if codeOf(err) != CodeUTF8 {
				t.Fatalf("%q: %q, %v", s, got, err)
			}
			return
		}
		if err != nil || !equal(got, s) {
			t.Fatalf("%q became %q, %v", s, got, err)
		}
		if text, err := flateUnpack(new(coder).deflate(body)); err != nil || !bytes.Equal(text, body) {
			t.Fatalf("%q became %q, %v", body, text, err)
		}
	})
}

// TestEncoder holds that room which was used before changes nothing.
func TestEncoder(t *testing.T) {
	var e Encoder
	for _, n := range []int{0, 5000, 3, 300, 0, 70_000, 40} {
		s := State{Profile: []byte(strings.Repeat(`{"a": "bcd"}, `, n)), Body: []byte(strings.Repeat(`xy`, n/3))}
		if got, want := e.Encode(s), Encode(s); got != want {
			t.Errorf("a state of %d after others: %s, want %s", n, got, want)
		}
	}
}
