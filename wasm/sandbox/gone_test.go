package sandbox

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestGone holds that a request which is broken off is not answered as if all were well.
func TestGone(t *testing.T) {
	h := newHome(t, Options{})
	for method, path := range map[string]string{"PATCH": "/api/v2/users/ada", "GET": "/api/v2/users/ada", "POST": "/api/tenants"} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		r := httptest.NewRequest(method, path, strings.NewReader(`{"name":"Ada"}`)).WithContext(ctx)
		r.Header = http.Header{"Authorization": {"Bearer " + h.token}, "Content-Type": {"application/json"}}
		if path == "/api/tenants" {
			r.Body, r.ContentLength = http.NoBody, 0
		}
		w := httptest.NewRecorder()
		func() {
			defer func() {
				if p := recover(); p != http.ErrAbortHandler {
					t.Errorf("%s %s: answered with %d %s, recovered %v", method, path, w.Code, w.Body, p)
				}
			}()
			h.handler.ServeHTTP(w, r)
		}()
	}
}
