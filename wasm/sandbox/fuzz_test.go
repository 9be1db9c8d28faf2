package sandbox

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// FuzzHandler holds that every request is answered: with a fault in our shape if it is
// refused, and with JSON if it is not; that it is never our fault; and that what is
// stored stays JSON.
func FuzzHandler(f *testing.F) {
	for _, seed := range [][4]string{
		{"PATCH", "/api/v2/users/ada", "", `{"user_metadata":{"a":1}}`},
		{"PATCH", "/api/v2/users/ada", `"1", "2"`, `{"user_metadata":{}}`},
		{"PUT", "/api/v2/users/b%2f..", "", `{"user_id":"b","app_metadata":[1e400]}`},
		{"POST", "/api/v2/users", "", `{"user_id":"\u0000"}`},
		{"DELETE", "/t/default/api/v2/users/ada", "*", ""},
		{"GET", "/t/default/api/v2/users", "", ""},
		{"POST", "/api/links", "", `{"fragment":"v1.e30.e30"}`},
		{"POST", "/api/tenants", "", `{"scope":"read:users"}`},
		{"GET", "/s/aaaaaaaaaaaa", "", ""},
		{"OPTIONS", "/", "", ""},
	} {
		f.Add(seed[0], seed[1], seed[2], []byte(seed[3]))
	}
	h := newHome(f, Options{})
	f.Fuzz(func(t *testing.T, method, path, match string, body []byte) {
		to, err := url.ParseRequestURI(path)
		if err != nil || to.Host != "" || !strings.HasPrefix(path, "/") {
			return
		}
		r := httptest.NewRequest("GET", "/", bytes.NewReader(body))
		r.Method, r.URL = method, to
		r.Header = http.Header{"Authorization": {"Bearer " + h.token}, "Content-Type": {"application/json"}, "If-Match": {match}}
		w := httptest.NewRecorder()
		h.handler.ServeHTTP(w, r)
		if w.Code < 200 || w.Code >= 500 {
			t.Fatalf("%s %s: %d %s", method, path, w.Code, w.Body)
		}
		if w.Code >= 400 {
			var said struct{ StatusCode int }
			if err := json.Unmarshal(w.Body.Bytes(), &said); err != nil || said.StatusCode != w.Code {
				t.Fatalf("%s %s: %d with %s", method, path, w.Code, w.Body)
			}
		} else if w.Body.Len() > 0 && !json.Valid(w.Body.Bytes()) && w.Code != http.StatusMovedPermanently && w.Code != http.StatusTemporaryRedirect {
			t.Fatalf("%s %s: %d with no JSON: %.300s", method, path, w.Code, w.Body)
		}
		if all := h.send("GET", "/api/v2/users", ""); all.Code != 200 || !json.Valid(all.Body.Bytes()) {
			t.Fatalf("after %s %s: %d %.300s", method, path, all.Code, all.Body)
		}
	})
}
