package book

import (
	"slices"
	"strings"

	"mergebook/site/config"
	"mergebook/site/finding"
)

// A Redirect is an address that leads to another one. Its page and its line
// for servers are for whoever writes the site.
type Redirect struct {
	From string // as the URL of a page: "/old/"
	To   string // a URL below the site's root, "/new/#part"; or of another site, "https://example.com/"
}

// redirect reads the redirects of the settings, and reports those that lead
// nowhere, in a circle, or away from a page that is there.
func (b *Book) redirect() {
	b.Findings, b.Redirects, b.moved = slices.Clone(b.placed), nil, map[string]string{}
	var kept []config.Redirect
	for _, r := range b.Config.Redirects {
		from := pageURL(r.From)
		switch page := b.byURL[from]; {
		case from == "":
			b.badRedirect(r.Line, r.Column, r.From+": this cannot be the address of a page")
		case b.fileOn(from) != "":
			b.badRedirect(r.Line, r.Column, r.From+": the file "+b.fileOn(from)+" stands there")
		case page != nil:
			b.badRedirect(r.Line, r.Column, r.From+": this is the address of "+page.File+", which nobody would see")
		case b.moved[from] != "":
			b.badRedirect(r.Line, r.Column, r.From+": a redirect of this address stands before this one")
		default:
			b.moved[from] = r.To
			kept = append(kept, r)
		}
	}
	for _, r := range kept {
		if to := b.destination(r); to != "" {
			b.Redirects = append(b.Redirects, Redirect{From: pageURL(r.From), To: to})
		}
	}
}

// destination returns where a redirect leads in the end; "" with a finding
// where that is nowhere.
func (b *Book) destination(r config.Redirect) string {
	if strings.HasPrefix(r.To, "https://") || strings.HasPrefix(r.To, "http://") {
		return r.To
	}
	if !strings.HasPrefix(r.To, "/") {
		b.badRedirect(r.ToLine, r.ToColumn, r.To+": a new address begins with a slash, or with https://")
		return ""
	}
	t := b.Resolve(&Page{}, r.To)
	fragment := ""
	if t.Fragment != "" {
		fragment = "#" + t.Fragment
	}
	switch t.Kind {
	case ToPage:
		if t.Fragment != "" && !t.Page.HasID(t.Fragment) {
			b.badRedirect(r.ToLine, r.ToColumn, r.To+": "+t.Page.File+" has no such heading")
		}
		return t.Page.URL + fragment
	case ToFile:
		return "/" + t.File + fragment
	case Missing:
		if b.follow(r.To) == "" {
			b.badRedirect(r.Line, r.Column, r.From+": this leads back to itself")
			return ""
		}
		b.badRedirect(r.ToLine, r.ToColumn, r.To+": no such page").Suggestion = b.Nearest(t.Path)
		return ""
	case Elsewhere:
		return b.follow(r.To)
	}
	return r.To
}

func (b *Book) badRedirect(line, column int, message string) *finding.Finding {
	b.Findings = append(b.Findings, finding.Finding{File: config.RedirectsFile, Line: line, Column: column, Rule: "redirect", Message: message})
	return &b.Findings[len(b.Findings)-1]
}

// follow returns where a destination leads by redirects; "" for a circle.
func (b *Book) follow(destination string) string {
	for range len(b.moved) + 1 {
		path, fragment, _ := strings.Cut(destination, "#")
		to, moved := b.moved[pageURL(path)]
		if !moved || b.page(strings.Trim(path, "/")) != nil {
			return destination
		}
		if destination = to; fragment != "" && !strings.Contains(to, "#") {
			destination += "#" + fragment
		}
	}
	return ""
}
