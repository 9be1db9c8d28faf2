package conformance

import (
	"bufio"
	"io"
	"net/http"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// worker is the folder of the Worker, which make edge has built.
const worker = "../../wasm/worker"

// startWorker runs the Worker in workerd, with a new storage and a limit that no test
// reaches, and returns its address.
func startWorker(t *testing.T) string {
	t.Helper()
	cmd := exec.Command("node", "workerd.mjs", "0", t.TempDir(), "1000000")
	cmd.Dir = worker
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // workerd is a child of a child
	var log strings.Builder
	cmd.Stderr = &log
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v: `make edge` installs what this needs", err)
	}
	t.Cleanup(func() {
		syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
		cmd.Wait()
		if t.Failed() {
			t.Logf("it said:\n%.5000s", log.String())
		}
	})
	lines := bufio.NewScanner(out)
	if !lines.Scan() {
		t.Fatal("the Worker does not start")
	}
	base := lines.Text()
	go io.Copy(io.Discard, out) // its log
	return base
}

func TestEdge(t *testing.T) {
	base := startWorker(t)
	Run(t, base)
	t.Run("site", func(t *testing.T) {
		for path, status := range map[string]int{"/": 200, "/guide/merge/": 200, "/nothing": 404} {
			answer, err := http.Get(base + path)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			if answer.StatusCode != status {
				t.Errorf("%s: %d", path, answer.StatusCode)
			}
		}
	})
	t.Run("lost", func(t *testing.T) { RunLost(t, base, 64, 10_000) })
}
