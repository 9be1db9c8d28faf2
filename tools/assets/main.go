package main

import (
	"fmt"
	"os"
	"path/filepath"

	"mergebook/tools/assets/program"
)

// small leaves out inlining, without which the engine is a tenth smaller to load.
// The scanner and the merge keep it: there the time goes.
var small = []string{"-gcflags=all=-l", "-gcflags=mergebook/wasm/jsonspan=", "-gcflags=mergebook/wasm/merge="}

func main() {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "assets:", err)
		os.Exit(1)
	}
}

func build() error {
	root, goroot, err := program.Dirs()
	if err != nil {
		return err
	}
	src := filepath.Join(root, "site", "assets")
	files, err := bundle(src, program.Exec(goroot))
	if err != nil {
		return err
	}
	if files["icon.svg"], err = os.ReadFile(filepath.Join(src, "icon.svg")); err != nil {
		return err
	}
	for name, pkg := range map[string]string{"engine.wasm": "wasm/browser", "code.wasm": "wasm/browser/code"} {
		if files[name], err = program.Compile(root, pkg, small...); err != nil {
			return err
		}
	}
	return write(filepath.Join(src, "dist"), files)
}
