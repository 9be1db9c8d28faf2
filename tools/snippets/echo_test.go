package snippets

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// received is a request as the server saw it.
type received struct {
	method, path string
	rawQuery     string
	asked        bool // a ? ends the URL
	query        url.Values
	host         string
	header       http.Header
	body         []byte
}

// echoed is what the server answers.
const echoed = "the server was here"

// An echo is a server that keeps what it receives.
type echo struct {
	host string
	mu   sync.Mutex
	all  []received
}

func newEcho(t testing.TB) *echo {
	e := &echo{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		e.mu.Lock()
		defer e.mu.Unlock()
		e.all = append(e.all, received{r.Method, r.URL.EscapedPath(), r.URL.RawQuery, r.URL.ForceQuery, r.URL.Query(), r.Host, r.Header.Clone(), body})
		io.WriteString(w, echoed)
	}))
	t.Cleanup(server.Close)
	e.host = strings.TrimPrefix(server.URL, "http://")
	return e
}

// received returns the requests that have arrived.
func (e *echo) received() []received {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.all
}
