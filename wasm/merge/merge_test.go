package merge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
)

// readCases returns the paragraphs of a file of testdata as lines, the first n
// of them unescaped.
func readCases(t testing.TB, file string, n int) [][]string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases [][]string
	for paragraph := range strings.SplitSeq(string(b), "\n\n") {
		var lines []string
		for line := range strings.SplitSeq(strings.Trim(paragraph, "\n"), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			if len(lines) < n {
				line = strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\t`, "\t").Replace(line)
			}
			lines = append(lines, line)
		}
		if len(lines) > 0 {
			cases = append(cases, lines)
		}
	}
	return cases
}

func TestApply(t *testing.T) {
	for _, c := range readCases(t, "testdata/cases.txt", 3) {
		profile, body := []byte(c[0]), []byte(c[1])
		r, err := Apply(profile, body)
		if err != nil {
			t.Errorf("%s + %s: %v", c[0], c[1], err)
			continue
		}
		got := []string{string(r.Bytes)}
		for i := range r.Steps {
			s := &r.Steps[i]
			line := fmt.Sprintf("%s %d %s", s.Op, s.Rule, s.Pointer(body))
			if s.Result.Len() > 0 {
				line += " " + string(s.Result.Of(r.Bytes))
			}
			got = append(got, line)
		}
		if g, w := strings.Join(got, "\n"), strings.Join(c[2:], "\n"); g != w {
			t.Errorf("%q + %q\ngot:\n%s\nwant:\n%s", c[0], c[1], g, w)
		}
		if string(profile) != c[0] || string(body) != c[1] {
			t.Errorf("%q + %q: an input was changed", c[0], c[1])
		}
		holdResult(t, profile, body, r)
	}
}

// TestRulesPage runs the exchanges that came with the rules.
func TestRulesPage(t *testing.T) {
	b, err := os.ReadFile("testdata/rules.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(b) {
		var c struct{ ID, Profile, Patch, Expect string }
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatal(err)
		}
		r, err := Apply([]byte(c.Profile), []byte(c.Patch))
		if err != nil || string(r.Bytes) != c.Expect {
			t.Errorf("%s: got %s (%v), want %s", c.ID, r.Bytes, err, c.Expect)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range readCases(t, "testdata/errors.txt", 2) {
		r, err := Apply([]byte(c[0]), []byte(c[1]))
		errs, _ := err.(jsonspan.Errors)
		if r != nil {
			t.Errorf("%s + %s is taken", c[0], c[1])
		}
		var got []string
		for _, e := range errs {
			pointer := e.Pointer
			if pointer == "" {
				pointer = "-"
			}
			got = append(got, fmt.Sprintf("%s %s %d-%d %s", e.Input, e.Code, e.Start, e.End, pointer))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(c[2:], "\n"); g != w {
			t.Errorf("%s + %s\ngot:\n%s\nwant:\n%s", c[0], c[1], g, w)
		}
	}
}

// holdResult holds what must be true of every result: it is good JSON, equal
// to what the map-based oracle makes, and applying the body again changes
// nothing more.
func holdResult(t *testing.T, profile, body []byte, r *Result) {
	t.Helper()
	if _, errs := jsonspan.Scan(r.Bytes); errs != nil {
		t.Fatalf("%q + %q = %q: %v", profile, body, r.Bytes, errs)
	}
	holdExact(t, profile, body, r)
	if want := oracle(profile, body); !jsonspan.Equal(r.Bytes, want) {
		t.Fatalf("%q + %q = %q, the oracle says %q", profile, body, r.Bytes, want)
	}
	again, err := Apply(r.Bytes, body)
	if err != nil || !jsonspan.Equal(again.Bytes, r.Bytes) {
		t.Fatalf("%q + %q = %q, and a second time %q (%v)", profile, body, r.Bytes, again.Bytes, err)
	}
	named := map[string]bool{}
	for i := range r.Body.Members {
		named[jsonspan.Unquote(r.Body.Members[i].Name.Of(body))] = true
	}
	for i := range r.Profile.Members {
		m := &r.Profile.Members[i]
		member := profile[m.Name.Start:m.Value.End]
		if !named[jsonspan.Unquote(m.Name.Of(profile))] && !bytes.Contains(r.Bytes, member) {
			t.Fatalf("%q + %q = %q: the bytes of %s are not kept", profile, body, r.Bytes, member)
		}
	}
}

// oracle is the rules once more, over maps of raw values, with no thought for
// bytes or order.
func oracle(profile, body []byte) []byte {
	var p, b map[string]json.RawMessage
	if json.Unmarshal(profile, &p) != nil || json.Unmarshal(body, &b) != nil {
		return nil
	}
	for name, v := range b {
		value := strings.TrimSpace(string(v))
		if slices.Contains(steering[:], name) {
			continue
		}
		if name != "user_metadata" && name != "app_metadata" {
			if value == "null" {
				delete(p, name)
			} else {
				p[name] = v
			}
			continue
		}
		var props, stored map[string]json.RawMessage
		json.Unmarshal(v, &props)
		old, had := p[name]
		isObject := had && strings.TrimSpace(string(old))[0] == '{'
		absent := !had || strings.TrimSpace(string(old)) == "null"
		if len(props) == 0 {
			if !absent {
				delete(p, name)
			}
			continue
		}
		if isObject {
			json.Unmarshal(old, &stored)
		} else {
			stored = map[string]json.RawMessage{}
		}
		set := 0
		for k, v := range props {
			if strings.TrimSpace(string(v)) == "null" {
				delete(stored, k)
			} else {
				stored[k] = v
				set++
			}
		}
		if absent && set == 0 {
			continue
		}
		var out []string
		for k, v := range stored {
			out = append(out, string(jsonspan.AppendQuote(nil, k))+":"+string(v))
		}
		p[name] = json.RawMessage("{" + strings.Join(out, ",") + "}")
	}
	var out []string
	for k, v := range p {
		out = append(out, string(jsonspan.AppendQuote(nil, k))+":"+string(v))
	}
	return []byte("{" + strings.Join(out, ",") + "}")
}

// FuzzApply holds Apply against the oracle on anything.
func FuzzApply(f *testing.F) {
	for _, c := range readCases(f, "testdata/cases.txt", 3) {
		f.Add([]byte(c[0]), []byte(c[1]))
	}
	for _, c := range readCases(f, "testdata/errors.txt", 2) {
		f.Add([]byte(c[0]), []byte(c[1]))
	}
	f.Fuzz(func(t *testing.T, profile, body []byte) {
		if r, err := Apply(profile, body); err == nil {
			holdResult(t, profile, body, r)
		} else {
			holdErrors(t, profile, body, err)
		}
	})
}

// TestLarge applies a body of many properties to a profile of many.
func TestLarge(t *testing.T) {
	var p, b []byte
	p, b = append(p, `{"user_metadata":{`...), append(b, `{"user_metadata":{`...)
	for i := range 20_000 {
		if i > 0 {
			p, b = append(p, ','), append(b, ',')
		}
		p = append(strconv.AppendInt(append(p, `"p`...), int64(i), 10), `":1`...)
		b = append(strconv.AppendInt(append(b, `"p`...), int64(i*2), 10), `":`...)
		b = append(b, []string{"null", "2"}[i%2]...)
	}
	p, b = append(p, "}}"...), append(b, "}}"...)
	r, err := Apply(p, b)
	if err != nil {
		t.Fatal(err)
	}
	holdResult(t, p, b, r)
}

// TestWideSpace holds that white space of any length is not multiplied.
func TestWideSpace(t *testing.T) {
	profile := []byte(`{"a":1,` + strings.Repeat(" ", 10_000) + `"b":2}`)
	body := []byte{'{'}
	for i := range 10_000 {
		body = append(strconv.AppendInt(append(body, `"n`...), int64(i), 10), `":1,`...)
	}
	r, err := Apply(profile, append(body, `"z":1}`...))
	if err != nil || len(r.Bytes) > len(profile)+len(body)+100 {
		t.Errorf("%d bytes (%v)", len(r.Bytes), err)
	}
}
