package snippets

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// runPython runs the snippets with the first python3 of the PATH that has
// requests: many machines have more than one.
func runPython(t testing.TB, jobs []*job) {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		python := filepath.Join(dir, "python3")
		if exec.Command(python, "-c", "import requests").Run() == nil {
			runBatch(t, jobs, "snippet.py", python, testdata(t, "driver.py"))
			return
		}
	}
	t.Fatal("no python3 of the PATH has requests, and snippets are proven by running them. On Debian it is the package python3-requests, elsewhere `pip install requests`.")
}
