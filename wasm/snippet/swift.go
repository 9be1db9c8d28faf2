package snippet

import (
	"strings"

	"mergebook/wasm/har"
)

var swift = Language{ID: "swift", Label: "Swift", Write: writeSwift}

// writeSwift writes the main file of a program for Swift 5.7 and the
// Foundation of Apple's systems.
func writeSwift(r *Request) *Code {
	c := &Code{}
	c.keyword("import").plain(" Foundation\n\n")
	writeAppleNotes(c, r)
	c.keyword("var").plain(" request = ").function("URLRequest").plain("(").name("url").plain(": ")
	c.function("URL").plain("(").name("string").plain(": ").str(swiftQuote(appleURL(r.URL))).plain(")!)\n")
	if r.Method != "GET" {
		c.plain("request.httpMethod = ").str(swiftQuote(r.Method)).plain("\n")
	}
	if _, found := r.Header("Cookie"); found {
		c.plain("request.httpShouldHandleCookies = ").keyword("false").plain("\n")
	}
	eachAppleHeader(r, func(method string, h har.Pair) {
		c.plain("request.").function(method).plain("(").str(swiftQuote(h.Value)).plain(", ").name("forHTTPHeaderField").plain(": ").str(swiftQuote(h.Name)).plain(")\n")
	})
	if r.Body != "" {
		c.plain("request.httpBody = ").function("Data").plain("(").str(swiftQuote(r.Body)).plain(".utf8)\n")
	}
	c.plain("\n").keyword("let").plain(" (data, response) = ").keyword("try").plain(" ").keyword("await").plain(" URLSession.shared.").function("data").plain("(").name("for").plain(": request)\n")
	c.builtin("print").plain("((response ").keyword("as!").plain(" HTTPURLResponse).statusCode)\n")
	return c.builtin("print").plain("(").function("String").plain("(").name("decoding").plain(": data, ").name("as").plain(": UTF8.").keyword("self").plain("))\n")
}

// eachAppleHeader calls write with each header and the method that sets it: a
// second value of a name is added, for setValue would replace the first.
func eachAppleHeader(r *Request, write func(method string, h har.Pair)) {
	set := map[string]bool{}
	for _, h := range r.Headers {
		name, method := strings.ToLower(h.Name), "setValue"
		if set[name] {
			method = "addValue"
		}
		set[name] = true
		write(method, h)
	}
}

// writeAppleNotes says what URLSession does not send as it is.
func writeAppleNotes(c *Code, r *Request) {
	if r.Body != "" && r.Method == "GET" {
		c.comment("// URLSession refuses a body with GET.\n")
	}
	if _, typed := r.Header("Content-Type"); !typed && r.Body != "" {
		c.comment("// URLSession adds a Content-Type where there is none: that of a form.\n")
	}
	if _, found := r.Header("Host"); found {
		c.comment("// URLSession may set the Host header itself.\n")
	}
	if upperCased(r.Method) {
		c.comment("// URLSession sends this method in upper case.\n")
	}
}

// appleURL percent-encodes what a URL of RFC 3986 may not have and older
// versions of Foundation refuse, but leaves placeholders to be filled in.
func appleURL(url string) string {
	end := hostEnd(url)
	return url[:end] + escape(url[end:], place{"!#$%&'()*+,-./:;=?@_~", "%20"})
}
