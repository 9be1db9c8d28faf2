package wasmtest

import (
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
	node := lookNode(t)
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runner := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	if _, err := os.Stat(runner); err != nil {
		t.Fatalf("this Go comes without what runs WebAssembly in Node: %v", err)
	}
	for _, name := range engine {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join("..", "..", "wasm", name)
			cmd := exec.Command(runner, compile(t, dir), "-test.v")
			cmd.Dir = dir
			// Node gets no environment but the way to itself: Go's loader has room
			// for 12 kB of arguments and environment, and some machines have more.
			cmd.Env = []string{"PATH=" + strings.Join([]string{filepath.Dir(node), "/usr/bin", "/bin"}, string(filepath.ListSeparator))}
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

// compile makes the test program of a package, improves it and returns its path.
func compile(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.wasm")
	cmd := exec.Command("go", "test", "-c", "-o", path, ".")
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
	if string(better) == string(module) {
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
