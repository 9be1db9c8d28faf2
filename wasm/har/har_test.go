package har

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the answers of testdata")

// readCases returns the paragraphs of a file of testdata: the HAR of the first
// line, and the lines below it.
func readCases(t testing.TB, file string) (texts, wants []string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for paragraph := range strings.SplitSeq(string(b), "\n\n") {
		if strings.HasPrefix(paragraph, "#") {
			continue
		}
		text, want, _ := strings.Cut(strings.TrimSpace(paragraph), "\n")
		texts = append(texts, text)
		wants = append(wants, want)
	}
	return texts, wants
}

func TestGood(t *testing.T) {
	texts, wants := readCases(t, "testdata/good.txt")
	for i, text := range texts {
		r, errs := Parse([]byte(text))
		if errs != nil {
			t.Errorf("%s\n%v", text, errs)
			continue
		}
		if got := dump(r); got != wants[i] {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", text, got, wants[i])
		}
	}
}

// dump writes what is set in r, one thing a line.
func dump(r *Request) string {
	var lines []string
	add := func(name string, values ...string) {
		line := name
		for _, v := range values {
			line += fmt.Sprintf(" %q", v)
		}
		lines = append(lines, line)
	}
	add("method", r.Method)
	add("url", r.URL)
	if r.HTTPVersion != "" {
		add("httpVersion", r.HTTPVersion)
	}
	for _, p := range r.Headers {
		add("header", p.Name, p.Value)
	}
	for _, p := range r.QueryString {
		add("query", p.Name, p.Value)
	}
	for _, p := range r.Cookies {
		add("cookie", p.Name, p.Value)
	}
	if d := r.PostData; d != nil {
		add("mimeType", d.MimeType)
		if d.Text != "" {
			add("text", d.Text)
		}
		for _, p := range d.Params {
			add("param", p.Name, p.Value, p.FileName, p.ContentType)
		}
	}
	if r.Comment != "" {
		add("comment", r.Comment)
	}
	return strings.Join(lines, "\n")
}

func TestBad(t *testing.T) {
	const file = "testdata/bad.txt"
	texts, wants := readCases(t, file)
	var answers []string
	for i, text := range texts {
		r, errs := Parse([]byte(text))
		if r != nil {
			t.Errorf("%s\nis taken, with errors %v", text, errs)
		}
		var lines []string
		for _, e := range errs {
			lines = append(lines, fmt.Sprintf("%s %s %s: %s | %s", e.Code, clipped(text[e.Start:e.End]), e.Pointer, e.Message, e.Hint))
			if !strings.HasSuffix(e.Message, ".") || !strings.HasSuffix(e.Hint, ".") {
				t.Errorf("%s\nno sentences: %q, %q", text, e.Message, e.Hint)
			}
		}
		got := strings.Join(lines, "\n")
		if got != wants[i] && !*update {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", text, got, wants[i])
		}
		answers = append(answers, "\n"+text+"\n"+got+"\n")
	}
	if !*update {
		return
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(b), "\n\n")
	if err := os.WriteFile(file, []byte(head+"\n"+strings.Join(answers, "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// clipped shortens the place of an error for the table.
func clipped(s string) string {
	if len(s) > 30 {
		return s[:15] + "..." + s[len(s)-12:]
	}
	return s
}

func TestMapReachesEveryString(t *testing.T) {
	r := &Request{Method: "v", URL: "v", Headers: []Pair{{"v", "v"}}, QueryString: []Pair{{"v", "v"}}, Cookies: []Pair{{"v", "v"}},
		PostData: &PostData{"v", "v", []Param{{"v", "v", "v", "v"}}}}
	want := &Request{Method: "v", URL: "w", Headers: []Pair{{"w", "w"}}, QueryString: []Pair{{"w", "w"}}, Cookies: []Pair{{"w", "w"}},
		PostData: &PostData{"w", "w", []Param{{"w", "w", "w", "w"}}}}
	if got := r.Map(func(string) string { return "w" }); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if r.URL != "v" || r.PostData.Text != "v" {
		t.Errorf("Map changed its receiver: %+v", r)
	}
}

// FuzzParse looks for a panic, and for an answer that is neither a request nor
// an error, or both.
func FuzzParse(f *testing.F) {
	for _, file := range []string{"testdata/good.txt", "testdata/bad.txt"} {
		texts, _ := readCases(f, file)
		for _, text := range texts {
			f.Add([]byte(text))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, errs := Parse(text)
		if (r == nil) == (errs == nil) {
			t.Fatalf("%q: %v, %v", text, r, errs)
		}
		for _, e := range errs {
			if e.Start < 0 || e.End < e.Start || e.End > len(text) {
				t.Fatalf("%q: %v spans %d-%d", text, e, e.Start, e.End)
			}
		}
	})
}
