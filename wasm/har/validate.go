package har

import (
	"strings"

	"mergebook/wasm/jsonspan"
)

// checkMethod holds a method to the token of RFC 9110, section 9.1.
func (p *parser) checkMethod(method string, v jsonspan.Span) {
	if p.kind(v) == jsonspan.String && !isToken(method) {
		p.fail(CodeValue, v, "/method", "This is no HTTP method.", "Write one word, such as GET or PATCH.")
	}
}

// checkURL refuses what cannot be an address of the web. Whether the host
// exists, or is a placeholder, does not matter.
func (p *parser) checkURL(url string, v jsonspan.Span) {
	if p.kind(v) != jsonspan.String {
		return
	}
	switch {
	case url == "":
		p.fail(CodeValue, v, "/url", "The URL is empty.", "")
	case strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r == 0x7f }):
		p.fail(CodeValue, v, "/url", "The URL holds a blank or a control character.", "Write %20 for a space.")
	case hasForeignScheme(url):
		p.fail(CodeValue, v, "/url", "The URL is not one of http or https.", "Begin it with https://.")
	}
}

// hasForeignScheme reports whether the URL names a scheme other than http and
// https. "localhost:3000" and "YOUR_DOMAIN/x" name none.
func hasForeignScheme(url string) bool {
	scheme, rest, found := strings.Cut(url, ":")
	if !found || strings.ContainsAny(scheme, "/?#${}") {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		return !strings.HasPrefix(rest, "//")
	case "file", "data", "javascript", "ftp", "dict", "gopher", "ldap", "mailto", "blob":
		return true
	}
	return strings.HasPrefix(rest, "//")
}

// checkHeader holds a header to RFC 9110, section 5: a token as the name, and
// a value that cannot end the line.
func (p *parser) checkHeader(at string, pair Pair, name, value jsonspan.Span) {
	if !isToken(strings.TrimPrefix(pair.Name, ":")) { // browsers export the :authority of HTTP/2
		p.fail(CodeValue, name, at+"/name", "This is no name of a header.", "It may hold letters, digits and hyphens.")
	}
	p.checkLine(at+"/value", pair.Value, value)
}

// checkCookie refuses what would end a cookie before its time.
func (p *parser) checkCookie(at string, pair Pair, name, value jsonspan.Span) {
	if strings.ContainsAny(pair.Name, "=; \t") {
		p.fail(CodeValue, name, at+"/name", "This is no name of a cookie.", "It may hold letters, digits and hyphens.")
	}
	if strings.Contains(pair.Value, ";") {
		p.fail(CodeValue, value, at+"/value", "A cookie's value cannot hold a semicolon.", "Write %3B.")
	}
	p.checkLine(at+"/name", pair.Name, name)
	p.checkLine(at+"/value", pair.Value, value)
}

func (p *parser) checkLine(at, value string, v jsonspan.Span) {
	if strings.ContainsFunc(value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
		p.fail(CodeValue, v, at, "A header cannot carry control characters.", "")
	}
}

// isToken reports whether s is a token of RFC 9110, section 5.6.2.
func isToken(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		alnum := c-'0' <= 9 || c|0x20 >= 'a' && c|0x20 <= 'z'
		if !alnum && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	return s != ""
}
