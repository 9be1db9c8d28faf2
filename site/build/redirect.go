package build

import (
	"strings"

	"mergebook/site/book"
)

// redirects plans a page at each old address, for servers that know nothing of
// redirects, and the file _redirects for those of Cloudflare and Netlify.
func (s *Site) redirects() {
	if len(s.book.Redirects) == 0 {
		return
	}
	s.files["_redirects"] = func() ([]byte, error) {
		var b strings.Builder
		for _, r := range s.book.Redirects {
			from, to := "/"+escaped(r.From), r.To
			b.WriteString(from + " " + to + " 301\n")
			b.WriteString(strings.TrimSuffix(from, "/") + " " + to + " 301\n")
		}
		return []byte(b.String()), nil
	}
	for _, r := range s.book.Redirects {
		s.files[file(r.From)] = func() ([]byte, error) { return s.moved(r) }
	}
}

func (s *Site) moved(r book.Redirect) ([]byte, error) {
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
	return render("404", p)
}
