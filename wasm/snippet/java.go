package snippet

import (
	"strings"

	"mergebook/wasm/har"
)

var java = Language{ID: "java", Label: "Java", Write: writeJava}

// writeJava writes a class for Java 17, to be run by `java Main.java`.
func writeJava(r *Request) *Code {
	c := &Code{}
	imports := []string{"java.net.URI", "java.net.http.HttpClient", "java.net.http.HttpRequest"}
	if r.Method != "GET" || r.Body != "" {
		imports = append(imports, "java.net.http.HttpRequest.BodyPublishers")
	}
	for _, name := range append(imports, "java.net.http.HttpResponse.BodyHandlers") {
		c.keyword("import").plain(" " + name + ";\n")
	}
	c.plain("\n").keyword("public").plain(" ").keyword("class").plain(" Main {\n    ")
	c.keyword("public").plain(" ").keyword("static").plain(" ").keyword("void").plain(" ").function("main")
	c.plain("(String[] args) ").keyword("throws").plain(" Exception {\n")
	if _, found := r.Header("Host"); found { // the client refuses the header otherwise
		c.plain("        System.").function("setProperty").plain("(").str(`"jdk.httpclient.allowRestrictedHeaders"`).plain(", ").str(`"host"`).plain(");\n")
	}
	if r.Body != "" {
		c.plain("        ").keyword("var").plain(" body = ").addJava(r.Body).plain(";\n")
	}
	if asked(r.URL) {
		c.comment("        // java.net.http leaves out a ? with nothing behind it.\n")
	}
	c.plain("        ").keyword("var").plain(" request = HttpRequest.").function("newBuilder").plain("(URI.").function("create").plain("(")
	addJavaURL(c, r.URL)
	c.plain("))")
	call := func(name string) *Code { return c.plain("\n                .").function(name).plain("(") }
	switch {
	case r.Body != "":
		call("method").str(doubleQuote(r.Method)).plain(", BodyPublishers.").function("ofString").plain("(body))")
	case r.Method != "GET":
		call("method").str(doubleQuote(r.Method)).plain(", BodyPublishers.").function("noBody").plain("())")
	}
	for _, h := range r.Headers {
		call("header").str(doubleQuote(h.Name)).plain(", ").str(doubleQuote(h.Value)).plain(")")
		if !isASCII(h.Value) {
			c.comment(" // java.net.http sends ASCII only")
		}
	}
	call("build").plain(");\n")
	c.plain("        ").keyword("var").plain(" response = HttpClient.").function("newHttpClient").plain("().").function("send")
	c.plain("(request, BodyHandlers.").function("ofString").plain("());\n")
	c.plain("        System.out.").function("println").plain("(response.").function("statusCode").plain("());\n")
	c.plain("        System.out.").function("println").plain("(response.").function("body").plain("());\n    }\n}\n")
	if isASCII(c.String()) {
		return c
	}
	noted := &Code{} // else it would be read as the system's own encoding
	noted.comment("// Before Java 18: java -Dfile.encoding=UTF-8 Main.java\n")
	return noted.addCode(c)
}

// addJavaURL writes a URL with the characters encoded that java.net.URI
// refuses. Placeholders stay for the reader to find, so it is the program that
// encodes those that he leaves.
func addJavaURL(c *Code, url string) {
	var b strings.Builder
	placeholders := false
	host := hostEnd(url)
	b.WriteString(url[:host])
	for i := host; i < len(url); i++ {
		if n := placeholder(url[i:]); n > 0 {
			placeholders = true
			b.WriteString(url[i : i+n])
			i += n - 1
			continue
		}
		switch ch := url[i]; ch {
		case '[', ']', '{', '|', '}':
			b.WriteString(escape(string(ch), inQuery))
		case '%':
			b.WriteByte('%')
			if !har.Escaped(url, i) {
				b.WriteString("25")
			}
		default:
			b.WriteByte(ch)
		}
	}
	c.str(doubleQuote(b.String()))
	if placeholders {
		for _, pair := range [][2]string{{`"{"`, `"%7B"`}, {`"}"`, `"%7D"`}} {
			c.plain(".").function("replace").plain("(").str(pair[0]).plain(", ").str(pair[1]).plain(")")
		}
	}
}
