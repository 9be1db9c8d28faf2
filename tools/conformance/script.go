package conformance

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

//go:embed testdata/*.txt
var scripts embed.FS

// An exchange is one request and what has to be answered.
type exchange struct {
	line    int
	request []string // lines
	answer  []string
}

func parse(text string) (all []exchange) {
	var e exchange
	for i, line := range append(strings.Split(text, "\n"), "") {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "> "):
			if e.request == nil {
				e.line = i + 1
			}
			e.request = append(e.request, line[2:])
		case strings.HasPrefix(line, "< "):
			e.answer = append(e.answer, line[2:])
		case line == "" && e.request != nil:
			all = append(all, e)
			e = exchange{}
		case line != "":
			panic(fmt.Sprintf("line %d: %q begins with none of # > <", i+1, line))
		}
	}
	return all
}

// Run runs all scripts against the sandbox at an address without a slash at its end.
func Run(t *testing.T, base string) {
	entries, err := scripts.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		text, err := scripts.ReadFile("testdata/" + entry.Name())
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(entry.Name(), ".txt"), func(t *testing.T) {
			own, other := NewTenant(t, base), NewTenant(t, base)
			fill := strings.NewReplacer("{tenant}", own.Tenant, "{token}", own.Token, "{other}", other.Tenant, "{other-token}", other.Token)
			for _, e := range parse(string(text)) {
				exchanged(t, base, own, e, fill)
			}
		})
	}
}

// A Tenant is one that was made for a test.
type Tenant struct{ Tenant, Token string }

// NewTenant makes one.
func NewTenant(t testing.TB, base string) (made Tenant) {
	t.Helper()
	answer, err := http.Post(base+"/api/tenants", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if err := json.NewDecoder(answer.Body).Decode(&made); err != nil || answer.StatusCode != http.StatusCreated || made.Token == "" {
		t.Fatalf("making a tenant: %s, %v", answer.Status, err)
	}
	return made
}

func exchanged(t *testing.T, base string, own Tenant, e exchange, fill *strings.Replacer) {
	t.Helper()
	method, path, _ := strings.Cut(fill.Replace(e.request[0]), " ")
	if strings.HasPrefix(path, "/api/v2/") {
		path = "/t/" + own.Tenant + path
	}
	header := http.Header{"Authorization": {"Bearer " + own.Token}}
	var body []string
	for _, line := range e.request[1:] {
		name, value, isHeader := strings.Cut(line, ":")
		switch {
		case len(body) > 0 || !isHeader || strings.ContainsAny(name, `{}[]" `):
			body = append(body, line)
		case strings.TrimSpace(value) == "":
			header[http.CanonicalHeaderKey(name)] = nil
		default:
			header.Set(name, fill.Replace(strings.TrimSpace(value)))
		}
	}
	if _, said := header["Content-Type"]; !said && len(body) > 0 {
		header.Set("Content-Type", "application/json")
	}
	request, err := http.NewRequest(method, base+path, strings.NewReader(strings.Join(body, "\n")))
	if err != nil {
		t.Fatalf("line %d: %v", e.line, err)
	}
	request.Header = header
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(request)
	if err != nil {
		t.Fatalf("line %d: %v", e.line, err)
	}
	defer answer.Body.Close()
	got, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatalf("line %d: %v", e.line, err)
	}
	if status := fmt.Sprint(answer.StatusCode); status != e.answer[0] {
		t.Errorf("line %d: %s %s: status %s, not %s: %s", e.line, method, path, status, e.answer[0], got)
		return
	}
	for i, line := range e.answer[1:] {
		name, value, isHeader := strings.Cut(fill.Replace(line), ": ")
		switch {
		case strings.HasPrefix(line, "~ "):
			if !bytes.Contains(got, []byte(fill.Replace(line[2:]))) {
				t.Errorf("line %d: %s is not in %s", e.line, line[2:], got)
			}
		case isHeader && !strings.ContainsAny(name, `{}[]" `):
			if answer.Header.Get(name) != value {
				t.Errorf("line %d: %s is %q, not %q", e.line, name, answer.Header.Get(name), value)
			}
		default:
			if wanted := fill.Replace(strings.Join(e.answer[i+1:], "\n")); string(got) != wanted {
				t.Errorf("line %d: got\n%s\nwant\n%s", e.line, got, wanted)
			}
			return
		}
	}
}
