package snippets

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// runCSharp compiles the driver once.
func runCSharp(t testing.TB, jobs []*job) {
	driver := filepath.Join(scratch, "Driver.exe")
	if _, err := os.Stat(driver); err != nil {
		if out, err := exec.Command("mcs", "-out:"+driver, testdata(t, "Driver.cs")).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	runBatch(t, jobs, "Program.cs", "mono", driver)
}
