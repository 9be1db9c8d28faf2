package snippets

import (
	"io"
	"net"
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

// newEcho starts a server on an address of this machine: 127.0.0.1 or [::1].
func newEcho(t testing.TB, address string) *echo {
	e := &echo{}
	listener, err := net.Listen("tcp", address+":0")
	if err != nil {
		t.Fatalf("requests of the list go to %s, which this machine has not: %v", address, err)
	}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		e.mu.Lock()
		defer e.mu.Unlock()
		e.all = append(e.all, received{r.Method, r.URL.EscapedPath(), r.URL.RawQuery, r.URL.ForceQuery, r.URL.Query(), r.Host, r.Header.Clone(), body})
		io.WriteString(w, echoed)
	}))
	server.Listener.Close()
	server.Listener = listener
	server.Start()
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
