package wasmtest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// engine is what the page's worker carries, and chosen are the tests of it
// that are worth the time: depth, cost, the tables, and the rules.
var engine = []string{"./wasm/jsonspan", "./wasm/merge", "./wasm/explain", "./wasm/play"}

const chosen = "Depth|Hostile|Suite|Strict|Errors|Apply|Random|Sentences"

func TestWebAssembly(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("Node is missing: the engine's tests run in it as WebAssembly. `tools/setup node` says how to get it.")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runner := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	if _, err := os.Stat(runner); err != nil {
		t.Fatalf("this Go comes without what runs WebAssembly in Node: %v", err)
	}
	// Node gets no environment but the way to itself: Go's loader has room for
	// 12 kB of arguments and environment, and some machines have more.
	path := "PATH=" + filepath.Dir(node) + string(filepath.ListSeparator) + "/usr/bin" + string(filepath.ListSeparator) + "/bin"
	args := append([]string{"test", "-count=1", "-v", "-exec", "env -i '" + path + "' '" + runner + "'", "-run", chosen}, engine...)
	cmd := exec.Command("go", args...)
	cmd.Dir = filepath.Join("..", "..")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, p := range engine {
		ran := strings.Contains(string(out), "ok  \tmergebook/"+strings.TrimPrefix(p, "./")+"\t")
		if !ran {
			t.Errorf("the tests of %s did not run", p)
		}
	}
	// Each of the four has a test of depth; a run without them says nothing.
	if n := strings.Count(string(out), "--- PASS: TestDepth"); n < len(engine) {
		t.Errorf("%d tests of depth ran", n)
	}
	for _, word := range []string{"no tests to run", "--- SKIP"} {
		if strings.Contains(string(out), word) {
			t.Errorf("the run says %q", word)
		}
	}
	if t.Failed() {
		t.Logf("%s", out)
	}
}
