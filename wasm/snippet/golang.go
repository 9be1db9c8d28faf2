package snippet

import "strings"

var golang = Language{ID: "go", Label: "Go", Write: writeGo}

// writeGo writes a program with net/http.
func writeGo(r *Request) *Code {
	c := &Code{}
	c.keyword("package").plain(" main\n\n").keyword("import").plain(" (\n")
	for _, name := range []string{"fmt", "io", "log", "net/http"} {
		c.plain("\t").str(`"` + name + `"`).plain("\n")
	}
	body := "nil"
	if r.Body != "" {
		body = "body"
		c.plain("\t").str(`"strings"`).plain("\n")
	}
	c.plain(")\n\n").keyword("func").plain(" ").function("main").plain("() {\n")
	if r.Body != "" {
		c.plain("\tbody := strings.").function("NewReader").plain("(").addGo(r.Body).plain(")\n")
	}
	c.plain("\trequest, err := http.").function("NewRequest").plain("(").str(goQuote(r.Method)).plain(", ").str(goQuote(r.URL)).plain(", " + body + ")\n")
	addGoCheck(c)
	seen := map[string]bool{}
	for _, h := range r.Headers {
		name := strings.ToLower(h.Name)
		switch {
		case name == "host": // net/http leaves out a header of that name
			c.plain("\trequest.Host = ").str(goQuote(h.Value)).plain("\n")
			continue
		case seen[name]:
			c.plain("\trequest.Header.").function("Add")
		default:
			c.plain("\trequest.Header.").function("Set")
		}
		seen[name] = true
		c.plain("(").str(goQuote(h.Name)).plain(", ").str(goQuote(h.Value)).plain(")\n")
	}
	c.plain("\n\tresponse, err := http.DefaultClient.").function("Do").plain("(request)\n")
	addGoCheck(c)
	c.plain("\t").keyword("defer").plain(" response.Body.").function("Close").plain("()\n")
	c.plain("\ttext, err := io.").function("ReadAll").plain("(response.Body)\n")
	addGoCheck(c)
	c.plain("\tfmt.").function("Println").plain("(response.Status)\n")
	return c.plain("\tfmt.").function("Println").plain("(").builtin("string").plain("(text))\n}\n")
}

func addGoCheck(c *Code) {
	c.plain("\t").keyword("if").plain(" err != ").keyword("nil").plain(" {\n\t\tlog.").function("Fatal").plain("(err)\n\t}\n")
}

// addGo writes a text with its lines, where it has several.
func (c *Code) addGo(s string) *Code {
	if severalLines(s) && !rawGo(s) {
		return c.addLines(s, " +\n\t\t")
	}
	return c.str(goQuote(s))
}

// goQuote writes any text as one literal: within backquotes, where nothing is
// special, if that spares escapes.
func goQuote(s string) string {
	if strings.ContainsAny(s, "\"\\\n") && rawGo(s) && s != "\n" && (severalLines(s) || !strings.Contains(s, "\n")) {
		return "`" + s + "`"
	}
	return doubleQuote(s)
}

// rawGo reports whether the text can stand within backquotes.
func rawGo(s string) bool { return verbatim(s) && !strings.Contains(s, "`") }
