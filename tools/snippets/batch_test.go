package snippets

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// runBatch writes each snippet to a file in its folder and has one driver of
// testdata run them all, for to start an interpreter takes longer than to send
// a request. A driver reads the folders from standard input, a line each, and
// leaves in each the file out, with what the snippet printed, and, when it
// fails or takes more than a minute, the file failed, with the reason.
func runBatch(t testing.TB, jobs []*job, file string, driver ...string) {
	var folders strings.Builder
	for _, j := range jobs {
		must(t, os.WriteFile(filepath.Join(j.dir, file), []byte(j.code), 0o600))
		folders.WriteString(j.dir + "\n")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, driver[0], driver[1:]...)
	cmd.WaitDelay = time.Second
	cmd.Dir = t.TempDir()
	cmd.Stdin = strings.NewReader(folders.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	// Not every driver can run a snippet in the snippet's folder.
	if _, err := os.Stat(filepath.Join(cmd.Dir, canary)); err == nil {
		t.Error("a snippet executed what its request says")
	}
	for _, j := range jobs {
		out, err := os.ReadFile(filepath.Join(j.dir, "out"))
		j.out, j.err = string(out), err
		if why, err := os.ReadFile(filepath.Join(j.dir, "failed")); err == nil {
			j.err = errors.New(string(why))
		}
	}
}

// testdata returns the path of a file in testdata, from any folder.
func testdata(t testing.TB, file string) string {
	path, err := filepath.Abs(filepath.Join("testdata", file))
	must(t, err)
	return path
}

func runNode(t testing.TB, jobs []*job) {
	runBatch(t, jobs, "snippet.mjs", "node", testdata(t, "driver.mjs"))
}

func runRuby(t testing.TB, jobs []*job) {
	runBatch(t, jobs, "snippet.rb", "ruby", testdata(t, "driver.rb"))
}

func runCSharp(t testing.TB, jobs []*job) {
	driver := filepath.Join(t.TempDir(), "Driver.exe")
	if out, err := exec.Command("mcs", "-out:"+driver, testdata(t, "Driver.cs")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	runBatch(t, jobs, "Program.cs", "mono", driver)
}
