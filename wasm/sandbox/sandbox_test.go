package sandbox

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	_ "modernc.org/sqlite"
)

type home struct {
	t       testing.TB
	handler *Sandbox
	token   string
}

func newHome(t testing.TB, o Options) *home {
	t.Helper()
	o.Default = "default"
	file := filepath.Join(t.TempDir(), "sandbox.db")
	first, err := OpenSQLite(context.Background(), file, o)
	if err != nil {
		t.Fatal(err)
	}
	first.Close()
	s, err := OpenSQLite(context.Background(), file, o) // whose tables are there
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	tenant, err := s.MakeTenant(context.Background(), "default", AllScopes)
	if err != nil {
		t.Fatal(err)
	}
	return &home{t, s, tenant.Token}
}

func (h *home) send(method, path, body string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+h.token)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(header); i += 2 {
		if r.Header.Del(header[i]); header[i+1] != "" {
			r.Header.Set(header[i], header[i+1])
		}
	}
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	return w
}

func TestPatch(t *testing.T) {
	h := newHome(t, Options{})
	w := h.send("PATCH", "/api/v2/users/ada", `{"user_metadata":{"addresses":{"home":"1 New Street"}}}`)
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"home":"1 New Street"`) || strings.Contains(w.Body.String(), "Harbour") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if got := h.send("GET", "/api/v2/users/ada", ""); got.Body.String() != w.Body.String() || got.Header().Get("ETag") != `"2"` {
		t.Errorf("%s %s", got.Header(), got.Body)
	}
}

// TestLost holds that no change is lost, however many come at once.
func TestLost(t *testing.T) {
	h := newHome(t, Options{})
	const clients, each = 16, 50
	var wait sync.WaitGroup
	for c := range clients {
		wait.Go(func() {
			for i := range each {
				body := fmt.Sprintf(`{"user_metadata":{"p%d_%d":%d}}`, c, i, i)
				if w := h.send("PATCH", "/api/v2/users/ada", body); w.Code != http.StatusOK {
					t.Errorf("%d %s", w.Code, w.Body)
				}
			}
		})
	}
	wait.Wait()
	got := h.send("GET", "/api/v2/users/ada", "").Body.String()
	for c := range clients {
		for i := range each {
			if !strings.Contains(got, fmt.Sprintf(`"p%d_%d":`, c, i)) {
				t.Fatalf("p%d_%d is lost", c, i)
			}
		}
	}
}

func BenchmarkPatch(b *testing.B) {
	h := newHome(b, Options{})
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if w := h.send("PATCH", "/api/v2/users/ada", `{"user_metadata":{"n":`+fmt.Sprint(b.N)+`,"r":"`+newName()+`"}}`); w.Code != 200 {
				b.Fatal(w.Body.String())
			}
		}
	})
}

func newLog(w io.Writer) *slog.Logger { return slog.New(slog.NewJSONHandler(w, nil)) }
