package house

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed says which of our packages each of them may import. A package that
// is not here fails the test: decide where it belongs, and say so on the
// architecture page.
var allowed = map[string][]string{
	"wasm/jsonspan": {},
	"wasm/slip":     {},
	"wasm/merge":    {"wasm/jsonspan"},
	"wasm/explain":  {"wasm/merge", "wasm/jsonspan", "wasm/slip"},
	"wasm/share":    {},
	"wasm/har":      {"wasm/jsonspan", "wasm/slip"},
	"wasm/snippet":  {"wasm/har"},
	"wasm/play":     {"wasm/explain", "wasm/merge", "wasm/jsonspan", "wasm/share"},
	"wasm/code":     {"wasm/snippet", "wasm/har", "wasm/jsonspan"},
	"wasm/browser":  {"wasm/play"},

	"wasm/browser/code": {"wasm/code"},

	"wasm/sandbox": {"wasm/merge", "wasm/jsonspan", "wasm/share"},
	"wasm/worker":  {"wasm/sandbox"},

	"site/finding":      {"wasm/jsonspan"},
	"site/nearest":      {"wasm/slip"},
	"site/yamlmap":      {"site/finding"},
	"site/config":       {"site/yamlmap", "site/finding", "site/nearest"},
	"site/escape":       {},
	"site/highlight":    {"site/escape"},
	"site/assets":       {},
	"site/parallel":     {},
	"site/disk":         {},
	"site/search":       {},
	"site/templates":    {"site/assets", "site/escape"},
	"site/dialect":      {"site/finding", "site/nearest", "site/yamlmap", "site/highlight", "site/templates", "wasm/har", "wasm/slip", "wasm/snippet"},
	"site/conversation": {"site/dialect", "wasm/play", "wasm/merge", "wasm/jsonspan"},
	"site/book":         {"site/disk", "site/packed", "site/conversation", "site/dialect", "site/config", "site/finding", "site/nearest", "site/parallel"},
	"site/packed":       {},
	"site/build":        {"site/disk", "site/packed", "site/book", "site/config", "site/conversation", "site/dialect", "site/escape", "site/highlight", "site/templates", "site/assets", "site/parallel", "site/search", "wasm/play", "wasm/merge", "wasm/jsonspan", "wasm/share", "wasm/snippet"},
	"site/check":        {"site/book", "site/conversation", "site/dialect", "site/finding", "site/nearest", "site/parallel", "wasm/play", "wasm/merge", "wasm/jsonspan"},
}

// sole names the only package that may import a library.
var sole = map[string]string{
	"github.com/alecthomas/chroma": "site/highlight",
	"github.com/goccy/go-yaml":     "site/yamlmap",
	"github.com/yuin/goldmark":     "site/dialect",
	"golang.org/x/net":             "site/dialect",
	"github.com/evanw/esbuild":     "tools/assets",
	"github.com/andybalholm":       "tools/assets",
	"github.com/fsnotify":          "tools/mergebook",
	"modernc.org/sqlite":           "tools/mergebook",
}

// shared are the packages of tools that others there may import.
var shared = []string{"tools/assets/program", "tools/assets/wasmfile", "tools/wasmtest"}

// heavy is what the page's engine must not carry.
var heavy = []string{"fmt", "encoding/json", "reflect", "net/http", "regexp"}

// A pkg is what go list tells of a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

// list asks go list about packages, as they are built for the browser, for which
// not all libraries of the command are (-e).
func list(t *testing.T, patterns ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Standard,Imports,Deps"}, patterns...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

const module = "mergebook/"

func TestImports(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range list(t, "./wasm/...", "./site/...", "./tools/...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		seen[name] = true
		may, known := allowed[name]
		tool := strings.HasPrefix(name, "tools/")
		if !known && !tool {
			t.Errorf("%s has no place in the house: add it to the table and to the architecture page", name)
		}
		for _, i := range p.Imports {
			if ours, found := strings.CutPrefix(i, module); found {
				if strings.HasPrefix(ours, "tools/") && !(tool && slices.Contains(shared, ours)) {
					t.Errorf("%s imports %s: nobody imports tools", name, ours)
				} else if !tool && !slices.Contains(may, ours) {
					t.Errorf("%s imports %s, which the house does not allow", name, ours)
				}
				continue
			}
			for library, owner := range sole {
				if strings.HasPrefix(i, library) && name != owner {
					t.Errorf("%s imports %s, which is for %s alone", name, i, owner)
				}
			}
		}
	}
	for name := range allowed {
		if !seen[name] {
			t.Errorf("%s is in the table, but not in the project", name)
		}
	}
}

func TestEngineIsLight(t *testing.T) {
	engine := list(t, "./wasm/browser")[0]
	for _, dep := range engine.Deps {
		if slices.Contains(heavy, dep) {
			t.Errorf("the engine carries %s", dep)
		}
		if strings.Contains(strings.SplitN(dep, "/", 2)[0], ".") {
			t.Errorf("the engine carries %s, which is not of the standard library", dep)
		}
	}
}

// TestTop holds that nothing but these lies at the top.
func TestTop(t *testing.T) {
	cmd := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for file := range strings.Lines(string(out)) {
		top, _, _ := strings.Cut(strings.TrimSpace(file), "/")
		if !strings.HasPrefix(top, ".") && !slices.Contains([]string{"wasm", "site", "content", "tools", "go.mod", "go.sum", "Makefile", "README.md"}, top) {
			t.Errorf("%s lies at the top", top)
		}
	}
}
