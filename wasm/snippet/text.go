package snippet

import (
	"strings"
	"unicode/utf8"

	"mergebook/wasm/har"
)

// lines reports whether a text has more than one line: then its layout is
// worth keeping. A line feed at its end makes no second line.
func lines(s string) bool {
	return strings.Contains(strings.TrimRight(s, "\n"), "\n")
}

// shown reports whether a character can be seen as what it is, and so needs no
// escape. Line feeds and tabs are left to the caller.
func shown(r rune) bool {
	return r >= ' ' && r < 0x7f || r >= 0xa0 && !har.Invisible(r)
}

// isASCII reports whether a text is ASCII.
func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// singleQuoted escapes what is special within the single quotes of PHP and of
// Ruby.
var singleQuoted = strings.NewReplacer(`\`, `\\`, "'", `\'`)

// heredoc returns a delimiter with which the body can stand in a heredoc that
// knows no escapes. There is none for one line, for what could not be seen,
// and for a body with a line that could end the heredoc: PHP ends it at any
// line that begins with the delimiter, also behind white space.
func heredoc(r *Request) (delimiter string, ok bool) {
	if !lines(r.Body) || !verbatim(r.Body) {
		return "", false
	}
	delimiter = "BODY"
	if mime, _ := r.Header("Content-Type"); strings.Contains(strings.ToLower(mime), "json") {
		delimiter = "JSON"
	}
	for line := range strings.SplitSeq(r.Body, "\n") {
		if strings.HasPrefix(strings.TrimLeft(line, " \t"), delimiter) {
			return "", false
		}
	}
	return delimiter, true
}

// joined returns the headers for a client that takes each name once. The
// values of a name become one line, which means the same (RFC 9110, section
// 5.3; for cookies, RFC 6265, section 4.2).
func joined(headers []har.Pair) []har.Pair {
	var all []har.Pair
	at := map[string]int{}
	for _, h := range headers {
		name := strings.ToLower(h.Name)
		i, found := at[name]
		switch {
		case !found:
			at[name] = len(all)
			all = append(all, h)
		case name == "cookie":
			all[i].Value += "; " + h.Value
		default:
			all[i].Value += ", " + h.Value
		}
	}
	return all
}
