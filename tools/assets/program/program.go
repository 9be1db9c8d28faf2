// Package program compiles programs of this module to WebAssembly.
package program

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"mergebook/tools/assets/wasmfile"
)

// Dirs returns the module's folder and that of the Go toolchain.
func Dirs() (root, goroot string, err error) {
	out, err := exec.Command("go", "env", "GOMOD", "GOROOT").Output()
	if err != nil {
		return "", "", fmt.Errorf("go env: %w", err)
	}
	mod, goroot, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	if filepath.Base(mod) != "go.mod" {
		return "", "", errors.New("run this inside the module")
	}
	return filepath.Dir(mod), goroot, nil
}

// Exec returns the script of the toolchain that runs the programs.
func Exec(goroot string) string { return filepath.Join(goroot, "lib", "wasm", "wasm_exec.js") }

// Compile compiles the program in the folder pkg of the module, and improves it.
// The flags are more of go build's.
func Compile(root, pkg string, flags ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "mergebook-program-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "program.wasm")
	flags = append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", path}, flags...)

	// The Green Tea collector is larger than the one before it, and a heap of
	// a few objects gains nothing from it. A toolchain without the choice
	// refuses the experiment's name.
	out, err := run(root, append(flags, "./"+pkg), "GOEXPERIMENT=nogreenteagc")
	if err != nil && strings.Contains(out, "unknown GOEXPERIMENT") {
		out, err = run(root, append(flags, "./"+pkg))
	}
	if err != nil {
		return nil, fmt.Errorf("compiling %s: %w\n%s", pkg, err, out)
	}
	module, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return wasmfile.Improve(module)
}

func run(root string, args []string, env ...string) (output string, err error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = root
	cmd.Env = append(append(os.Environ(), "GOOS=js", "GOARCH=wasm"), env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
