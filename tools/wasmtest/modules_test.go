package wasmtest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"mergebook/site/assets"
	"mergebook/tools/assets/wasmfile"
)

// The programs as they are built are valid modules, and as good as improving
// makes them.
func TestModules(t *testing.T) {
	node := lookNode(t)
	set, err := assets.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"engine.wasm", "code.wasm"} {
		t.Run(name, func(t *testing.T) {
			module := set.File(set.Name(name))
			again, err := wasmfile.Improve(module)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(again, module) {
				t.Errorf("improved once more, it has %d bytes, and had %d", len(again), len(module))
			}
			path := filepath.Join(t.TempDir(), name)
			if err := os.WriteFile(path, module, 0o644); err != nil {
				t.Fatal(err)
			}
			const script = `WebAssembly.compile(require("fs").readFileSync(process.argv[1])).catch((err) => { console.error(err); process.exit(1); })`
			if out, err := exec.Command(node, "-e", script, path).CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}
