package book

import (
	"cmp"
	"slices"
	"strings"

	"mergebook/site/finding"
	"mergebook/site/nearest"
)

// sort puts the pages in the order of the navigation: those that nav names
// first, then by path, a folder's index before the rest of it.
func (b *Book) sort() {
	rank := map[string]int{}
	for i, name := range b.Config.Nav {
		rank[name] = i + 1
	}
	keys := map[*Page][]string{}
	for _, p := range b.Pages {
		keys[p] = sortKey(p.Path, rank)
	}
	slices.SortFunc(b.Pages, func(a, c *Page) int {
		return cmp.Or(slices.Compare(keys[a], keys[c]), cmp.Compare(a.URL, c.URL))
	})
}

// sortKey makes a key of each step of a path: its rank, or a letter that comes
// behind all ranks, and its name.
func sortKey(path string, rank map[string]int) []string {
	var key []string
	steps := strings.Split(path, "/")
	for i, step := range steps {
		switch n := rank[strings.Join(steps[:i+1], "/")]; {
		case step == "index" && i == len(steps)-1:
			key = append(key, "")
		case n > 0:
			key = append(key, string(rune(n))+step)
		default:
			key = append(key, "\uffff"+step)
		}
	}
	return key
}

// checkNav reports what nav names and the folder lacks.
func (b *Book) checkNav() {
	known := map[string]bool{}
	for _, p := range b.Pages {
		steps := strings.Split(p.Path, "/")
		for i := range steps {
			known[strings.Join(steps[:i+1], "/")] = true
		}
	}
	for _, name := range b.Config.Nav {
		if known[name] {
			continue
		}
		f := finding.Finding{File: "site.yaml", Level: finding.Error, Rule: "nav", Message: "nav: there is no page or folder " + name}
		b.Findings = append(b.Findings, f.Suggest(nearest.Of(name, sorted(known))))
	}
}

func sorted(set map[string]bool) []string {
	var out []string
	for s := range set {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
