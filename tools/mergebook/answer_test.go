package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/play"
)

// pairs are a profile and a body or goal each, in ASCII: there bytes, code
// points and UTF-16 units are the same.
var pairs = [][2]string{
	{`{"user_metadata":{"a":{"x":1.0},"b":2}}`, `{"user_metadata":{"a":{"y":null},"b":null,"c":3},"password":"p","email":"e"}`},
	{`{"email":"e"}`, `{}`},
	{`{"email":"e"}`, `{"email":"e"}`},
	{`{"email":"e"}`, `{"email":"e","user_metadata":{}}`},
	{`{"user_id":1}`, `{"user_metadata":{},"nickname":null,"app_metadata":{"a.b":1}}`},
	{`{"a":1,}`, "{\n\"a\":01,\n \"a\":[2}"},
	{`{"user_metadata":[1]}`, `{"user_metadata":{"<&>":{"\u202e\u001b":"\ud83d\ude00"}}}`},
	{`{`, `[]`},
}

// answerOf returns what a call prints, which must be one line of JSON, and
// its status.
func answerOf(t *testing.T, verb, profile, other string, options ...string) (form []byte, status int) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "profile.json")
	if err := os.WriteFile(file, []byte(profile), 0o644); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	status = run(env{stdin: strings.NewReader(other), stdout: &stdout, stderr: &stderr}, append([]string{verb, file, "-", "--format", "json"}, options...))
	form, found := bytes.CutSuffix(stdout.Bytes(), []byte("\n"))
	if !found || bytes.ContainsAny(form, "\n") || !json.Valid(form) || stderr.Len() > 0 {
		t.Fatalf("%s prints %q and %q", verb, form, stderr.Bytes())
	}
	return form, status
}

func decoded(t *testing.T, form []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(form, &v); err != nil {
		t.Fatalf("%v in %s", err, form)
	}
	return v
}

// missing says what of a is not in b: b may have more members.
func missing(at string, a, b any) string {
	switch a := a.(type) {
	case map[string]any:
		other, _ := b.(map[string]any)
		for name, value := range a {
			got, found := other[name]
			if !found {
				return at + "/" + name
			}
			if m := missing(at+"/"+name, value, got); m != "" {
				return m
			}
		}
		return ""
	case []any:
		other, _ := b.([]any)
		if len(other) != len(a) {
			return at
		}
		for i := range a {
			if m := missing(fmt.Sprintf("%s/%d", at, i), a[i], other[i]); m != "" {
				return m
			}
		}
		return ""
	}
	if !reflect.DeepEqual(a, b) {
		return fmt.Sprintf("%s: %v, not %v", at, b, a)
	}
	return ""
}

// TestSameAsPage holds that a program gets all that the page gets.
func TestSameAsPage(t *testing.T) {
	for _, c := range pairs {
		profile, other := []byte(c[0]), []byte(c[1])
		outcome, comparison, route := play.Apply(profile, other), play.Compare(profile, other), play.Inverse(profile, other)
		form, status := answerOf(t, "apply", c[0], c[1], "--compare")
		got := decoded(t, form)
		if m := missing("", decoded(t, outcome.AppendJSON(nil)), got); m != "" || (status == 0) != (outcome.Result != nil) {
			t.Errorf("apply %s: status %d, %s differs in %s", c, status, m, form)
		}
		if outcome.Result != nil {
			page := decoded(t, comparison.AppendJSON(nil)).(map[string]any)
			delete(page, "version")
			delete(page, "ok")
			if m := missing("", page, got.(map[string]any)["compare"]); m != "" {
				t.Errorf("compare %s: %s differs in %s", c, m, form)
			}
			if changed := got.(map[string]any)["changed"]; changed != (c[0] != string(outcome.Result.Bytes)) {
				t.Errorf("%s: changed is %v", c, changed)
			}
		}
		form, status = answerOf(t, "diff", c[0], c[1])
		if m := missing("", decoded(t, route.AppendJSON(nil)), decoded(t, form)); m != "" || (status == 0) != (route.Plan != nil && route.Plan.Obstacles == nil) {
			t.Errorf("diff %s: status %d, %s differs in %s", c, status, m, form)
		}
	}
}

