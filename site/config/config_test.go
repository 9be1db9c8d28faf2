package config

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestLoad reads the cases of testdata: a site.yaml, "---->", and what Load
// makes of it, variables only where they differ from the defaults.
func TestLoad(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for c := range strings.SplitSeq(string(b), "\n====\n") {
		text, want, _ := strings.Cut(c, "\n---->\n")
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, File), []byte(text+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		config, findings, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		lines := []string{fmt.Sprintf("title %q", config.Title)}
		if config.URL != "" || config.Edit != "" {
			lines = append(lines, "url "+config.URL+" edit "+config.Edit)
		}
		if config.HasExternal {
			lines = append(lines, strings.Join(append([]string{"external true"}, config.External...), " "))
		}
		if config.Nav != nil {
			lines = append(lines, strings.Join(append([]string{"nav"}, config.Nav...), " "))
		}
		defaults := Defaults()
		for _, name := range slices.Sorted(maps.Keys(config.Variables)) {
			if v := config.Variables[name]; v != defaults[name] {
				lines = append(lines, name+" = "+v)
			}
		}
		for _, f := range findings {
			lines = append(lines, f.String())
		}
		if got := strings.Join(lines, "\n"); got != strings.TrimSpace(want) {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", text, got, want)
		}
	}
}

func TestWithoutFile(t *testing.T) {
	c, findings, err := Load(t.TempDir())
	if err != nil || findings != nil || c.Title != "Documentation" || c.HasExternal || c.Variables["account.namespace"] != "YOUR_DOMAIN" {
		t.Errorf("got %+v, %v, %v", c, findings, err)
	}
}
