package conformance

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// worker is the folder of the Worker, which make edge has built.
const worker = "../../wasm/worker"

// startWorker runs the Worker in workerd, with a new storage and a limit that no test
// reaches, and returns its address. A script of dist may run in its place.
func startWorker(t *testing.T, script ...string) string {
	t.Helper()
	cmd := exec.Command("node", append([]string{"workerd.mjs", "0", t.TempDir(), "1000000"}, script...)...)
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

// breaker asks the program something good, something that ends it, and something good
// again.
const breaker = `
import { handle } from "./engine.mjs";
import { pack, unpack } from "./message.mjs";
export { Tenant } from "./tenant.mjs";
export default {
  fetch() {
    const good = pack({ method: "GET", url: "https://x/-/version", limited: false, name: "", header: [], body: new Uint8Array() }, []);
    const said = [good, good.subarray(0, 7), good, good].map((request) => {
      try {
        return unpack(handle(null, request)).status;
      } catch {
        return "broken";
      }
    });
    return Response.json(said);
  },
};
`

// TestBroken holds that the program's end ends one request, and the next one has a new
// instance.
func TestBroken(t *testing.T) {
	path := filepath.Join(worker, "dist", "breaker.mjs")
	if err := os.WriteFile(path, []byte(breaker), 0o644); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(path)
	answer, err := http.Get(startWorker(t, "breaker.mjs") + "/-/version")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if got, err := io.ReadAll(answer.Body); err != nil || string(got) != `[200,"broken",200,200]` {
		t.Errorf("%s %v", got, err)
	}
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
	t.Run("hostile", func(t *testing.T) { RunHostile(t, base) })
	t.Run("lost", func(t *testing.T) { RunLost(t, base, 64, 10_000) })
}
