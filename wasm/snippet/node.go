package snippet

import "strings"

var node = Language{ID: "node", Label: "Node.js", Write: writeNode}

// writeNode writes an ES module for Node 18 and later: with fetch where that
// sends the request as it is, else with the module that fetch rests upon.
func writeNode(r *Request) *Code {
	if fetchSends(r) {
		return writeFetchCall(&Code{}, r)
	}
	module := "node:https"
	if strings.HasPrefix(r.URL, "http:") {
		module = "node:http"
	}
	c := &Code{}
	if upperCased(r.Method) {
		c.comment("// Node sends this method in upper case.\n")
	}
	load := func(name, from string) {
		c.keyword("import").plain(" { " + name + " } ").keyword("from").plain(" ").str(jsQuote(from)).plain(";\n")
	}
	load("once", "node:events")
	load("request", module)
	load("text", "node:stream/consumers")
	c.plain("\n")
	if r.Body != "" {
		c.keyword("const").plain(" body = ").str(jsQuote(r.Body)).plain(";\n")
	}
	writeNodeCall(c, r)
	c.plain("\n").keyword("const").plain(" [response] = ").keyword("await").plain(" ").function("once").plain("(call, ").str(`"response"`).plain(");\n")
	c.plain("console.").function("log").plain("(response.statusCode);\n")
	return c.plain("console.").function("log").plain("(").keyword("await").plain(" ").function("text").plain("(response));\n")
}

// fetchSends reports whether the fetch of Node sends the request unchanged.
func fetchSends(r *Request) bool {
	for _, h := range r.Headers {
		name := strings.ToLower(h.Name)
		if name == "__proto__" || name == "host" || strings.HasPrefix(name, "sec-") {
			return false
		}
	}
	return !(r.Body != "" && bodiless(r.Method)) && !forbiddenMethod(r.Method) && !upperCased(r.Method) && !rewrittenURL(r.URL)
}

// rewrittenURL reports whether the class URL changes what is sent.
func rewrittenURL(url string) bool { return hasDots(url) || asked(url) }

func writeNodeCall(c *Code, r *Request) {
	url, path := r.URL, ""
	if rewrittenURL(url) { // the option path is sent as it is
		end := hostEnd(url)
		url, path = url[:end], url[end:]
		if !strings.HasPrefix(path, "/") {
			path = "/" + path
		}
	}
	c.keyword("const").plain(" call = ").function("request").plain("(").str(jsQuote(url)).plain(", {")
	c.plain("\n  ").name("method").plain(": ").str(jsQuote(r.Method))
	if path != "" {
		c.plain(",\n  ").name("path").plain(": ").str(jsQuote(path))
	}
	if len(r.Headers) > 0 || r.Body != "" {
		c.plain(",\n  ").name("headers").plain(": {")
		writeNodeHeaders(c, r)
		c.plain("\n  }")
	}
	c.plain("\n});\ncall.").function("end").plain("(")
	if r.Body != "" {
		c.plain("body")
	}
	c.plain(");\n")
}

// writeNodeHeaders writes the members of an object, with an array for a name
// that comes twice.
func writeNodeHeaders(c *Code, r *Request) {
	separator := "\n    "
	done := map[string]bool{}
	for i, h := range r.Headers {
		lower := strings.ToLower(h.Name)
		if done[lower] {
			continue
		}
		done[lower] = true
		c.plain(separator)
		separator = ",\n    "
		if h.Name == "__proto__" { // computed, it is a name like any other
			c.plain("[").str(jsQuote(h.Name)).plain("]: ")
		} else {
			c.str(jsQuote(h.Name)).plain(": ")
		}
		var values []string
		for _, other := range r.Headers[i:] {
			if strings.EqualFold(other.Name, h.Name) {
				values = append(values, jsHeaderValue(other.Value))
			}
		}
		if len(values) == 1 {
			c.str(values[0])
			continue
		}
		for j, v := range values {
			c.plain([]string{"[", ", "}[min(j, 1)]).str(v)
		}
		c.plain("]")
	}
	if r.Body != "" { // which Node counts by itself only where a body is usual
		c.plain(separator).str(`"Content-Length"`).plain(": Buffer.").function("byteLength").plain("(body)")
	}
}
