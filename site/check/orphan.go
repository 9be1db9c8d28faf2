package check

import (
	"slices"
	"strings"

	"mergebook/site/book"
	"mergebook/site/finding"
)

// checkOrphans notes pages that were perhaps forgotten. The menu of a site
// lists every page, so none is out of reach. But an author who says with nav
// how the site is ordered has not placed such a page, and no text leads to it.
// Without nav there is nothing to tell a forgotten page by, nor with one that
// names what is not there.
func checkOrphans(b *book.Book) []finding.Finding {
	wrong := slices.ContainsFunc(b.Findings, func(f finding.Finding) bool { return f.Rule == "nav" })
	if len(b.Config.Nav) == 0 || wrong {
		return nil
	}
	linked := map[*book.Page]bool{b.Has("/"): true, b.Has(book.Playground): true}
	for _, p := range b.Pages {
		for _, l := range p.Links {
			if t := b.Resolve(p, l.Destination); t.Kind == book.ToPage && t.Page != p {
				linked[t.Page] = true
			}
		}
	}
	var out []finding.Finding
	for _, p := range b.Pages {
		if !linked[p] && !placed(p.Path, b.Config.Nav) {
			out = append(out, finding.Finding{File: p.File, Level: finding.Note, Rule: "orphan",
				Message: "no page leads here, and nav of site.yaml does not place it"})
		}
	}
	return out
}

// placed reports whether nav names the page, a folder around it, or something
// in the folder that it is the page of.
func placed(path string, nav []string) bool {
	folder, isIndex := strings.CutSuffix(path, "/index")
	for _, name := range nav {
		if name == path || strings.HasPrefix(path, name+"/") || isIndex && strings.HasPrefix(name, folder+"/") {
			return true
		}
	}
	return false
}
