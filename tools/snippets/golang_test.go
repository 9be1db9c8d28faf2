package snippets

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// runGo compiles each snippet as a package and links all of them into one
// program, which runs the one that its argument names: to link net/http takes
// longer than all else. `go build` lets no program import another, so the
// compiler and the linker are called as it would call them.
func runGo(t testing.TB, jobs []*job) {
	dir := t.TempDir()
	run := func(program string, args ...string) string {
		cmd := exec.Command(program, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%.3000s", program, err, out)
		}
		return string(out)
	}
	archives := run("go", "list", "-export", "-deps", "-f", "{{with .Export}}packagefile {{$.ImportPath}}={{.}}{{end}}", "fmt", "io", "log", "net/http", "os", "strings")
	must(t, os.WriteFile(filepath.Join(dir, "importcfg"), []byte(archives), 0o600))
	compiler := strings.TrimSpace(run("go", "tool", "-n", "compile"))
	inParallel(jobs, func(j *job) {
		if j.err = os.WriteFile(filepath.Join(j.dir, "main.go"), []byte(j.code), 0o600); j.err == nil {
			j.start(compiler, "-p", "job"+strconv.Itoa(slices.Index(jobs, j)), "-importcfg", filepath.Join(dir, "importcfg"), "main.go")
		}
	})

	var imports, functions, calls strings.Builder
	for i, j := range jobs {
		if j.err != nil {
			continue
		}
		archives += fmt.Sprintf("packagefile job%d=%s\n", i, filepath.Join(j.dir, "main.o"))
		fmt.Fprintf(&imports, "import _ \"job%d\"\n", i)
		fmt.Fprintf(&functions, "//go:linkname job%d job%d.main\nfunc job%d()\n", i, i, i)
		fmt.Fprintf(&calls, "\tcase \"%d\": job%d()\n", i, i)
	}
	code := "package main\nimport \"os\"\nimport _ \"unsafe\"\n" + imports.String() + functions.String() +
		"func main() {\n\tswitch os.Args[1] {\n" + calls.String() + "\t}\n}\n"
	must(t, os.WriteFile(filepath.Join(dir, "importcfg"), []byte(archives), 0o600))
	must(t, os.WriteFile(filepath.Join(dir, "main.go"), []byte(code), 0o600))
	run(compiler, "-p", "main", "-importcfg", "importcfg", "main.go")
	run("go", "tool", "link", "-s", "-w", "-importcfg", "importcfg", "-o", "all", "main.o")
	for i, j := range jobs { // one by one, each takes milliseconds
		if j.err == nil {
			j.start(filepath.Join(dir, "all"), strconv.Itoa(i))
		}
	}
}
