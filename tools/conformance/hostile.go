package conformance

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// RunHostile sends what no client should. Each request is refused with a status that
// says so, or its connection is ended; nobody learns of another tenant's users; and
// what is stored stays.
func RunHostile(t *testing.T, base string) {
	own, other := NewTenant(t, base), NewTenant(t, base)
	secret := `{"user_id":"ada","nickname":"the secret of another tenant"}`
	if status, text := say(t, base, put(other, "ada", secret)); status != 200 {
		t.Fatalf("%d %s", status, text)
	}
	stored := `{"user_id":"ada","user_metadata":{"a":[]}}`
	if status, text := say(t, base, put(own, "ada", stored)); status != 200 {
		t.Fatalf("%d %s", status, text)
	}
	t.Run("bodies", func(t *testing.T) { hostileBodies(t, base, own) })
	t.Run("endless", func(t *testing.T) { endless(t, base, own) })
	t.Run("paths", func(t *testing.T) { hostilePaths(t, base, own, other) })
	t.Run("headers", func(t *testing.T) { hostileHeaders(t, base, own) })
	t.Run("guesses", func(t *testing.T) { guesses(t, base, own, other) })
	for of, want := range map[Tenant]string{own: stored, other: secret} {
		if status, text := say(t, base, get("/t/"+of.Tenant+"/api/v2/users/ada", of.Token)); status != 200 || text != want {
			t.Errorf("in the end: %d %.300s", status, text)
		}
	}
}

// head is what stands before a body of so many bytes.
func head(method string, of Tenant, id string, size int) string {
	return fmt.Sprintf("%s /t/%s/api/v2/users/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", method, of.Tenant, id, of.Token, size)
}

func put(of Tenant, id, body string) string   { return head("PUT", of, id, len(body)) + body }
func patch(of Tenant, id, body string) string { return head("PATCH", of, id, len(body)) + body }

func get(path, token string) string {
	return "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n"
}

// dial connects to the server of an address, for a while.
func dial(t *testing.T, base string) net.Conn {
	t.Helper()
	to, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	c, err := net.Dial("tcp", to.Host)
	if err != nil {
		t.Fatal(err)
	}
	c.SetDeadline(time.Now().Add(time.Minute))
	return c
}

// say sends bytes on a connection of their own. Where the server ends it without an
// answer, the status is 0.
func say(t *testing.T, base, request string) (status int, text string) {
	t.Helper()
	c := dial(t, base)
	defer c.Close()
	go io.WriteString(c, request) // the server may answer before it has read all
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		if wait, ok := errors.AsType[net.Error](err); ok && wait.Timeout() {
			t.Fatalf("no answer to %.100s", request)
		}
		return 0, ""
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatalf("%.100s: %v", request, err)
	}
	return answer.StatusCode, string(body)
}

func hostileBodies(t *testing.T, base string, own Tenant) {
	deep := func(n int) string {
		return `{"user_metadata":{"a":` + strings.Repeat("[", n) + strings.Repeat("]", n) + `}}`
	}
	for name, c := range map[string]struct {
		body   string
		status int
	}{
		"bad UTF-8":       {"{\"name\":\"\xff\"}", 400},
		"half a letter":   {`{"name":"\ud800"}`, 400},
		"too deep":        {deep(20_000), 400},
		"a million open":  {strings.Repeat("[", 1_000_000), 400},
		"a byte too long": {`{"name":"` + strings.Repeat("x", 1<<20-10) + `"}`, 413},
		"two values":      {`{"name":"a"}{}`, 400},
		"NUL":             {"{\"name\":\"\x00\"}", 400},
		"prototype":       {`{"__proto__":{"admin":true}}`, 400},
	} {
		if status, text := say(t, base, patch(own, "ada", c.body)); status != c.status || !strings.Contains(text, fmt.Sprintf(`"statusCode":%d`, c.status)) {
			t.Errorf("%s: %d %.300s", name, status, text)
		}
	}
	untyped := strings.Replace(patch(own, "ada", ""), "Content-Type: application/json\r\n", "", 1)
	if status, text := say(t, base, untyped); status != 415 || !strings.Contains(text, `"statusCode":415`) {
		t.Errorf("empty: %d %.300s", status, text)
	}
	if status, text := say(t, base, put(own, "deep", "{}")); status != 200 {
		t.Fatalf("%d %.300s", status, text)
	}
	if status, text := say(t, base, patch(own, "deep", deep(9_000))); status != 200 {
		t.Errorf("deep, but good: %d %.300s", status, text)
	}
}

