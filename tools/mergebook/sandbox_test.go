package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mergebook/tools/conformance"
	"mergebook/wasm/sandbox"
)

// process serves a folder with the sandbox in a file, and returns the address and
// what kills it.
func process(t *testing.T, content, file string) (base string, kill func()) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), asCommand+"="+strings.Join([]string{"serve", "--content", content, "--port", "0", "--sandbox", file}, "\n"))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill = sync.OnceFunc(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	t.Cleanup(kill)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "http://") {
			go io.Copy(io.Discard, out)
			return strings.TrimSuffix(lines.Text(), "/"), kill
		}
	}
	t.Fatal("it has ended")
	return "", nil
}

// TestKilled kills the server while clients write. What was acknowledged is there
// when it is started again.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	content, file := filepath.Join(dir, "content"), filepath.Join(dir, "sandbox.db")
	if err := errors.Join(os.MkdirAll(content, 0o755), os.WriteFile(filepath.Join(content, "index.md"), []byte("# Site\n"), 0o644)); err != nil {
		t.Fatal(err)
	}
	base, kill := process(t, content, file)
	own := conformance.NewTenant(t, base)
	var mu sync.Mutex
	done := map[string]bool{}
	var wait sync.WaitGroup
	for c := range 8 {
		wait.Go(func() {
			client := &http.Client{Transport: &http.Transport{}}
			for i := 0; ; i++ {
				name := fmt.Sprintf("c%d_%d", c, i)
				status, text, err := conformance.Patch(client, base, own, "ada", `{"user_metadata":{"`+name+`":true}}`)
				if err != nil {
					return // it was killed
				}
				if status != http.StatusOK {
					t.Errorf("%s: %d %.300s", name, status, text)
					return
				}
				mu.Lock()
				done[name] = true
				mu.Unlock()
			}
		})
	}
	for enough := false; !enough && !t.Failed(); time.Sleep(5 * time.Millisecond) {
		mu.Lock()
		enough = len(done) > 300
		mu.Unlock()
	}
	kill()
	wait.Wait()
	base, _ = process(t, content, file)
	got := conformance.Properties(t, base, own, "ada")
	for name := range done {
		if got[name] != true {
			t.Fatalf("%s was acknowledged, and is lost; %d of %d are there", name, len(got), len(done))
		}
	}
	t.Logf("%d were acknowledged, %d are there", len(done), len(got))
}

// TestSlow holds that a body which does not come is not waited for, and that the
// server is there for others meanwhile.
func TestSlow(t *testing.T) {
	box, err := openSandbox(t.Context(), filepath.Join(t.TempDir(), "sandbox.db"), "local", 0, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	own, err := box.MakeTenant(t.Context(), "local", sandbox.AllScopes)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mount(mux, box, 200*time.Millisecond)
	server := httptest.NewServer(mux)
	defer server.Close()
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() {
			c, err := net.Dial("tcp", server.Listener.Addr().String())
			if err != nil {
				t.Error(err)
				return
			}
			defer c.Close()
			fmt.Fprintf(c, "PATCH /api/v2/users/ada HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{", own.Token)
			answer, err := http.ReadResponse(bufio.NewReader(c), nil)
			if err != nil {
				t.Error(err)
				return
			}
			answer.Body.Close()
			if answer.StatusCode != http.StatusBadRequest {
				t.Errorf("a slow body: %s", answer.Status)
			}
		})
	}
	status, text, err := conformance.Patch(http.DefaultClient, server.URL, conformance.Tenant{Tenant: "local", Token: own.Token}, "ada", `{"name":"Ada"}`)
	if err != nil || status != http.StatusOK {
		t.Errorf("meanwhile: %d %s %v", status, text, err)
	}
	wait.Wait()
}
