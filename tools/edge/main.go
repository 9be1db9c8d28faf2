// Command edge makes what wrangler runs and deploys, in wasm/worker/dist: the site,
// as mergebook build makes it for a server with the sandbox, the program of the
// sandbox, and the scripts around it.
package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"mergebook/tools/assets/program"
)

// budget is the most that the program may have, compressed with gzip as Cloudflare
// counts it.
const budget = 2_000_000

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "edge:", err)
		os.Exit(1)
	}
}

func run() error {
	root, goroot, err := program.Dirs()
	if err != nil {
		return err
	}
	from := filepath.Join(root, "wasm", "worker")
	dist := filepath.Join(from, "dist")
	if err := os.MkdirAll(dist, 0o755); err != nil {
		return err
	}
	sandbox, err := program.Compile(root, "wasm/worker", "-buildvcs=auto") // it tells its version
	if err != nil {
		return err
	}
	size, err := zipped(sandbox)
	if err != nil {
		return err
	}
	if size > budget {
		return fmt.Errorf("the program has %d bytes compressed; at most %d are allowed", size, budget)
	}
	files := map[string][]byte{"sandbox.wasm": sandbox}
	scripts := map[string]string{"wasm_exec.js": program.Exec(goroot)}
	for _, name := range []string{"worker.mjs", "tenant.mjs", "message.mjs", "engine.mjs", "wire.mjs"} {
		scripts[name] = filepath.Join(from, name)
	}
	for name, path := range scripts {
		if files[name], err = os.ReadFile(path); err != nil {
			return err
		}
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dist, name), data, 0o644); err != nil {
			return err
		}
	}
	site := exec.Command(filepath.Join(root, "bin", "mergebook"), "build", "--sandbox", "--content", filepath.Join(root, "content"), "--out", filepath.Join(dist, "site"))
	site.Stdout, site.Stderr = os.Stdout, os.Stderr
	if err := site.Run(); err != nil {
		return errors.Join(errors.New("the site was not built"), err)
	}
	fmt.Printf("wasm/worker/dist: the program has %d bytes compressed\n", size)
	return nil
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

func zipped(data []byte) (int, error) {
	var n counter
	w, err := gzip.NewWriterLevel(&n, gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	_, err = w.Write(data)
	return int(n), errors.Join(err, w.Close())
}
