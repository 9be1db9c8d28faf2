package snippets

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"mergebook/wasm/snippet"
)

var update = flag.Bool("update", false, "rewrite the table of the reference page")

const (
	page  = "../../content/reference/snippets.md"
	begin = "<!-- The table is written by the test in tools/snippets. -->\n"
)

// TestTable holds the published table to what TestRun proves: all that is not
// listed as an exception arrives as the HAR has it.
func TestTable(t *testing.T) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, _, found := strings.Cut(string(text), begin)
	if !found {
		t.Fatalf("%s has no line %q", page, begin)
	}
	want := head + begin + table(t)
	if string(text) == want {
		return
	}
	if !*update {
		t.Fatalf("the table of %s is not up to date: run go test ./tools/snippets -run Table -update", page)
	}
	if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

func table(t *testing.T) string {
	var b strings.Builder
	all := len(requests(t))
	b.WriteString("\n| Language | Run by | Requests | Arrived exactly |\n| --- | --- | --- | --- |\n")
	for _, l := range snippet.Languages() {
		if why := unrun[l.ID]; why != "" {
			fmt.Fprintf(&b, "| %s | not run: %s | %d | |\n", l.Label, why, all)
			continue
		}
		except := 0
		for name := range cannot {
			if strings.HasPrefix(name, l.ID+"/") {
				except++
			}
		}
		fmt.Fprintf(&b, "| %s | %s | %d | %d |\n", l.Label, strings.Join(runners[l.ID].programs, ", "), all, all-except)
	}
	b.WriteString("\nThe exceptions, each with its reason:\n\n")
	for _, name := range slices.Sorted(maps.Keys(cannot)) {
		id, request, _ := strings.Cut(name, "/")
		l, found := snippet.Find(id)
		if !found || !slices.ContainsFunc(names(t), func(comment string) bool { return comment == request }) {
			t.Errorf("the exception %q is of no language or no request", name)
		}
		fmt.Fprintf(&b, "- %s, %s: %s.\n", l.Label, request, cannot[name])
	}
	return b.String()
}

// names returns the comments of all requests.
func names(t *testing.T) []string {
	var out []string
	for _, r := range requests(t) {
		out = append(out, r.Comment)
	}
	return out
}
