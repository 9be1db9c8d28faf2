package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"mergebook/tools/assets/wasmfile"
)

// goDirs returns the module's folder and that of the Go toolchain.
func goDirs() (root, goroot string, err error) {
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

// engine compiles the engine, or another program that is called as it is.
func engine(root, pkg string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "mergebook-engine-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "engine.wasm")

	// The Green Tea collector is larger than the one before it, and a heap of
	// a few objects gains nothing from it. A toolchain without the choice
	// refuses the experiment's name.
	out, err := compile(root, pkg, path, "GOEXPERIMENT=nogreenteagc")
	if err != nil && strings.Contains(out, "unknown GOEXPERIMENT") {
		out, err = compile(root, pkg, path)
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

func compile(root, pkg, path string, env ...string) (output string, err error) {
	// Without inlining the engine is a tenth smaller to load. The scanner and
	// the merge keep it: there the time goes.
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-gcflags=all=-l", "-gcflags=mergebook/wasm/jsonspan=", "-gcflags=mergebook/wasm/merge=", "-ldflags=-s -w", "-o", path, "./"+pkg)
	cmd.Dir = root
	cmd.Env = append(append(os.Environ(), "GOOS=js", "GOARCH=wasm"), env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}
