package play

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// answer is the JSON form of Apply, as far as the tests look at it.
type answer struct {
	OK     bool
	Result string
	Counts map[string]int
	Steps  []struct {
		Op, Pointer, Text                  string
		Rule                               int
		Field, Name, Before, After, Result []int
		Lost                               []struct {
			Pointer      string
			Name, Before []int
		}
	}
	Warnings []struct {
		Code, Pointer, Text string
		Step                int
		Span                []int
	}
	Errors []struct {
		Input, Code, Pointer, Text, Hint string
		Span                             []int
		Line, Column                     int
		First                            *struct{ Line, Column int }
	}
}

func apply(t *testing.T, profile, body string) (a answer) {
	t.Helper()
	form := Apply([]byte(profile), []byte(body)).AppendJSON(nil)
	if err := json.Unmarshal(form, &a); err != nil {
		t.Fatalf("%v in %s", err, form)
	}
	return a
}

// slice cuts a text as a browser does.
func slice(text string, span []int) string {
	if span == nil {
		return "-"
	}
	return string(utf16.Decode(utf16.Encode([]rune(text))[span[0]:span[1]]))
}

func TestApplyJSON(t *testing.T) {
	long := strings.Repeat("é😀x", 2000) // over several blocks of units
	profile := `{"` + long + `":"` + long + `","user_metadata":{"a":{"home":"ü😀","w":1},"é":"😀"}}`
	body := `{"user_metadata":{"é":"` + long + `","a":{"w":2},"n":"é"}}`
	a := apply(t, profile, body)
	if !a.OK || len(a.Steps) != 3 || len(a.Errors) != 0 {
		t.Fatalf("got %+v", a)
	}
	want := [][]string{
		{"replaced", `"user_metadata"`, `"é"`, `"😀"`, `"` + long + `"`, `"` + long + `"`},
		{"replaced", `"user_metadata"`, `"a"`, `{"home":"ü😀","w":1}`, `{"w":2}`, `{"w":2}`},
		{"added", `"user_metadata"`, `"n"`, "-", `"é"`, `"é"`},
	}
	for i, s := range a.Steps {
		got := []string{s.Op, slice(body, s.Field), slice(body, s.Name), slice(profile, s.Before), slice(body, s.After), slice(a.Result, s.Result)}
		if strings.Join(got, "\n") != strings.Join(want[i], "\n") {
			t.Errorf("step %d: got %.200q", i, got)
		}
	}
	if l := a.Steps[1].Lost; len(l) != 1 || l[0].Pointer != "/user_metadata/a/home" || slice(profile, l[0].Name) != `"home"` || slice(profile, l[0].Before) != `"ü😀"` {
		t.Errorf("lost: %+v", l)
	}
	if w := a.Warnings; len(w) != 1 || w[0].Code != "nested-loss" || w[0].Step != 1 || slice(body, w[0].Span) != `{"w":2}` {
		t.Errorf("warnings: %+v", w)
	}
	if a.Counts["replaced"] != 2 || a.Counts["added"] != 1 || a.Counts["no-op"] != 0 || a.Counts["lost"] != 1 {
		t.Errorf("counts: %v", a.Counts)
	}
}

func TestErrorsJSON(t *testing.T) {
	profile, body := "{\n\"😀\":1,\"a\":01}", "{\"a\":1,\n\"a\":2}"
	a := apply(t, profile, body)
	if a.OK || len(a.Errors) != 2 {
		t.Fatalf("got %+v", a)
	}
	if e := a.Errors[0]; e.Input != "profile" || e.Line != 2 || e.Column != 12 || slice(profile, e.Span) != "01" || e.Pointer != "/a" || e.First != nil {
		t.Errorf("got %+v", e)
	}
	if e := a.Errors[1]; e.Input != "body" || e.Line != 2 || e.Column != 1 || slice(body, e.Span) != `"a"` || e.First == nil || e.First.Line != 1 || e.First.Column != 2 {
		t.Errorf("got %+v", e)
	}
}

