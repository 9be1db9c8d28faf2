package assets

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The most that a page may load, compressed with Brotli: the engine when
// somebody runs something, the scripts at once.
const (
	engineBudget  = 430_000
	scriptsBudget = 25_000
)

func TestBudgets(t *testing.T) {
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	scripts := 0
	for name := range set.Files() {
		data := set.File(name)
		switch {
		case strings.HasPrefix(name, "engine.") && strings.HasSuffix(name, ".wasm.br"):
			t.Logf("engine: %d bytes", len(data))
			if len(data) > engineBudget {
				t.Errorf("the engine has %d bytes compressed; at most %d are allowed", len(data), engineBudget)
			}
		case strings.HasSuffix(name, ".js.br"):
			scripts += len(data)
		}
	}
	t.Logf("scripts: %d bytes", scripts)
	if scripts == 0 || scripts > scriptsBudget {
		t.Errorf("the scripts have %d bytes compressed; at most %d are allowed", scripts, scriptsBudget)
	}
}

func TestLoad(t *testing.T) {
	set, err := load(fstest.MapFS{
		"dist/manifest.json":  {Data: []byte(`{"site.css": "site.1.css", "icon.svg": "icon.2.svg"}`)},
		"dist/site.1.css":     {Data: []byte("body{}")},
		"dist/site.1.css.br":  {Data: []byte("br")},
		"dist/site.0.css":     {Data: []byte("of another build")},
		"dist/icon.2.svg":     {Data: []byte("<svg/>")},
		"dist/unrelated.html": {},
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := set.Name("site.css"); got != "site.1.css" {
		t.Errorf("site.css is called %s", got)
	}
	if got := strings.Join(slices.Collect(set.Files()), " "); got != "icon.2.svg site.1.css site.1.css.br" {
		t.Errorf("files: %s", got)
	}
	if got := set.File("site.1.css"); string(got) != "body{}" || set.File("site.0.css") != nil {
		t.Errorf("site.css is %q, and a file of another build %q", got, set.File("site.0.css"))
	}
	if _, err := load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "make assets") {
		t.Errorf("nothing built: %v", err)
	}
	if _, err := load(fstest.MapFS{"dist/manifest.json": {Data: []byte(`{"site.css": "site.1.css"}`)}}); err == nil {
		t.Error("a missing file is no error")
	}
}
