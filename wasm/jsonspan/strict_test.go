package jsonspan

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "rewrite testdata/strict.txt and slips.txt")

// TestStrict holds, for each kind of text that the rules refuse, everything
// that an error says: the code, the bytes, line and column in both counts, the
// pointer, the other place, and the sentences.
func TestStrict(t *testing.T) {
	codes := map[string]bool{}
	holdTold(t, "testdata/strict.txt", func(_ string, errs Errors) {
		for _, e := range errs {
			codes[e.Code] = true
		}
	})
	for _, code := range []string{CodeEmpty, CodeByteOrderMark, CodeBadUTF8, CodeControl, CodeBadEscape, CodeLoneSurrogate, CodeUnclosedString,
		CodeQuotes, CodeBadNumber, CodeBadWord, CodeComment, CodeTrailingComma, CodeExtraComma, CodeMissingComma, CodeMissingColon, CodeMissingValue,
		CodeBareName, CodeUnexpected, CodeMismatch, CodeUnclosed, CodeAfterEnd, CodeDuplicate, CodeTooDeep, CodeNotObject} {
		if !codes[code] {
			t.Errorf("no case gives %s", code)
		}
	}
}

// TestSlips holds that one slip of the hand gives one error, and that each
// error says what to do.
func TestSlips(t *testing.T) {
	holdTold(t, "testdata/slips.txt", func(about string, errs Errors) {
		want := 1
		fmt.Sscanf(about, "# %d slips", &want)
		if len(errs) != want {
			t.Errorf("%d errors for %d slips: %v", len(errs), want, errs)
		}
		for _, e := range errs {
			if e.Hint == "" {
				t.Errorf("no hint: %s", e.Message)
			}
		}
	})
}

// TestSlipAnywhere holds that one character forgotten, or typed twice, gives
// one error at most, wherever in a text it is.
func TestSlipAnywhere(t *testing.T) {
	for _, text := range []string{
		`{"user_metadata":{"theme":"dark","addresses":{"home":"A","work":"B"},"tags":["a","b"],"n":10}}`,
		"{\n  \"email\": \"ines@example.com\",\n  \"app_metadata\": {\"plan\": \"free\", \"roles\": [\"admin\", \"editor\"]},\n  \"user_metadata\": {\n" +
			"    \"theme\": \"dark\",\n    \"size\": 12.5,\n    \"on\": true,\n    \"list\": [1, 2, {\"x\": null}]\n  }\n}\n",
	} {
		for i := range text {
			for _, slip := range []string{text[:i] + text[i+1:], text[:i+1] + text[i:]} {
				if errs := Diagnose([]byte(slip), true); len(errs) > 1 {
					t.Errorf("%s\n%v", slip, errs)
				}
			}
		}
	}
}

// holdTold holds what the texts of a file are told, and calls see with the last
// line of comment and the errors of each.
func holdTold(t *testing.T, file string, see func(about string, errs Errors)) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	paragraphs := strings.Split(strings.TrimSpace(string(b)), "\n\n")
	about := ""
	for i, p := range paragraphs[1:] {
		var kept []string
		line, rest, _ := strings.Cut(p, "\n")
		for strings.HasPrefix(line, "#") {
			about = line
			kept = append(kept, line)
			line, rest, _ = strings.Cut(rest, "\n")
		}
		got := append(kept, line)
		src := []byte(expand(t, line))
		doc, errs := Scan(src)
		if (doc == nil) != (errs != nil) {
			t.Errorf("%s: a document and errors", line)
		}
		for _, e := range errs {
			got = append(got, describe(src, e)...)
		}
		see(about, errs)
		if g := strings.Join(got, "\n"); g != p && !*update {
			t.Errorf("got\n%s\nwant\n%s", g, p)
		} else {
			paragraphs[i+1] = g
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(paragraphs, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// toldTexts returns the texts of such a file.
func toldTexts(t testing.TB, file string) (texts []string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range strings.Split(strings.TrimSpace(string(b)), "\n\n")[1:] {
		for line := range strings.SplitSeq(p, "\n") {
			if !strings.HasPrefix(line, "#") {
				texts = append(texts, expand(t, line))
				break
			}
		}
	}
	return texts
}

func describe(src []byte, e *Error) []string {
	place := func(offset int) string {
		line, runes := Line(src, offset)
		_, units := LineUTF16(src, offset)
		return fmt.Sprintf("%d:%d %d:%d", line, units, line, runes)
	}
	pointer := e.Pointer
	if pointer == "" {
		pointer = "-"
	} else if len(pointer) > 40 {
		pointer = fmt.Sprintf("%s… (%d bytes)", pointer[:40], len(pointer))
	}
	about := fmt.Sprintf("%s %d-%d %s %s", e.Code, e.Start, e.End, place(e.Start), pointer)
	if e.First >= 0 {
		about += " first " + place(e.First)
	}
	return []string{about, "  " + e.Error()}
}

// holdErrors holds what is true of all errors: they are in the order of the
// text, lie in it, and can be shown.
func holdErrors(t *testing.T, src []byte, errs Errors) {
	t.Helper()
	if len(errs) > maxErrors {
		t.Fatalf("%.200q: %d errors", src, len(errs))
	}
	at := 0
	for _, e := range errs {
		if e.Start < at || e.End < e.Start || e.End > len(src) {
			t.Fatalf("%.200q: %s at %d-%d, behind one at %d", src, e.Code, e.Start, e.End, at)
		}
		at = e.Start
		if e.First >= len(src) || e.First > e.Start {
			t.Fatalf("%.200q: %s at %d: the other place is %d", src, e.Code, e.Start, e.First)
		}
		for _, s := range []string{e.Message, e.Hint} {
			if !utf8.ValidString(s) || len(s) > 300 || strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 }) {
				t.Fatalf("%.200q: nobody can read %.500q", src, s)
			}
		}
		if e.Message == "" || e.Input != "" {
			t.Fatalf("%.200q: %s in %q says %q", src, e.Code, e.Input, e.Message)
		}
		line, column := Line(src, e.Start)
		utf16Line, units := LineUTF16(src, e.Start)
		if line < 1 || column < 1 || line != utf16Line || units < column {
			t.Fatalf("%.200q: %d is %d:%d, or %d:%d", src, e.Start, line, column, utf16Line, units)
		}
	}
}

// TestLongTokens holds that a sentence stays one that can be read when what it
// quotes is long.
func TestLongTokens(t *testing.T) {
	for _, long := range []string{strings.Repeat("x", 100_000), strings.Repeat("9", 50_000) + "x", strings.Repeat("é", 50_000), strings.Repeat("😀", 50_000)} {
		for _, text := range []string{`{"a":%s}`, `{%s:1}`, `{"%s":1,"%[1]s":2}`, `{"a":'%s'}`, `{"a":%s`, `%s`, `{"a":"%s`, `{"a":1 %s}`, `{"a":+%s}`, `{"a":.%s}`} {
			src := fmt.Appendf(nil, text, long)
			errs := Diagnose(src, true)
			if errs == nil {
				t.Fatalf("%.30s is taken", src)
			}
			holdErrors(t, src, errs)
		}
	}
}
