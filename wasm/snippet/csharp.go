package snippet

import "strings"

var csharp = Language{ID: "csharp", Label: "C#", Write: writeCSharp}

// csharpMethods are those that HttpClient has names for, in every .NET.
var csharpMethods = map[string]string{"GET": "Get", "HEAD": "Head", "POST": "Post", "PUT": "Put", "DELETE": "Delete", "OPTIONS": "Options"}

// writeCSharp writes a program for any .NET with HttpClient, Mono included.
func writeCSharp(r *Request) *Code {
	c := &Code{}
	content := r.Body != ""
	for _, h := range r.Headers {
		content = content || ofContent(h.Name)
	}
	names := []string{"System", "System.Net.Http", "System.Text"}
	for _, name := range names {
		if name != "System.Text" || r.Body != "" {
			c.keyword("using").plain(" " + name + ";\n")
		}
	}
	c.plain("\n").keyword("class").plain(" Program\n{\n    ").keyword("static").plain(" ").keyword("void").plain(" ").function("Main").plain("()\n    {\n")
	if hasDots(r.URL) {
		c.comment("        // System.Uri resolves the . and .. of the path.\n")
	}
	if turns(r.URL) {
		c.comment("        // System.Uri drops the marks that turn the direction of text.\n")
	}
	if upper := strings.ToUpper(r.Method); upper != r.Method && (csharpMethods[upper] != "" || upper == "PATCH") {
		c.comment("        // HttpClient sends this method in upper case.\n")
	}
	c.plain("        ").keyword("var").plain(" client = ").keyword("new").plain(" ").function("HttpClient").plain("(")
	if _, found := r.Header("Cookie"); found { // else the header gives way to a store of cookies
		c.keyword("new").plain(" HttpClientHandler { UseCookies = ").keyword("false").plain(" }")
	}
	c.plain(");\n        ").keyword("var").plain(" request = ").keyword("new").plain(" ").function("HttpRequestMessage").plain("(")
	if name := csharpMethods[r.Method]; name != "" {
		c.plain("HttpMethod." + name)
	} else {
		c.keyword("new").plain(" ").function("HttpMethod").plain("(").str(doubleQuote(r.Method)).plain(")")
	}
	c.plain(", ").str(doubleQuote(r.URL)).plain(");\n")
	if content { // StringContent would add a type of its own
		c.plain("        request.Content = ").keyword("new").plain(" ").function("ByteArrayContent").plain("(")
		if r.Body == "" {
			c.keyword("new").plain(" ").keyword("byte").plain("[").number("0").plain("]);\n")
		} else {
			c.plain("Encoding.UTF8.").function("GetBytes").plain("(").addCSharp(r.Body).plain("));\n")
		}
	}
	for _, h := range r.Headers {
		c.plain("        request.")
		if ofContent(h.Name) {
			c.plain("Content.")
		}
		c.plain("Headers.").function("TryAddWithoutValidation").plain("(").str(doubleQuote(h.Name)).plain(", ").str(doubleQuote(h.Value)).plain(");")
		if !isASCII(h.Value) {
			c.comment(" // HttpClient sends ASCII only")
		}
		c.plain("\n")
	}
	// An async Main would be shorter, but Mono's compiler does not take one.
	wait := func() *Code {
		return c.plain(".").function("GetAwaiter").plain("().").function("GetResult").plain("()")
	}
	c.plain("\n        ").keyword("var").plain(" response = client.").function("SendAsync").plain("(request)")
	wait().plain(";\n        Console.").function("WriteLine").plain("((").keyword("int").plain(")response.StatusCode);\n")
	c.plain("        Console.").function("WriteLine").plain("(response.Content.").function("ReadAsStringAsync").plain("()")
	return wait().plain(");\n    }\n}\n")
}

// turns reports whether the URL has a mark that System.Uri drops, also where it
// is percent-encoded: one that turns the direction of text.
func turns(url string) bool {
	return strings.ContainsFunc(percentDecode(url), func(r rune) bool {
		return r == 0x200e || r == 0x200f || r >= 0x202a && r <= 0x202e
	})
}

// ofContent reports whether HttpClient has the header with the content: it
// drops it from the request's.
func ofContent(name string) bool {
	switch strings.ToLower(name) {
	case "allow", "content-disposition", "content-encoding", "content-language", "content-location", "content-md5", "content-range", "content-type", "expires", "last-modified":
		return true
	}
	return false
}

// addCSharp writes any text as an expression. A verbatim literal, in which only
// the quote is special, keeps the layout of text of several lines.
func (c *Code) addCSharp(s string) *Code {
	switch {
	case !severalLines(s):
		return c.str(doubleQuote(s))
	case !verbatim(s):
		return c.addLines(s, "\n            + ")
	}
	return c.str(`@"` + strings.ReplaceAll(s, `"`, `""`) + `"`)
}
