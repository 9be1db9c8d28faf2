package snippets

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// runBatch writes each snippet to a file in its folder and has a driver of
// testdata run them all. A driver leaves in each folder the file out, with what
// the snippet printed, and, when it fails or takes more than a minute, the file
// failed, with the reason.
func runBatch(t testing.TB, jobs []*job, file string, command ...string) {
	var folders []string
	for _, j := range jobs {
		must(t, os.WriteFile(filepath.Join(j.dir, file), []byte(j.code), 0o600))
		folders = append(folders, j.dir)
	}
	if err := startDriver(t, command).run(folders); err != nil {
		t.Error(err)
	}
	// Not every driver can run a snippet in the snippet's folder.
	if _, err := os.Stat(filepath.Join(scratch, canary)); err == nil {
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

func runNode(t testing.TB, jobs []*job) {
	runBatch(t, jobs, "snippet.mjs", "node", testdata(t, "driver.mjs"))
}

func runRuby(t testing.TB, jobs []*job) {
	runBatch(t, jobs, "snippet.rb", "ruby", testdata(t, "driver.rb"))
}
