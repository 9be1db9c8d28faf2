package assets

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// The most that a page may load, compressed with Brotli: the engine when
// somebody runs something, the scripts at once, and the playground's editor
// when the page is there and has time; with it, all scripts of that page.
const (
	engineBudget  = 430_000
	codeBudget    = 360_000 // of the program that writes code, when somebody asks for it
	scriptsBudget = 25_000
	editorBudget  = 130_000
)

func TestBudgets(t *testing.T) {
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	size := func(logical string) int { return len(set.File(set.Name(logical) + ".br")) }
	check := func(what string, bytes, budget int) {
		t.Logf("%s: %d bytes", what, bytes)
		if bytes == 0 || bytes > budget {
			t.Errorf("%s: %d bytes compressed; at most %d are allowed", what, bytes, budget)
		}
	}
	check("the engine", size("engine.wasm"), engineBudget)
	check("what writes code", size("code.wasm"), codeBudget)
	for _, page := range []string{"site.js", "playground.js", "embed.js"} {
		check(page+" and the worker", size(page)+size("worker.js"), scriptsBudget)
	}
	check("playground.js, the worker and editor.js", size("playground.js")+size("worker.js")+size("editor.js"), editorBudget)
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
