package snippet

import "strings"

var fetch = Language{ID: "fetch", Label: "JavaScript", Write: writeFetch}

// writeFetch writes an ES module for browsers and Node.
func writeFetch(r *Request) *Code {
	c := &Code{}
	writeFetchNotes(c, r)
	return writeFetchCall(c, r)
}

// writeFetchNotes says what fetch, or a browser, will not send.
func writeFetchNotes(c *Code, r *Request) {
	if _, found := r.Header("Cookie"); found {
		c.comment("// In a browser the Cookie header is left out: it sends the cookies that it has.\n")
	}
	for _, h := range r.Headers {
		switch {
		case forbiddenHeader(h.Name):
			c.comment("// In a browser the " + h.Name + " header is left out: it sends its own.\n")
		case h.Name == "__proto__":
			c.comment("// Node leaves out the " + h.Name + " header.\n")
		}
	}
	if r.Body != "" && bodiless(r.Method) {
		c.comment("// fetch cannot send a body with " + r.Method + ": it is left out.\n")
	}
	if forbiddenMethod(r.Method) {
		c.comment("// fetch refuses the method " + r.Method + ".\n")
	}
	if upperCased(r.Method) {
		c.comment("// fetch sends this method in upper case.\n")
	}
	if hasDots(r.URL) {
		c.comment("// fetch resolves the . and .. of the path.\n")
	}
	if asked(r.URL) {
		c.comment("// Node leaves out a ? with nothing behind it.\n")
	}
}

// writeFetchCall writes the program itself.
func writeFetchCall(c *Code, r *Request) *Code {
	c.keyword("const").plain(" response = ").keyword("await").plain(" ").function("fetch").plain("(").str(jsQuote(r.URL))
	options := 0
	option := func(name string) {
		if options++; options == 1 {
			c.plain(", {")
		} else {
			c.plain(",")
		}
		c.plain("\n  ").name(name).plain(": ")
	}
	if r.Method != "GET" {
		option("method")
		c.str(jsQuote(r.Method))
	}
	if len(r.Headers) > 0 {
		option("headers")
		writeJSHeaders(c, r)
	}
	if r.Body != "" && !bodiless(r.Method) {
		option("body")
		if _, typed := r.Header("Content-Type"); typed {
			c.str(jsQuote(r.Body))
		} else { // a string would be sent as text/plain
			c.keyword("new").plain(" ").function("TextEncoder").plain("().encode(").str(jsQuote(r.Body)).plain(")")
		}
	}
	if options > 0 {
		c.plain("\n}")
	}
	c.plain(");\n\n")
	c.plain("console.").function("log").plain("(response.status);\n")
	return c.plain("console.").function("log").plain("(").keyword("await").plain(" response.").function("text").plain("());\n")
}

// writeJSHeaders writes an object, or a list of pairs where an object would
// lose one: it holds a name once, and __proto__ not at all.
func writeJSHeaders(c *Code, r *Request) {
	pairs := false
	seen := map[string]bool{}
	for _, h := range r.Headers {
		name := strings.ToLower(h.Name)
		pairs = pairs || seen[name] || name == "__proto__"
		seen[name] = true
	}
	open, between, shut, left, right := "{", ": ", "}", "", ""
	if pairs {
		open, between, shut, left, right = "[", ", ", "]", "[", "]"
	}
	c.plain(open)
	for i, h := range r.Headers {
		if i > 0 {
			c.plain(",")
		}
		c.plain("\n    " + left).str(jsQuote(h.Name)).plain(between).str(jsHeaderValue(h.Value)).plain(right)
	}
	c.plain("\n  " + shut)
}
