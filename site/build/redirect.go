package build

import (
	"bytes"
	"strings"

	"mergebook/site/book"
	"mergebook/site/templates"
)

// redirects plans a page at each old address, for servers that know nothing of
// redirects, and the file _redirects for those of Cloudflare and Netlify.
func (s *Site) redirects() {
	if len(s.book.Redirects) == 0 {
		return
	}
	s.files["_redirects"] = func(s *Site, b *bytes.Buffer) error {
		for _, r := range s.book.Redirects {
			from, to := "/"+escaped(r.From), r.To
			b.WriteString(from + " " + to + " 301\n")
			b.WriteString(strings.TrimSuffix(from, "/") + " " + to + " 301\n")
		}
		return nil
	}
	for _, r := range s.book.Redirects {
		s.files[file(r.From)] = func(s *Site, b *bytes.Buffer) error { return s.moved(b, r) }
	}
}

func (s *Site) moved(b *bytes.Buffer, r book.Redirect) error {
	to := r.To
	if strings.HasPrefix(to, "/") {
		path, fragment, found := strings.Cut(to, "#")
		to = rootOf(r.From) + escaped(path)
		if found {
			to += "#" + fragment
		}
	}
	p := s.newPage(r.From, "This page has moved")
	p.Moved = to
	return templates.Render(b, "404", p)
}
