package snippet

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"mergebook/wasm/har"
)

// runners says how to run a snippet of each language: the file to write it
// to, the program to give that to, and how to come by the program.
var runners = map[string]struct{ file, program, get string }{
	"curl":  {"snippet.sh", "sh", "apt-get install curl"},
	"fetch": {"snippet.mjs", "node", "apt-get install nodejs, version 18 or later"},
}

// cannot lists what a language's client cannot send, by comment of the case.
var cannot = map[string]string{
	"fetch/__proto__ as a header": "the HTTP client of Node 20 drops this header",
}

// TestRun runs every snippet of every language, and compares what a server
// receives with the HAR.
func TestRun(t *testing.T) {
	echo := newEcho(t)
	requests := append(readRequests(t, "testdata/requests.jsonl"), &har.Request{
		Comment: "1 MB", Method: "POST", URL: "http://HOST/mega",
		PostData: &har.PostData{MimeType: "text/plain", Text: strings.Repeat("0123'\\%`${x}\n", 80_000)},
	})
	for _, l := range Languages() {
		runner, ok := runners[l.ID]
		if !ok {
			t.Errorf("%s: say in runners how to run it", l.ID)
			continue
		}
		for _, program := range []string{runner.program, "curl"} {
			if _, err := exec.LookPath(program); err != nil {
				t.Fatalf("%s is not here, and snippets are proven by running them: %s", program, runner.get)
			}
		}
		for _, r := range requests {
			t.Run(l.ID+"/"+r.Comment, func(t *testing.T) {
				r := r.Map(func(s string) string { return strings.ReplaceAll(s, "HOST", echo.host) })
				if why := cannot[l.ID+"/"+r.Comment]; why != "" {
					t.Skip(why)
				}
				code := l.Write(Normalize(r))
				got := echo.receive(t, func() { run(t, runner.program, runner.file, code) })
				compare(t, r, got)
				if t.Failed() && len(code) < 4000 {
					t.Logf("the snippet was:\n%s", code)
				}
			})
		}
	}
	if _, err := os.Stat("/tmp/mergebook-was-here"); err == nil {
		t.Error("a snippet executed what its body says")
	}
}

func readRequests(t *testing.T, file string) []*har.Request {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []*har.Request
	for lines := bufio.NewScanner(f); lines.Scan(); {
		r, errs := har.Parse(lines.Bytes())
		if errs != nil {
			t.Fatalf("%s: %s: %v", file, lines.Text(), errs)
		}
		out = append(out, r)
	}
	return out
}

func run(t *testing.T, program, file, code string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), file)
	if err := os.WriteFile(path, []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	var stderr bytes.Buffer
	cmd := exec.Command(program, path)
	cmd.Dir = filepath.Dir(path)
	cmd.Stderr = &stderr
	if out, err := cmd.Output(); err != nil {
		t.Errorf("%s %s: %v\n%s%s", program, file, err, stderr.Bytes(), out)
	} else if !strings.Contains(string(out), echoed) && !strings.Contains(code, "HEAD") && !strings.Contains(code, "--head") {
		t.Errorf("%s prints %q, and not the response", file, out)
	}
}

// received is a request as the server saw it.
type received struct {
	method, path string
	query        url.Values
	header       http.Header
	body         []byte
}

// echoed is what the server answers.
const echoed = "the server was here"

// An echo is a server that keeps the last request.
type echo struct {
	host string
	mu   sync.Mutex
	last []received
}

func newEcho(t *testing.T) *echo {
	e := &echo{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		e.mu.Lock()
		e.last = append(e.last, received{r.Method, r.URL.Path, r.URL.Query(), r.Header.Clone(), body})
		e.mu.Unlock()
		io.WriteString(w, echoed)
	}))
	t.Cleanup(server.Close)
	e.host = strings.TrimPrefix(server.URL, "http://")
	return e
}

// receive returns the one request that arrives while f runs.
func (e *echo) receive(t *testing.T, f func()) received {
	t.Helper()
	e.mu.Lock()
	e.last = nil
	e.mu.Unlock()
	f()
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.last) != 1 {
		t.Fatalf("%d requests arrived", len(e.last))
	}
	return e.last[0]
}