// endless sends a body of 100 MB. It is refused, or the connection ended, long before
// all of it has been read.
func endless(t *testing.T, base string, own Tenant) {
	c := dial(t, base)
	defer c.Close()
	sent := make(chan int)
	go func() {
		part, n := make([]byte, 64<<10), 0
		_, err := io.WriteString(c, head("PATCH", own, "ada", 100_000_000))
		for err == nil && n < 100_000_000 {
			var m int
			m, err = c.Write(part)
			n += m
		}
		sent <- n
	}()
	if answer, err := http.ReadResponse(bufio.NewReader(c), nil); err == nil && answer.StatusCode != 413 {
		t.Errorf("it was answered with %s", answer.Status)
	}
	c.Close()
	if n := <-sent; n > 30_000_000 {
		t.Errorf("%d bytes were read", n)
	}
}

func hostilePaths(t *testing.T, base string, own, other Tenant) {
	long := strings.Repeat("a", 5000)
	for _, path := range []string{
		"/t//api/v2/users/ada", "/t/%2e%2e/api/v2/users/ada", "/t/{own}%00/api/v2/users/ada", "/t/{OWN}/api/v2/users/ada", "/t/{own}/../{other}/api/v2/users/ada",
		"/t/{own}%2f..%2f{other}/api/v2/users/ada", "/t/{own}/api/v2/users/ada%2f..%2f..%2f..%2f..%2f..%2f{other}/api/v2/users/ada", "/t/{other}/api/v2/users/ada", "/t/{other}/api/v2/users",
		"/t/" + long + "/api/v2/users/ada", "/t/{own}/api/v2/users/" + long, "/t/{own}/api/v2/users/%ff", "/t/{own}/api/v2/users/a'--", "//t/{own}/api/v2/users/ada",
		"/t/'%20OR%201=1%20--/api/v2/users/ada", "/t/{own}/api/v2/users/\";DROP%20TABLE%20users;", "/t/{own}/api/v2/users/..", "/t/{own}/api/v2/users/'%20OR%20tenant='{other}",
		"/s/'%20OR%20'1'='1", "/s/%00%00%00%00%00%00%00%00%00%00%00%00", "/t/__proto__/api/v2/users/ada", "/t/constructor/api/v2/users/ada", "/t/{own}/api/v2/users/%zz",
	} {
		path = strings.NewReplacer("{own}", own.Tenant, "{OWN}", strings.ToUpper(own.Tenant), "{other}", other.Tenant).Replace(path)
		for _, token := range []string{own.Token, "x"} {
			status, text := say(t, base, get(path, token))
			if status != 0 && (status < 300 || status >= 500) || strings.Contains(text, "secret of another") {
				t.Errorf("%.200s: %d %.300s", path, status, text)
			}
		}
	}
}

func hostileHeaders(t *testing.T, base string, own Tenant) {
	path := "/t/" + own.Tenant + "/api/v2/users/ada"
	for name, request := range map[string]string{
		"a long one":         get(path, strings.Repeat("x", 2_000_000)),
		"many":               "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + strings.Repeat("X-A: b\r\n", 200_000) + "\r\n",
		"no token":           "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n",
		"two tokens":         "GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nAuthorization: Bearer " + own.Token + "\r\n\r\n",
		"two lengths":        "PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + own.Token + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
		"a body in a body":   "PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + get(path, own.Token),
		"a packed body":      "PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + own.Token + "\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
		"no such method":     strings.Replace(get(path, own.Token), "GET", "BREW", 1),
		"what workers trust": "GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Sandbox: {\"name\":\"" + own.Tenant + "\"}\r\nAuthorization: Bearer x\r\n\r\n",
	} {
		if status, text := say(t, base, request); status != 0 && status < 400 { // of some workerd itself says 500 and 501
			t.Errorf("%s: %d %.300s", name, status, text)
		}
	}
}

// guesses holds that who has no token of a tenant cannot tell whether it is there.
func guesses(t *testing.T, base string, own, other Tenant) {
	var first string
	for _, name := range []string{other.Tenant, "nobody-has-this-one"} {
		for _, id := range []string{"ada", "nobody"} {
			for _, token := range []string{own.Token, strings.Repeat("x", len(own.Token))} {
				status, text := say(t, base, get("/t/"+name+"/api/v2/users/"+id, token))
				if first == "" {
					first = text
				}
				if status != 401 || text != first {
					t.Errorf("%s of %s: %d %s", id, name, status, text)
				}
			}
		}
	}
}