// TestPlaces holds that places are in bytes, and columns in code points.
func TestPlaces(t *testing.T) {
	form, _ := answerOf(t, "apply", `{"user_metadata":{"é":{"😀":1.50}}}`, `{"user_metadata":{"é":{"ü":"😀"}}}`)
	var a applied
	if err := json.Unmarshal(form, &a); err != nil || len(a.Steps) != 1 || len(a.Warnings) != 1 {
		t.Fatalf("%v in %s", err, form)
	}
	if s := a.Steps[0]; s.Pointer != "/user_metadata/é" || *s.BeforeText != `{"😀":1.50}` || s.After[1] != s.After[0]+13 || *s.Lost[0].BeforeText != "1.50" {
		t.Errorf("%s", form)
	}
	if w := a.Warnings[0]; w.Span[0] != 23 || w.Column != 23 || w.Line != 1 {
		t.Errorf("%+v", w)
	}
	form, _ = answerOf(t, "apply", `{}`, `{"é😀":1,"é😀":01}`)
	var f failure
	if err := json.Unmarshal(form, &f); err != nil || len(f.Errors) != 2 {
		t.Fatalf("%v in %s", err, form)
	}
	if e := f.Errors[0]; e.File != "-" || e.Input != "body" || e.Span[0] != 12 || *e.Line != 1 || *e.Column != 9 || *e.First != (lineAt{1, 1, 2}) {
		t.Errorf("%s", form)
	}
}

// TestDocumented holds that the page about the answers has all their members.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "content", "reference", "json.md"))
	if err != nil {
		t.Fatal(err)
	}
	var see func(reflect.Type)
	see = func(v reflect.Type) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			see(v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				name, _, _ := strings.Cut(v.Field(i).Tag.Get("json"), ",")
				if name != "" && !bytes.Contains(page, []byte("`"+name+"`")) {
					t.Errorf("the page does not tell of %s", name)
				}
				see(v.Field(i).Type)
			}
		}
	}
	for _, answer := range []any{failure{}, applied{}, routed{}, blocked{}} {
		see(reflect.TypeOf(answer))
	}
}

// FuzzOutput holds that no text makes the command send a character that steers
// a terminal, but the text of JSON itself, and that --format json answers.
func FuzzOutput(f *testing.F) {
	for _, c := range pairs {
		f.Add(c[0], c[1])
	}
	for _, d := range readDrawings(f) {
		f.Add(d.src, d.src)
	}
	f.Add("{\"user_metadata\":{\"\u202e\\u001b\":{\"\u009b\":1}}}", "{\"user_metadata\":{\"\u202e\\u001b\":{\"\x1b\u2066\":null}}}")
	f.Add("{\"user_metadata\":{\"\u202e\\u001b\":{\"\u009b\":1}}}", "{\"user_metadata\":{\"\u202e\\u001b\":{\"a\u009b\":null}, \"\\n\": null}}")
	f.Add("{\"a\u202e\":1,\"a\u202e\":\u2066}", "[\u009b]")
	f.Fuzz(func(t *testing.T, profile, other string) {
		for _, verb := range []string{"apply", "diff"} {
			dir := t.TempDir()
			file := filepath.Join(dir, "p")
			if err := os.WriteFile(file, []byte(profile), 0o644); err != nil {
				t.Fatal(err)
			}
			args := []string{verb, file, "-"}
			if verb == "apply" {
				args = append(args, "--explain", "--compare")
			}
			var stdout, stderr bytes.Buffer
			status := run(env{stdin: strings.NewReader(other), stdout: &stdout, stderr: &stderr}, args)
			if _, errs := jsonspan.Scan([]byte(other)); status > 1 || status == 0 && errs != nil {
				t.Fatalf("%s: status %d", verb, status)
			}
			form, again := answerOf(t, verb, profile, other)
			if again != status {
				t.Fatalf("%s: status %d, with --format json %d", verb, status, again)
			}
			for _, r := range stderr.String() + string(form) {
				if hidden(r) && r != '\t' && r != '\n' {
					t.Fatalf("%s: %U in %q and %q", verb, r, stderr.String(), form)
				}
			}
		}
	})
}
