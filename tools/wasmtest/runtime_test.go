package wasmtest

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program that needs all that Go's runtime knows of its functions says the
// same natively and improved, and crashes as it should.
func TestRuntime(t *testing.T) {
	const dir = "testdata/runtime"
	native := filepath.Join(t.TempDir(), "native")
	cmd := exec.Command("go", "build", "-o", native, ".")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, _ := exec.Command(native).Output()
	if len(want) == 0 {
		t.Fatal("the program says nothing")
	}
	var stdout, stderr bytes.Buffer
	cmd = inNode(t, improved(t, dir, "build"))
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 || !strings.HasPrefix(stderr.String(), "panic: boom\n") {
		t.Errorf("the crash: %v\n%s", err, stderr.String())
	}
	if stdout.String() != string(want) {
		t.Errorf("improved it says\n%s\nnatively\n%s", stdout.String(), want)
	}
}

// inNode is a command that runs a Go program in Node.
func inNode(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	node := lookNode(t)
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	runner := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "go_js_wasm_exec")
	if _, err := os.Stat(runner); err != nil {
		t.Fatalf("this Go comes without what runs WebAssembly in Node: %v", err)
	}
	cmd := exec.Command(runner, args...)
	// Node gets no environment but the way to itself: Go's loader has room for
	// 12 kB of arguments and environment, and some machines have more.
	cmd.Env = []string{"PATH=" + strings.Join([]string{filepath.Dir(node), "/usr/bin", "/bin"}, string(filepath.ListSeparator))}
	return cmd
}
