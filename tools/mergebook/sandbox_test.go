package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"mergebook/tools/conformance"
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
