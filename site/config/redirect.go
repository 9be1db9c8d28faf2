package config

import (
	"strings"

	"mergebook/site/yamlmap"
)

// RedirectsFile is the name of the file that says where old addresses lead,
// below the content folder: a mapping of each to the new one.
const RedirectsFile = "redirects.yaml"

// A Redirect is an address that leads elsewhere.
type Redirect struct {
	From, To     string
	Line, Column int // of From in redirects.yaml
	ToLine       int
	ToColumn     int
}

func (r *reader) redirect(e yamlmap.Entry) {
	to, ok := r.text(e.Key, e.Value)
	if !ok {
		return
	}
	if !strings.HasPrefix(e.Key, "/") {
		r.add(e.Line, e.Column, e.Key+": an old address begins with a slash", "/"+e.Key)
		return
	}
	r.config.Redirects = append(r.config.Redirects, Redirect{From: e.Key, To: to, Line: e.Line, Column: e.Column, ToLine: e.Value.Line, ToColumn: e.Value.Column})
}
