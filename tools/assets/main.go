package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "assets:", err)
		os.Exit(1)
	}
}

func build() error {
	root, goroot, err := goDirs()
	if err != nil {
		return err
	}
	src := filepath.Join(root, "site", "assets")
	files, err := bundle(src, filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if files["icon.svg"], err = os.ReadFile(filepath.Join(src, "icon.svg")); err != nil {
		return err
	}
	for name, pkg := range map[string]string{"engine.wasm": "wasm/browser", "code.wasm": "wasm/browser/code"} {
		if files[name], err = engine(root, pkg); err != nil {
			return err
		}
	}
	return write(filepath.Join(src, "dist"), files)
}
