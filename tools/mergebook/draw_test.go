package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// A drawing is a case of testdata/draw.txt.
type drawing struct {
	src        string
	start, end int
	want       string
}

func readDrawings(t testing.TB) (out []drawing) {
	t.Helper()
	b, err := os.ReadFile("testdata/draw.txt")
	if err != nil {
		t.Fatal(err)
	}
	for paragraph := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		literal, want, _ := strings.Cut(paragraph, "\n")
		if strings.HasPrefix(literal, "#") {
			continue
		}
		src, err := strconv.Unquote(literal)
		if err != nil {
			t.Fatalf("%s: %v", literal, err)
		}
		// The last pair of marks is the place.
		d := drawing{want: strings.ReplaceAll(want, "→", "\t")}
		if start := strings.LastIndex(src, "«"); start >= 0 {
			end := strings.LastIndex(src, "»")
			d.start, d.end = start, end-len("«")
			src = src[:start] + src[start+len("«"):end] + src[end+len("»"):]
		}
		d.src = src
		out = append(out, d)
	}
	return out
}

func TestDraw(t *testing.T) {
	for _, d := range readDrawings(t) {
		line, mark := draw([]byte(d.src), d.start, d.end)
		if got := strings.TrimSuffix(line+"\n"+mark, "\n"); got != d.want {
			t.Errorf("%q from %d to %d: got\n%s\nwant\n%s", d.src, d.start, d.end, got, d.want)
		}
	}
}

// FuzzDraw holds that what is drawn is short, steers no terminal, and that the
// mark stands below the place.
func FuzzDraw(f *testing.F) {
	for _, d := range readDrawings(f) {
		f.Add([]byte(d.src), d.start, d.end)
	}
	f.Fuzz(func(t *testing.T, src []byte, start, end int) {
		if start < 0 || end < start || end > len(src) || start < len(src) && !utf8.RuneStart(src[start]) && utf8.Valid(src) {
			return
		}
		line, mark := draw(src, start, end)
		for _, text := range []string{line, mark} {
			for _, r := range text {
				if hidden(r) && r != '\t' {
					t.Fatalf("%q", text)
				}
			}
			if utf8.RuneCountInString(text) > 12+9*mostRunes {
				t.Fatalf("%d characters: %q", utf8.RuneCountInString(text), text)
			}
		}
		if line == "" || strings.Contains(line, "\t") || !utf8.Valid(src) {
			return
		}
		at := strings.IndexByte(mark, '^')
		rest := []byte(line)
		for width := 0; width < at; {
			r, size := utf8.DecodeRune(rest)
			width += cells(r)
			rest = rest[size:]
		}
		for len(rest) > 0 { // characters that take no cell stand between
			r, size := utf8.DecodeRune(rest)
			if cells(r) > 0 || start < len(src) && bytes.HasPrefix(src[start:], rest[:size]) {
				break
			}
			rest = rest[size:]
		}
		want := ""
		if _, to := lineAround(src, start); start < to {
			want, _ = shown(src[start:])
		}
		if !bytes.HasPrefix(rest, []byte(want)) {
			t.Fatalf("%q is not at the mark:\n%s\n%s", want, line, mark)
		}
	})
}

func TestVisible(t *testing.T) {
	if got := visible("a\tb\n\x1b\u202e\u0085\xffé\u200d"); got != "a<U+0009>b<U+000A><U+001B><U+202E><U+0085><0xFF>é\u200d" {
		t.Errorf("got %s", got)
	}
	if got := short("\x1b123456789é", 5, 2); got != "<U+001B>12…9é" {
		t.Errorf("got %s", got)
	}
	if got := shortValue([]byte(`{"a" : "b  c", "d": "` + strings.Repeat("é", 80) + `"}`)); got != `{"a":"b  c","d":"`+strings.Repeat("é", 80-len(`{"a":"b  c","d":"`))+"…" {
		t.Errorf("got %s", got)
	}
	text := `{"a":"\u001b é\\u0085", "` + "\u0085\u202e\U000e0041\u007f" + `": 1.0}`
	got := escaped([]byte(text))
	if string(got) != `{"a":"\u001b é\\u0085", "\u0085\u202e\udb40\udc41\u007f": 1.0}` {
		t.Errorf("got %s", got)
	}
	var a, b any
	if json.Unmarshal([]byte(text), &a) != nil || json.Unmarshal(got, &b) != nil || a.(map[string]any)["\u0085\u202e\U000e0041\u007f"] != b.(map[string]any)["\u0085\u202e\U000e0041\u007f"] {
		t.Errorf("%v is not %v", a, b)
	}
}

func TestOffsetOf(t *testing.T) {
	src := []byte("aé\r\nb\rc\n\nd")
	for _, c := range [][3]int{{1, 1, 0}, {1, 2, 1}, {1, 3, 3}, {2, 1, 5}, {3, 1, 7}, {4, 1, 9}, {5, 1, 10}, {5, 2, 11}, {1, 4, -1}, {4, 2, -1}, {6, 1, -1}} {
		if got := offsetOf(src, c[0], c[1]); got != c[2] {
			t.Errorf("%d:%d: got %d, want %d", c[0], c[1], got, c[2])
		}
	}
}
