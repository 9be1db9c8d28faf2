package snippet

import (
	"strings"

	"mergebook/wasm/har"
)

// moveCredentials takes the user and password out of the URL and sends them as
// a header, which is what curl does with them: fetch refuses such a URL, and
// other clients wait for the server to ask. A header of the author's wins.
func (r *Request) moveCredentials() {
	start := hostStart(r.URL)
	if start < 0 {
		return
	}
	end := start + len(authority(r.URL))
	at := strings.LastIndexByte(r.URL[start:end], '@')
	if at < 0 {
		return
	}
	user := r.URL[start : start+at]
	r.URL = r.URL[:start] + r.URL[start+at+1:]
	if _, given := r.Header("Authorization"); given || user == "" {
		return
	}
	name, password, _ := strings.Cut(user, ":")
	value := "Basic " + base64(percentDecode(name)+":"+percentDecode(password))
	r.Headers = append([]har.Pair{{Name: "Authorization", Value: value}}, r.Headers...)
}

// hostStart returns where the host begins, with the user before it, or -1 when
// the URL names no scheme because a placeholder will. A :// behind the host is
// part of a path or query.
func hostStart(url string) int {
	i := strings.Index(url, "://")
	if i < 0 || strings.ContainsAny(url[:i], "/?#") {
		return -1
	}
	return i + len("://")
}

// authority returns what stands between the scheme and the path.
func authority(url string) string {
	start := hostStart(url)
	if start < 0 {
		return ""
	}
	rest := url[start:]
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		return rest[:i]
	}
	return rest
}

// percentDecode leaves + alone, which means a space in queries only.
func percentDecode(s string) string {
	return har.Unescape(strings.ReplaceAll(s, "+", "%2B"))
}

// base64 is that of RFC 4648, section 4. The package of the standard library
// would bring reflect along.
func base64(s string) string {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	var b strings.Builder
	for ; s != ""; s = s[min(3, len(s)):] {
		var group [3]byte
		n := copy(group[:], s)
		bits := uint(group[0])<<16 | uint(group[1])<<8 | uint(group[2])
		for i := range 4 {
			if i > n {
				b.WriteByte('=')
			} else {
				b.WriteByte(digits[bits>>(18-6*i)&63])
			}
		}
	}
	return b.String()
}
