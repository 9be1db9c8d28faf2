package snippets

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// runGo builds all snippets as the commands of one module, which costs one
// call of the compiler, and runs each in its own folder.
func runGo(t *testing.T, jobs []*job) {
	module := t.TempDir()
	must(t, os.WriteFile(filepath.Join(module, "go.mod"), []byte("module snippets\n\ngo 1.26\n"), 0o600))
	for i, j := range jobs {
		dir := filepath.Join(module, "job"+strconv.Itoa(i))
		must(t, os.Mkdir(dir, 0o700))
		must(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(j.code), 0o600))
	}
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", "bin"+string(filepath.Separator), "./...")
	build.Dir = module
	build.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Errorf("%v\n%.3000s", err, out) // those that were built run nevertheless
	}
	for i, j := range jobs { // one by one, each takes milliseconds
		j.start(filepath.Join(module, "bin", "job"+strconv.Itoa(i)))
	}
}
