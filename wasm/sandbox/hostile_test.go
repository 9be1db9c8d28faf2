package sandbox

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
)

// zeros is a body of 100 MB that costs its sender nothing.
type zeros struct{ left int }

func (z *zeros) Read(b []byte) (int, error) {
	if z.left == 0 {
		return 0, io.EOF
	}
	n := min(len(b), z.left)
	clear(b[:n])
	z.left -= n
	return n, nil
}

func TestHugeBody(t *testing.T) {
	h := newHome(t, Options{})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r := httptest.NewRequest("PATCH", "/api/v2/users/ada", &zeros{100_000_000})
	r.Header.Set("Authorization", "Bearer "+h.token)
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	runtime.ReadMemStats(&after)
	if w.Code != 413 {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if took := after.TotalAlloc - before.TotalAlloc; took > 8*MaxBody {
		t.Errorf("%d bytes were allocated", took)
	}
}

// TestGrown holds that a profile does not grow past its bound in small steps.
func TestGrown(t *testing.T) {
	h := newHome(t, Options{})
	part := strings.Repeat("x", 300_000)
	for i := range 4 {
		w := h.send("PATCH", "/api/v2/users/ada", fmt.Sprintf(`{"user_metadata":{"p%d":"%s"}}`, i, part))
		if want := []int{200, 200, 200, 413}[i]; w.Code != want {
			t.Errorf("part %d: %d %.200s", i, w.Code, w.Body)
		}
	}
}

// TestPaths holds that no path leads to another tenant, or to a 500.
func TestPaths(t *testing.T) {
	h := newHome(t, Options{})
	server := httptest.NewServer(h.handler)
	defer server.Close()
	for _, path := range []string{
		"/t//api/v2/users/ada", "/t/%2e%2e/api/v2/users/ada", "/t/default%00/api/v2/users/ada", "/t/default/api/v2/users/ada%2f..%2fada", "/t/DEFAULT/api/v2/users/ada",
		"/t/" + strings.Repeat("a", 5000) + "/api/v2/users/ada", "/api/v2/users/" + strings.Repeat("a", 5000), "/api/v2/users/%ff", "/api/v2/users/a'--", "//api/v2/users/ada",
		"/t/' OR 1=1 --/api/v2/users/ada", "/api/v2/users/\";DROP TABLE users;", "/api/v2/users/ada%3B", "/api/v2/users/..", "/s/' OR '1'='1", "/s/%00%00%00%00%00%00%00%00%00%00%00%00",
	} {
		for _, token := range []string{h.token, "x"} {
			status := raw(t, server, "GET "+strings.ReplaceAll(path, " ", "%20")+" HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "+token+"\r\nConnection: close\r\n\r\n")
			if status < 300 || status >= 500 {
				t.Errorf("%s: %d", path, status)
			}
		}
	}
}

// raw sends bytes and returns the status of the answer.
func raw(t *testing.T, server *httptest.Server, request string) int {
	t.Helper()
	c, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, request); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatalf("%.100s: %v", request, err)
	}
	answer.Body.Close()
	return answer.StatusCode
}

func TestHeaders(t *testing.T) {
	h := newHome(t, Options{})
	for _, value := range []string{"Bearer", "Bearer ", "bearer\t" + h.token, h.token, "Bearer " + h.token + " x", "Bearer " + strings.Repeat("x", 100_000), "Bearer " + h.token[:len(h.token)-1]} {
		if w := h.send("GET", "/api/v2/users/ada", "", "Authorization", value); w.Code != 401 {
			t.Errorf("%.60q: %d", value, w.Code)
		}
	}
	r := httptest.NewRequest("GET", "/api/v2/users/ada", nil)
	r.Header["Authorization"] = []string{"Bearer x", "Bearer " + h.token}
	w := httptest.NewRecorder()
	if h.handler.ServeHTTP(w, r); w.Code != 401 {
		t.Errorf("two tokens: %d", w.Code)
	}
}

// TestLog holds that neither tokens nor bodies nor names come into the log.
func TestLog(t *testing.T) {
	var b strings.Builder
	h := newHome(t, Options{Log: newLog(&b)})
	h.send("PATCH", "/api/v2/users/ada", `{"user_metadata":{"a secret":"of mine"}}`)
	h.send("PATCH", "/api/v2/users/somebody", `{"a secret`)
	h.send("GET", "/t/other/api/v2/users/somebody?token=abc", "")
	for _, secret := range []string{h.token, "secret", "mine", "somebody", "ada", "abc", "other"} {
		if strings.Contains(b.String(), secret) {
			t.Errorf("%q is in the log:\n%s", secret, b.String())
		}
	}
	if n := strings.Count(b.String(), `"msg":"request"`); n != 3 {
		t.Errorf("%d lines:\n%s", n, b.String())
	}
}
