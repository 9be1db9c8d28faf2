package finding

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// named finds the rules in code: what is given behind a level, or to a field.
var named = regexp.MustCompile(`(?:(?:finding\.)?(?:Error|Warning|Note|level), |\bRule: +|\bruleDoctest += )"([^"]*)"`)

// TestRules holds that the list has every rule that the site's packages name,
// in order, and no other.
func TestRules(t *testing.T) {
	used := map[string]string{}
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		src, err := fs.ReadFile(os.DirFS(".."), name)
		for _, m := range named.FindAllSubmatch(src, -1) {
			if len(m[1]) > 0 {
				used[string(m[1])] = name
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, r := range Rules() {
		names = append(names, r.Name)
		if used[r.Name] == "" {
			t.Errorf("no finding has the rule %s", r.Name)
		}
		delete(used, r.Name)
		if !strings.HasSuffix(r.Summary, ".") {
			t.Errorf("%s: %q is no sentence", r.Name, r.Summary)
		}
	}
	for name, file := range used {
		t.Errorf("%s: the rule %s is not in the list", file, name)
	}
	if !slices.IsSorted(names) {
		t.Errorf("not in order: %v", names)
	}
}
