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
		for _, name := range slices.Sorted(maps.Keys(config.Containers)) {
			lines = append(lines, "container "+name+" "+config.Containers[name])
		}
		if config.Anchors != "" || config.Elements != nil {
			lines = append(lines, "anchors "+config.Anchors+", html "+strings.Join(config.Elements, " "))
		}
		for _, name := range slices.Sorted(maps.Keys(config.FrontMatter)) {
			lines = append(lines, "front matter "+name+" "+string(config.FrontMatter[name]))
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

func TestRedirects(t *testing.T) {
	dir := t.TempDir()
	text := "/old: /new\n/older: [a]\nold: /new\n/moved/: https://example.com/\n"
	if err := os.WriteFile(filepath.Join(dir, RedirectsFile), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	c, findings, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(c.Redirects), "[{/old /new 1 1 1 7} {/moved/ https://example.com/ 4 1 4 10}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(findings), "[redirects.yaml:2:9: /older: here must stand a text, not a list redirects.yaml:3:1: old: an old address begins with a slash; did you mean /old?]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
