package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
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
	dir, err := os.MkdirTemp("", "mergebook-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	engine, calls, runtime, err := engineFiles()
	if err != nil {
		return nil, err
	}
	for name, data := range map[string][]byte{
		"bench.mjs": script, "engine.wasm": engine, "exports.mjs": calls, "wasm_exec.js": runtime,
		"profile.json": profile, "body.json": body,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return nil, err
		}
	}
	cmd := exec.Command("node", "bench.mjs", strconv.Itoa(rounds))
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, errors.New("Node is missing: `tools/setup node` says how to get it")
	}
	if err != nil {
		return nil, fmt.Errorf("node: %w", err)
	}
	var all []times
	return all, json.Unmarshal(out, &all)
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
