package sandbox

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestRate(t *testing.T) {
	now := time.Unix(1_000, 0)
	limit := NewLimiter(3, 2, func() time.Time { return now })
	h := newHome(t, Options{Limit: limit.Rate, Now: func() time.Time { return now }})
	for i := range 3 {
		w := h.send("GET", "/api/v2/users/ada", "")
		if w.Code != 200 || w.Header().Get("X-RateLimit-Remaining") != fmt.Sprint(2-i) || w.Header().Get("X-RateLimit-Limit") != "3" {
			t.Fatalf("%d: %d %v", i, w.Code, w.Header())
		}
	}
	for range 2 { // those that are too many do not count
		w := h.send("GET", "/api/v2/users/ada", "")
		if w.Code != 429 || w.Header().Get("Retry-After") != "1" || !strings.Contains(w.Body.String(), "too_many_requests") {
			t.Fatalf("%d %v %s", w.Code, w.Header(), w.Body)
		}
	}
	now = now.Add(500 * time.Millisecond)
	if w := h.send("GET", "/api/v2/users/ada", ""); w.Code != 200 {
		t.Errorf("half a second later: %d", w.Code)
	}
	if w := h.send("GET", "/api/v2/users/ada", ""); w.Code != 429 {
		t.Errorf("and at once again: %d", w.Code)
	}
}

// TestSender holds whose requests are counted together.
func TestSender(t *testing.T) {
	for _, c := range []struct{ a, b string }{{"192.0.2.1:1", "[::ffff:192.0.2.1]:2"}, {"[2001:db8::1]:1", "[2001:db8::2%eth0]:9"}, {"nonsense", ""}} {
		if sender(c.a) != sender(c.b) {
			t.Errorf("%s and %s are two", c.a, c.b)
		}
	}
	for _, c := range []struct{ a, b string }{{"192.0.2.1:1", "192.0.2.2:1"}, {"[2001:db8::1]:1", "[2001:db8:0:1::1]:1"}} {
		if sender(c.a) == sender(c.b) {
			t.Errorf("%s and %s are one", c.a, c.b)
		}
	}
}

// TestStored holds that a tenant stores no more than it may, whichever way.
func TestStored(t *testing.T) {
	h := newHome(t, Options{})
	long := func(n int) string { return `{"user_metadata":{"a":"` + strings.Repeat("ä", n/2) + `"}}` }
	if w := h.send("PUT", "/api/v2/users/grows", `{"user_metadata":{}}`); w.Code != 200 {
		t.Fatal(w.Code, w.Body)
	}
	for i := range 7 {
		if w := h.send("PUT", fmt.Sprint("/api/v2/users/u", i), long(1_040_000)); w.Code != 200 {
			t.Fatalf("%d: %d %.200s", i, w.Code, w.Body)
		}
	}
	send := func(method, path, body string, want int) {
		t.Helper()
		if w := h.send(method, path, body); w.Code != want || want == 403 && !strings.Contains(w.Body.String(), "too_much_stored") {
			t.Errorf("%s %s: %d %.200s", method, path, w.Code, w.Body)
		}
	}
	send("PATCH", "/api/v2/users/grows", long(1_000_000), 200)
	send("PATCH", "/api/v2/users/ada", long(500_000), 403)
	send("PUT", "/api/v2/users/new", long(500_000), 403)
	send("POST", "/api/v2/users", long(500_000), 403)
	send("PATCH", "/api/v2/users/ada", long(83_000), 200) // which all may have
	send("PUT", "/api/v2/users/new", long(83_000), 200)
	send("PUT", "/api/v2/users/u0", long(1_040_000), 403)
	send("PUT", "/api/v2/users/u0", long(500_000), 200)
	send("PATCH", "/api/v2/users/u1", `{"user_metadata":{"a":null,"b":"`+strings.Repeat("x", 900_000)+`"}}`, 200)
}

func TestExpire(t *testing.T) {
	now := time.Unix(1_000, 0)
	h := newHome(t, Options{Now: func() time.Time { return now }})
	now = now.Add(tenantLife - time.Second)
	if w := h.send("GET", "/api/v2/users/ada", ""); w.Code != 200 {
		t.Fatalf("before the end: %d", w.Code)
	}
	now = now.Add(time.Second)
	if w := h.send("GET", "/api/v2/users/ada", ""); w.Code != 401 {
		t.Errorf("after the end: %d", w.Code)
	}
	if err := h.handler.Expire(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"users", "tokens", "tenants"} {
		var n int
		if err := h.handler.DB.QueryRow("SELECT COUNT(*) FROM " + table).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s has %d rows still, %v", table, n, err)
		}
	}
}

func TestQuota(t *testing.T) {
	h := newHome(t, Options{})
	for range maxUsers - 1 {
		if w := h.send("POST", "/api/v2/users", `{}`); w.Code != 201 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
	}
	if w := h.send("POST", "/api/v2/users", `{}`); w.Code != 403 {
		t.Errorf("one too many: %d %s", w.Code, w.Body)
	}
}

func TestScope(t *testing.T) {
	h := newHome(t, Options{})
	made, err := h.handler.MakeTenant(context.Background(), "reader", "read:users")
	if err != nil {
		t.Fatal(err)
	}
	h.token = made.Token
	if w := h.send("GET", "/t/reader/api/v2/users/ada", ""); w.Code != 200 {
		t.Errorf("GET: %d", w.Code)
	}
	for method, path := range map[string]string{"PATCH": "/ada", "POST": "", "DELETE": "/ada"} {
		if w := h.send(method, "/t/reader/api/v2/users"+path, `{"name":"A"}`); w.Code != 403 || !strings.Contains(w.Body.String(), "Insufficient scope, expected any of: ") {
			t.Errorf("%s: %d %s", method, w.Code, w.Body)
		}
	}
}

func TestCORS(t *testing.T) {
	const docs = "https://docs.example.com"
	h := newHome(t, Options{Origins: []string{docs}})
	w := h.send("OPTIONS", "/api/v2/users/ada", "", "Origin", docs, "Authorization", "")
	if w.Code != 204 || w.Header().Get("Access-Control-Allow-Origin") != docs || !strings.Contains(w.Header().Get("Access-Control-Allow-Methods"), "PATCH") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if w := h.send("GET", "/api/v2/users/ada", "", "Origin", "https://docs.example.com.evil.example"); w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Errorf("another origin: %v", w.Header())
	}
}

// TestPanic holds that what breaks in one request is answered, and breaks no other.
func TestPanic(t *testing.T) {
	h := newHome(t, Options{})
	w := httptest.NewRecorder()
	h.handler.observed(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("no") })).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != 500 || !strings.Contains(w.Body.String(), "internal_error") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	var b strings.Builder
	h.handler.WriteMetrics(&b)
	if !strings.Contains(b.String(), `sandbox_request_seconds_count{route="none",status="500"} 1`) {
		t.Errorf("metrics:\n%s", b.String())
	}
}
