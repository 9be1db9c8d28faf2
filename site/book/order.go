package book

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"mergebook/site/finding"
	"mergebook/site/nearest"
)

// sort puts the pages in the order of the navigation: those that nav names
// first, then by path, a folder's index before the rest of it. Pages of one
// folder that have the same section follow one another, from where the first of
// them stands.
func (b *Book) sort() {
	o := &order{rank: map[string]int{}, sections: map[string]section{}, first: map[section]string{}}
	for i, name := range b.Config.Nav {
		o.rank[name] = i + 1
	}
	for _, p := range b.Pages {
		if p.Front.Section != "" {
			o.add(p)
		}
	}
	keys := map[*Page][]string{}
	for _, p := range b.Pages {
		keys[p] = o.key(p.Path)
	}
	slices.SortFunc(b.Pages, func(a, c *Page) int {
		return cmp.Or(slices.Compare(keys[a], keys[c]), cmp.Compare(a.URL, c.URL))
	})
}

// An order is what the pages are sorted by.
type order struct {
	rank     map[string]int     // of what nav names
	sections map[string]section // of the pages and folders that have one, by path
	first    map[section]string // the first key of a step in each
}

// A section is what pages of one folder are listed under.
type section struct{ folder, name string }

// Entry returns the path that stands for the page in the list of the folder
// around it: that of a folder for its index.
func (p *Page) Entry() string { return strings.TrimSuffix(p.Path, "/index") }

// add takes a page into its section.
func (o *order) add(p *Page) {
	at := p.Entry()
	s := section{path.Dir(at), p.Front.Section}
	o.sections[at] = s
	key := o.step(at)
	if first, found := o.first[s]; !found || key < first {
		o.first[s] = key
	}
}

// key makes two keys of each step of a path: that of the first in its section,
// and its own.
func (o *order) key(name string) []string {
	var key []string
	for i := range len(name) + 1 {
		if i < len(name) && name[i] != '/' {
			continue
		}
		own := o.step(name[:i])
		first := own
		if s, found := o.sections[name[:i]]; found {
			first = o.first[s]
		}
		key = append(key, first, own)
	}
	if path.Base(name) == "index" {
		key[len(key)-2], key[len(key)-1] = "", ""
	}
	return key
}

// step makes a key of the last step of a path: its rank, or a letter that comes
// behind all ranks, and its name.
func (o *order) step(at string) string {
	if n := o.rank[at]; n > 0 {
		return string(rune(n)) + path.Base(at)
	}
	return "\uffff" + path.Base(at)
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
