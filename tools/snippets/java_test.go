package snippets

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// runJava runs all snippets in one virtual machine. They share its folder, so
// a canary would be there.
func runJava(t *testing.T, jobs []*job) {
	driver, err := filepath.Abs("testdata/Driver.java")
	must(t, err)
	// The client reads its properties once: who sets them must come first.
	order := slices.Clone(jobs)
	slices.SortStableFunc(order, func(a, b *job) int { return sets(b) - sets(a) })
	var dirs strings.Builder
	for _, j := range order {
		must(t, os.WriteFile(filepath.Join(j.dir, "Main.java"), []byte(j.code), 0o600))
		dirs.WriteString(j.dir + "\n")
	}
	cmd := exec.Command("java", driver)
	cmd.Dir = t.TempDir()
	cmd.Stdin = strings.NewReader(dirs.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if _, err := os.Stat(filepath.Join(cmd.Dir, canary)); err == nil {
		t.Error("a snippet executed what its request says")
	}
	for _, j := range jobs {
		out, err := os.ReadFile(filepath.Join(j.dir, "out"))
		if j.out, j.err = string(out), err; err == nil && bytes.HasPrefix(out, []byte("failed: ")) {
			j.err = errors.New("the snippet failed")
		}
	}
}

func sets(j *job) int { return strings.Count(j.code, "System.setProperty(") }
