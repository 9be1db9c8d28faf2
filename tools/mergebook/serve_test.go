package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// output is a buffer that may be written and read at once.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// start serves a folder and returns the address.
func start(t *testing.T, content string) (address string, out *output) {
	t.Helper()
	out = &output{}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() {
		ended <- serve(ctx, env{stdin: strings.NewReader(""), stdout: out, stderr: out}, content, 38080, filepath.Join(t.TempDir(), "sandbox.db"), 0)
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	for range 500 {
		if _, rest, found := strings.Cut(out.String(), "http://"); found {
			address, _, _ := strings.Cut(rest, "\n")
			return "http://" + address, out
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("no address in %s", out)
	return "", nil
}

func get(t *testing.T, url string, header ...string) *http.Response {
	t.Helper()
	r, err := http.NewRequest("GET", url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, Timeout: 10 * time.Second}
	answer, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return answer
}

func TestServe(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "a.md")
	if err := os.WriteFile(page, []byte("# First\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	address, out := start(t, dir)
	answer := get(t, address+"a/")
	body, _ := io.ReadAll(answer.Body)
	if answer.StatusCode != 200 || !strings.Contains(string(body), "First") || answer.Header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("got %d %v", answer.StatusCode, answer.Header)
	}
	if csp := answer.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'") || !strings.Contains(csp, "require-trusted-types-for 'script'") {
		t.Errorf("policy %s", csp)
	}
	if again := get(t, address+"a/", "If-None-Match", answer.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("got %d for the same page", again.StatusCode)
	}
	if moved := get(t, address+"a"); moved.StatusCode != http.StatusMovedPermanently || moved.Header.Get("Location") != "/a/" {
		t.Errorf("got %d to %s", moved.StatusCode, moved.Header.Get("Location"))
	}
	for _, path := range []string{"nothing", "../main.go", "%2e%2e/main.go", ".mergebook", "a/index.html/", "//example.com/"} {
		if gone := get(t, address+path); gone.StatusCode == http.StatusOK {
			t.Errorf("%s is served", path)
		}
	}
	engine := engineOf(t, string(body))
	packed := get(t, address+engine, "Accept-Encoding", "gzip, br")
	if packed.Header.Get("Content-Type") != "application/wasm" || packed.Header.Get("Content-Encoding") != "br" || !strings.Contains(packed.Header.Get("Cache-Control"), "immutable") {
		t.Errorf("engine: %v", packed.Header)
	}

	// So are pages, for a browser that takes it.
	plain, zipped := get(t, address), get(t, address, "Accept-Encoding", "gzip")
	text, err := io.ReadAll(plain.Body)
	if err != nil || plain.Header.Get("Content-Encoding") != "" || plain.Header.Get("Vary") != "Accept-Encoding" {
		t.Errorf("a page as it is: %v, %v", plain.Header, err)
	}
	unzip, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if same, err := io.ReadAll(unzip); err != nil || string(same) != string(text) || zipped.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("a compressed page: %v, %v, %q", zipped.Header, err, same)
	}

	// A change is announced to open pages, with what is wrong.
	live := bufio.NewReader(get(t, address+"-/live").Body)
	if first, _ := live.ReadString('\n'); first != "event: findings\n" {
		t.Fatalf("got %q", first)
	}
	if err := os.WriteFile(page, []byte("# Second\n\n[x](#nothing)\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for shown := ""; !strings.Contains(shown, "Second"); { // a file that is being written may be seen while it is empty
		for line := ""; line != "data: renew\n"; {
			var err error
			if line, err = live.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
		body, _ = io.ReadAll(get(t, address+"a/").Body)
		shown = string(body)
	}
	// A page of another server, which asks too late for the announcement.
	late := bufio.NewReader(get(t, address+"-/live?build=1").Body)
	for line := ""; line != "data: reload\n"; {
		var err error
		if line, err = late.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	for line := ""; !strings.Contains(line, "no such heading"); { // which is told after it is printed
		var err error
		if line, err = live.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.Contains(out.String(), "a.md:3:5: #nothing: no such heading") {
		t.Errorf("after the change: %s", out)
	}

	// A stale result, with the way to rewrite it.
	if err := os.WriteFile(page, []byte(staleResult), 0o644); err != nil {
		t.Fatal(err)
	}
	const hint = "hint: mergebook check --fix rewrites 1 result"
	for line := ""; !strings.HasSuffix(line, `,{"text":"`+hint+"\"}]\n"); {
		var err error
		if line, err = live.ReadString('\n'); err != nil {
			t.Fatal(err)
		}
	}
	if !strings.Contains(out.String(), "\n  "+hint+"\n") {
		t.Errorf("no hint in %s", out)
	}
}

const staleResult = "```json role=profile\n{\"user_metadata\": {\"a\": 1}}\n```\n\n" +
	"```har\n{\"method\":\"PATCH\",\"url\":\"https://x/api/v2/users/1\",\"postData\":{\"mimeType\":\"application/json\",\"text\":\"{\\\"user_metadata\\\": {\\\"a\\\": 2}}\"}}\n```\n\n" +
	"```json role=result\n{\"user_metadata\": {\"a\": 3}}\n```\n"

// engineOf returns the path of the engine that a page names.
func engineOf(t *testing.T, page string) string {
	t.Helper()
	_, rest, found := strings.Cut(page, `data-engine="../`)
	if !found {
		t.Fatal("the page names no engine")
	}
	path, _, _ := strings.Cut(rest, `"`)
	return path
}
