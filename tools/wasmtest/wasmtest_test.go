package wasmtest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mergebook/tools/assets/wasmfile"
)

// engine is what the page's worker carries to answer while somebody types. All
// tests of it run, for all of its code was rewritten.
var engine = []string{"jsonspan", "merge", "explain", "play"}

func TestWebAssembly(t *testing.T) {
	for _, name := range engine {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("..", "..", "wasm", name)
			cmd := inNode(t, improved(t, dir, "test", "-c"), "-test.v")
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			log := string(out)
			switch {
			case err != nil:
				t.Errorf("%v", err)
			case strings.Contains(log, "--- SKIP"):
				t.Error("a test was skipped")
			case !strings.Contains(log, "--- PASS: TestDepth"):
				t.Error("no test of depth ran; each of the packages has one")
			}
			if t.Failed() {
				t.Logf("%s", log)
			}
		})
	}
}

// improved compiles the package in a folder by a verb of the command go,
// improves what comes of it and returns its path.
func improved(t *testing.T, dir string, verb ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "program.wasm")
	cmd := exec.Command("go", append(verb, "-o", path, ".")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	module, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	better, err := wasmfile.Improve(module)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(better, module) {
		t.Fatal("nothing was improved")
	}
	if err := os.WriteFile(path, better, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func lookNode(t *testing.T) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("Node is missing: the engine's tests run in it as WebAssembly. `tools/setup node` says how to get it.")
	}
	return node
}
