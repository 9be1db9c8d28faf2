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

// The engine as it is built is a valid module, and as good as improving makes it.
func TestEngine(t *testing.T) {
	node := lookNode(t)
	set, err := assets.Load()
	if err != nil {
		t.Fatal(err)
	}
	module := set.File(set.Name("engine.wasm"))
	again, err := wasmfile.Improve(module)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again, module) {
		t.Errorf("improved once more, the engine has %d bytes, and had %d", len(again), len(module))
	}
	path := filepath.Join(t.TempDir(), "engine.wasm")
	if err := os.WriteFile(path, module, 0o644); err != nil {
		t.Fatal(err)
	}
	const script = `WebAssembly.compile(require("fs").readFileSync(process.argv[1])).catch((err) => { console.error(err); process.exit(1); })`
	if out, err := exec.Command(node, "-e", script, path).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
