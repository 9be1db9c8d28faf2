package snippet

import (
	"strings"

	"mergebook/wasm/har"
)

// joinQuery returns the URL without its fragment and with the pairs in its
// query. A pair that the URL already has is not added again: browsers export
// the query in both places.
func joinQuery(url string, pairs []har.Pair) string {
	url, _, _ = strings.Cut(url, "#")
	base, query, asked := strings.Cut(url, "?")
	had := map[har.Pair]int{}
	for part := range strings.SplitSeq(query, "&") {
		name, value, _ := strings.Cut(part, "=")
		had[har.Pair{Name: har.Unescape(name), Value: har.Unescape(value)}]++
	}
	for _, p := range pairs {
		if had[p] > 0 {
			had[p]--
			continue
		}
		if query != "" {
			query += "&"
		}
		query += escape(p.Name, inQuery) + "=" + escape(p.Value, inQuery)
	}
	if asked || query != "" { // a ? with nothing behind it is part of the URL, too
		base += "?" + query
	}
	host := hostEnd(base)
	return base[:host] + escape(base[host:], inURL)
}

// hostEnd returns where the path or query of the URL begins.
func hostEnd(url string) int {
	if i := hostStart(url); i >= 0 {
		return i + len(authority(url))
	}
	return len(url)
}

// A place is where a string is escaped to: which bytes may stand there.
type place struct {
	plain string // the ASCII punctuation that stays; letters and digits do
	space string // what a space becomes
}

var (
	inURL   = place{"!#$%&'()*+,-./:;=?@[]_{|}~", "%20"} // a whole URL, already encoded by its author
	inQuery = place{"!$'()*,-./:@_~", "%20"}             // a name or value of RFC 3986, section 3.4, that ends at & and =
	inForm  = place{"*-._", "+"}                         // application/x-www-form-urlencoded, as the URL standard of WHATWG
)

// escape percent-encodes the bytes that may not stand in that place, but
// leaves the placeholders ${name} and {name} whole.
func escape(s string, to place) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); {
		if n := placeholder(s[i:]); n > 0 {
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		c := s[i]
		i++
		switch {
		case har.IsAlnum(c), strings.IndexByte(to.plain, c) >= 0:
			b.WriteByte(c)
		case c == ' ':
			b.WriteString(to.space)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// placeholder returns the length of the placeholder that s begins with, or 0.
func placeholder(s string) int {
	i := 0
	if strings.HasPrefix(s, "$") {
		i = 1
	}
	if i == len(s) || s[i] != '{' {
		return 0
	}
	name := i + 1
	for i = name; i < len(s); i++ {
		if c := s[i]; !har.IsAlnum(c) && c != '_' && c != '.' && c != '-' {
			break
		}
	}
	if i == name || i == len(s) || s[i] != '}' {
		return 0
	}
	return i + 1
}

// asked reports whether the URL has a question mark with nothing behind it, which
// some clients leave out.
func asked(url string) bool {
	_, query, found := strings.Cut(url, "?")
	return found && query == ""
}

// hasDots reports whether the path has a segment . or .., also percent-encoded:
// clients resolve these before they send (URL standard of WHATWG, section 4.4).
func hasDots(url string) bool {
	path, _, _ := strings.Cut(url[hostEnd(url):], "?")
	for segment := range strings.SplitSeq(path, "/") {
		if s := strings.ReplaceAll(strings.ToLower(segment), "%2e", "."); s == "." || s == ".." {
			return true
		}
	}
	return false
}
