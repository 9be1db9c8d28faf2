package snippets

import (
	"os"
	"path/filepath"
	"testing"
)

// runCSharp compiles and runs each snippet.
func runCSharp(t *testing.T, jobs []*job) {
	inParallel(jobs, func(j *job) {
		if j.err = os.WriteFile(filepath.Join(j.dir, "Program.cs"), []byte(j.code), 0o600); j.err != nil {
			return
		}
		if j.start("mcs", "-codepage:utf8", "-r:System.Net.Http", "Program.cs"); j.err == nil {
			j.start("mono", "Program.exe")
		}
	})
}
