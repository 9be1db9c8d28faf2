package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"mergebook/site/assets"
)

//go:embed node.mjs
var script []byte

// inNode races the built engine, called as the page's worker calls it, against
// plain JavaScript.
func inNode(profile, body []byte) ([]times, error) {
	out, err := withEngine(script, map[string][]byte{"profile.json": profile, "body.json": body}, strconv.Itoa(rounds))
	if err != nil {
		return nil, err
	}
	var all []times
	return all, json.Unmarshal(out, &all)
}

// withEngine returns what a script prints in Node that has the built engine, and
// some more files, beside it.
func withEngine(script []byte, files map[string][]byte, args ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "mergebook-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	engine, calls, runtime, err := engineFiles()
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{"bench.mjs": script, "engine.wasm": engine, "exports.js": calls, "wasm_exec.js": runtime, "package.json": []byte(`{"type":"module"}`)}
	maps.Copy(all, files)
	for name, data := range all {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return nil, err
		}
	}
	cmd := exec.Command("node", append([]string{"bench.mjs"}, args...)...)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("Node is missing: `tools/setup node` says how to get it")
	}
	if err != nil {
		return nil, fmt.Errorf("node: %w", err)
	}
	return out, nil
}

// engineFiles returns the engine, the script that makes functions of its
// exports, and the script that carries Go in JavaScript.
func engineFiles() (engine, calls, runtime []byte, err error) {
	set, err := assets.Load()
	if err != nil {
		return nil, nil, nil, err
	}
	engine = set.File(set.Name("engine.wasm"))
	out, err := exec.Command("go", "env", "GOMOD", "GOROOT").Output()
	if err != nil {
		return nil, nil, nil, err
	}
	mod, goroot, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	calls, err = os.ReadFile(filepath.Join(filepath.Dir(mod), "site", "assets", "js", "exports.js"))
	if err != nil {
		return nil, nil, nil, err
	}
	runtime, err = os.ReadFile(filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	return engine, calls, runtime, err
}
