package snippet

import "strings"

// What fetch does not send, by the Fetch standard of WHATWG.

// bodiless reports whether fetch sends no body with that method.
func bodiless(method string) bool { return method == "GET" || method == "HEAD" }

// forbiddenMethod reports whether fetch throws an error (section 2.2.1).
func forbiddenMethod(method string) bool {
	switch strings.ToUpper(method) {
	case "CONNECT", "TRACE", "TRACK":
		return true
	}
	return false
}

// upperCased reports whether fetch changes the case of that method: it does so
// with those that are older than itself, and patch is not among them.
func upperCased(method string) bool {
	upper := strings.ToUpper(method)
	switch upper {
	case "DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT":
		return method != upper
	}
	return false
}

// forbiddenHeader reports whether a browser sets that header itself (section
// 2.2.2). Cookie is another, of which there is more to say.
func forbiddenHeader(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case "accept-charset", "accept-encoding", "access-control-request-headers", "access-control-request-method", "date", "dnt", "host", "origin", "referer", "set-cookie", "via":
		return true
	}
	return strings.HasPrefix(name, "sec-") || strings.HasPrefix(name, "proxy-")
}
