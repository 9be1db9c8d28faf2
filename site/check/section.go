package check

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"

	"mergebook/site/book"
	"mergebook/site/finding"
)

// checkSections finds pages that are alone in their section, where their folder
// has another one of nearly the same name: they are probably meant to be there.
func checkSections(b *book.Book) map[*book.Page][]finding.Finding {
	type section struct {
		name  string
		pages []*book.Page
	}
	folders := map[string][]*section{}
	named := map[[2]string]*section{}
	for _, p := range b.Pages {
		if p.Front.Section == "" {
			continue
		}
		folder := path.Dir(p.Entry())
		key := [2]string{folder, p.Front.Section}
		if named[key] == nil {
			named[key] = &section{name: p.Front.Section}
			folders[folder] = append(folders[folder], named[key])
		}
		named[key].pages = append(named[key].pages, p)
	}
	out := map[*book.Page][]finding.Finding{}
	for _, sections := range folders {
		slices.SortStableFunc(sections, func(a, c *section) int { return cmp.Compare(len(c.pages), len(a.pages)) })
		known := map[string]string{} // the name of a section, by all its spellings
		for _, s := range sections {
			near, own := "", spellings(s.name)
			for _, spelling := range own {
				near = cmp.Or(near, known[spelling])
			}
			for _, spelling := range own { // of a double letter, one is there twice
				known[spelling] = cmp.Or(known[spelling], s.name)
			}
			if near == "" || len(s.pages) > 1 {
				continue
			}
			p := s.pages[0]
			f := finding.Finding{File: p.File, Line: 1, Column: 1, Level: finding.Warning, Rule: "section", Message: "section: this page is alone in " + s.name}
			for _, e := range p.Front.Entries {
				if e.Key == "section" {
					f.Line, f.Column = e.Value.Line, e.Value.Column
				}
			}
			out[p] = append(out[p], f.Suggest(near))
		}
	}
	return out
}

// spellings returns what two names have in common that differ by a slip: the
// letters and digits, and that without each of the letters. So no name has to be
// compared with all others. A digit counts, for part 1 is not part 2.
func spellings(name string) []string {
	var word []rune
	for _, r := range strings.ToLower(name) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			word = append(word, r)
		}
	}
	if len(word) == 0 {
		return nil
	}
	all := []string{string(word)}
	if len(word) < 5 || len(word) > 100 {
		return all // in a short word, a letter makes another one
	}
	for i, r := range word {
		if unicode.IsLetter(r) {
			all = append(all, string(slices.Concat(word[:i], word[i+1:])))
		}
	}
	return all
}
