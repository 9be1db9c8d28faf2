package har

import (
	"strings"

	"mergebook/wasm/jsonspan"
)

// checkMethod holds a method to the token of RFC 9110, section 9.1.
func (p *parser) checkMethod(method string, v jsonspan.Span) {
	if p.kind(v) == jsonspan.String && !isToken(method) {
		p.fail(CodeValue, v, "/method", p.found(v)+" is no HTTP method.", "Write one word, such as GET or PATCH.")
	}
}

// checkURL refuses what cannot be an address of the web. Whether the host
// exists, or is a placeholder, does not matter.
func (p *parser) checkURL(url string, v jsonspan.Span) {
	if p.kind(v) != jsonspan.String {
		return
	}
	fail := func(message, hint string) { p.fail(CodeValue, v, "/url", message, hint) }
	scheme, rest := cutScheme(url)
	http := strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")
	switch {
	case url == "":
		fail("The URL is empty.", "Write an address such as https://example.com/.")
	case strings.ContainsFunc(url, isBlank):
		fail("The URL holds a blank or a control character.", "Remove it, or write %20 for a space.")
	case scheme != "" && !http:
		fail("The URL is not one of http or https, but of "+scheme+".", "Begin it with https://.")
	case http && !strings.HasPrefix(rest, "//"):
		fail("Two slashes must stand behind "+scheme+":.", "Write "+scheme+"://"+strings.ReplaceAll(strings.TrimLeft(rest, `/\`), `\`, "/")+".")
	case !http && !strings.HasPrefix(url, "//") && strings.ContainsAny(url[:1], "/?#."):
		fail("The URL "+p.found(v)+" names no host.", "Write it in full: https://YOUR_DOMAIN/….")
	case strings.Contains(host(rest), `\`):
		fail("The URL has a backslash.", "Write / instead.")
	case host(rest) == "" || host(rest)[0] == ':':
		fail("The URL "+p.found(v)+" names no host.", "Write it behind the two slashes: https://YOUR_DOMAIN/….")
	}
}

// cutScheme cuts a URL behind the colon of its scheme (RFC 3986, section 3.1).
// What is in front of a port, as in localhost:3000 and YOUR_HOST:YOUR_PORT, is
// no scheme, and neither is a placeholder.
func cutScheme(url string) (scheme, rest string) {
	scheme, rest, found := strings.Cut(url, ":")
	for i := 0; i < len(scheme); i++ {
		if c := scheme[i]; !IsAlnum(c) && strings.IndexByte("+-.", c) < 0 {
			return "", url
		}
	}
	if !found || rest == "" {
		return "", url
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "file", "data", "javascript", "blob", "about", "mailto", "tel", "urn", "view-source":
		return scheme, rest
	}
	if strings.HasPrefix(rest, "//") {
		return scheme, rest
	}
	return "", url
}

// host returns what stands behind the slashes, if there are any, and behind
// the name of a user: the host with its port.
func host(rest string) string {
	rest = strings.TrimPrefix(rest, "//")
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	return rest[strings.LastIndexByte(rest, '@')+1:]
}

// isBlank reports whether a character is blank, invisible or a control, or
// turns the direction of writing: nobody means one in a URL. The joiners
// U+200C and U+200D are letters of some languages.
func isBlank(r rune) bool {
	switch r {
	case 0x200c, 0x200d:
		return false
	case 0x1680, 0x180e, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r <= ' ' || r >= 0x7f && r < 0xa0 || r >= 0x2000 && r <= 0x200a || Invisible(r)
}

// Invisible reports whether a character has no shape, ends a line, or turns the
// order of what follows: in code it could make one text look like another one.
func Invisible(r rune) bool {
	return r == 0xa0 || r == 0xad || r == 0x61c || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x206f || r == 0xfeff
}

// checkHeader holds a header to RFC 9110, section 5: a token as the name, and
// a value that cannot end the line.
func (p *parser) checkHeader(at string, pair Pair, name, value jsonspan.Span) {
	if !isToken(strings.TrimPrefix(pair.Name, ":")) { // browsers export the :authority of HTTP/2
		hint := "It may hold letters, digits and hyphens."
		if isToken(strings.TrimRight(pair.Name, ": ")) {
			hint = "Write " + strings.TrimRight(pair.Name, ": ") + "."
		}
		p.fail(CodeValue, name, at+"/name", p.found(name)+" is no name of a header.", hint)
	}
	p.checkLine(at+"/value", pair.Value, value)
}

// checkCookie refuses what would end a cookie before its time.
func (p *parser) checkCookie(at string, pair Pair, name, value jsonspan.Span) {
	if strings.ContainsAny(pair.Name, "=; \t") {
		p.fail(CodeValue, name, at+"/name", p.found(name)+" is no name of a cookie.", "It may hold letters, digits and hyphens.")
	}
	if strings.Contains(pair.Value, ";") {
		p.fail(CodeValue, value, at+"/value", "A cookie's value cannot hold a semicolon.", "Write %3B.")
	}
	p.checkLine(at+"/name", pair.Name, name)
	p.checkLine(at+"/value", pair.Value, value)
}

// checkLine refuses what would end the line of a header, or its message.
func (p *parser) checkLine(at, value string, v jsonspan.Span) {
	i := strings.IndexFunc(value, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f })
	if i < 0 {
		return
	}
	what := "a control character"
	switch value[i] {
	case '\n', '\r':
		what = "a line break"
	case 0:
		what = "U+0000"
	}
	p.fail(CodeValue, v, at, "A header cannot carry "+what+".", "Remove it.")
}

// isToken reports whether s is a token of RFC 9110, section 5.6.2.
func isToken(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !IsAlnum(c) && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	return s != ""
}

// IsAlnum reports whether a byte is a letter or digit of ASCII.
func IsAlnum(c byte) bool { return c-'0' <= 9 || c|0x20 >= 'a' && c|0x20 <= 'z' }