func TestRun(t *testing.T) {
	for _, c := range []struct {
		method, url, profile, body string
		status                     int
		response                   string
	}{
		{"PATCH", "https://${account.namespace}/api/v2/users/user_id", `{"a":1}`, `{"b":2}`, 200, `{"a":1,"b":2}`},
		{"PATCH", "https://x/t/one/api/v2/users/auth0%7C1?x=/y#z", `{}`, `{}`, 200, `{}`},
		{"PATCH", "https://x/api/v2/users/1", `{}`, `{"user_metadata":1}`, 400, `{"statusCode":400,"error":"Bad Request","message":"Payload validation error: 'user_metadata must be an object or null, not a number' on property user_metadata","errorCode":"invalid_body"}`},
		{"PATCH", "https://x/api/v2/users/1", `{}`, `{"a":1,}`, 400, `{"statusCode":400,"error":"Bad Request","message":"Payload validation error: 'A comma stands before the closing brace }'","errorCode":"invalid_body"}`},
		{"PATCH", "https://x/api/v2/users/1", `[]`, `{}`, 500, `{"statusCode":500,"error":"Internal Server Error","message":"The stored profile is not a JSON object."}`},
		{"PATCH", "https://x/api/v2/users/", `{}`, `{}`, 404, `{"statusCode":404,"error":"Not Found","message":"Only PATCH /api/v2/users/{id} is answered here."}`},
		{"PATCH", "https://x/api/v2/users/1/roles", `{}`, `{}`, 404, ""},
		{"GET", "https://x/api/v2/users/1", `{}`, ``, 404, ""},
	} {
		a := Run([]byte(c.profile), Request{Method: c.method, URL: c.url, Body: []byte(c.body)})
		if a.Status != c.status || c.response != "" && a.Response != c.response {
			t.Errorf("%s %s %s: got %d %s", c.method, c.url, c.body, a.Status, a.Response)
		}
		var form struct {
			Status   int
			Response string
			Outcome  answer
		}
		if err := json.Unmarshal(a.AppendJSON(nil), &form); err != nil || form.Status != a.Status || form.Response != a.Response || form.Outcome.OK != (c.status == 200) && c.status != 404 {
			t.Errorf("%s: JSON form %+v (%v)", c.url, form, err)
		}
	}
}

func TestShareAndOpen(t *testing.T) {
	type shared struct {
		OK             bool
		Fragment, Code string
	}
	type opened struct {
		OK                              bool
		Profile, Body, Code, Text, Hint string
		Sent                            []string
	}
	const profile, body = "{\n\"é\": 1}", `{"bad`
	for _, sent := range [][]string{{}, {"{}"}, {`{"a":"\u001e é"}`, "{\r\n\n}\n\n", ""}} {
		sequence := ""
		for _, text := range sent {
			sequence += "\x1e" + text + "\n"
		}
		var link shared
		if err := json.Unmarshal(Share([]byte(profile), []byte(body), []byte(sequence)), &link); err != nil || !link.OK || strings.HasPrefix(link.Fragment, "1.") != (len(sent) == 0) {
			t.Fatalf("%+v, %v", link, err)
		}
		var got opened
		if err := json.Unmarshal(Open(link.Fragment), &got); err != nil || !got.OK || got.Profile != profile || got.Body != body || got.Sent == nil || !slices.Equal(got.Sent, sent) {
			t.Errorf("%+v, %v", got, err)
		}
	}
	var got opened
	if err := json.Unmarshal(Open("1.AAAA"), &got); err != nil || got.OK || got.Code == "" || got.Text == "" {
		t.Errorf("%+v, %v", got, err)
	}
	// A link that is made opens; what would make one that does not is refused.
	for _, c := range []struct {
		profile, sent string
		want          bool
	}{
		{strings.Repeat(" ", 262_000), "", true},
		{strings.Repeat(" ", 262_140), "", false},
		{strings.Repeat(" ", 131_000), "\x1e" + strings.Repeat(" ", 131_000), true},
		{strings.Repeat(" ", 131_070), "\x1e" + strings.Repeat(" ", 131_070), false},
		{"{}", strings.Repeat("\x1e{}\n", 50), true},
		{"{}", strings.Repeat("\x1e{}\n", 51), false},
	} {
		var link shared
		if err := json.Unmarshal(Share([]byte(c.profile), nil, []byte(c.sent)), &link); err != nil || link.OK != c.want || link.OK == (link.Code != "") {
			t.Errorf("%d and %d bytes: %.100v, %v", len(c.profile), len(c.sent), link, err)
		}
		if err := json.Unmarshal(Open(link.Fragment), &got); link.OK && (err != nil || !got.OK) {
			t.Errorf("%d and %d bytes: %s, %v", len(c.profile), len(c.sent), got.Text, err)
		}
	}
}

// FuzzJSON holds that every answer is good JSON with spans inside the texts.
func FuzzJSON(f *testing.F) {
	f.Add(`{"user_metadata":{"a":{"x":1}}}`, `{"user_metadata":{"a":{"y":null}}}`)
	f.Add(`{"é":"😀"}`, "{\"a\":1,}")
	f.Fuzz(func(t *testing.T, profile, body string) {
		a := apply(t, profile, body)
		for _, s := range a.Steps {
			slice(body, s.Field)
			slice(profile, s.Before)
			slice(a.Result, s.Result)
		}
		if a.OK != (len(a.Errors) == 0) {
			t.Fatalf("ok %v, errors %v", a.OK, a.Errors)
		}
	})
}
