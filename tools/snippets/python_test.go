package snippets

import (
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

func runPython(t testing.TB, jobs []*job) {
	python := findPython()
	if python == "" {
		t.Fatal("no python3 of the PATH has requests, and snippets are proven by running them. On Debian it is the package python3-requests, elsewhere `pip install requests`.")
	}
	runBatch(t, jobs, "snippet.py", python, testdata(t, "driver.py"))
}

// findPython returns the first python3 of the PATH that has requests: many
// machines have more than one.
var findPython = sync.OnceValue(func() string {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		python := filepath.Join(dir, "python3")
		if exec.Command(python, "-c", "import requests").Run() == nil {
			return python
		}
	}
	return ""
})
