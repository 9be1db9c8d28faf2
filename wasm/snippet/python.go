package snippet

import (
	"slices"
	"strings"
)

var python = Language{ID: "python", Label: "Python", Write: writePython}

// writePython writes a program that uses requests.
func writePython(r *Request) *Code {
	c := &Code{}
	c.keyword("import").plain(" requests\n\n")
	if asked(r.URL) {
		c.comment("# requests leaves out a ? with nothing behind it.\n")
	}
	switch {
	case hasDots(r.URL) || r.Method != strings.ToUpper(r.Method):
		writePythonPrepared(c, r)
	case slices.Contains([]string{"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"}, r.Method):
		c.plain("response = requests.").function(strings.ToLower(r.Method)).plain("(")
		if len(r.Headers) == 0 && r.Body == "" {
			c.str(pythonQuote(r.URL)).plain(")")
		} else {
			writePythonArguments(c, r)
		}
	default:
		c.plain("response = requests.").function("request").plain("(\n    ").str(pythonQuote(r.Method)).plain(",")
		writePythonArguments(c, r)
	}
	c.plain("\n\n").builtin("print").plain("(response.status_code)\n")
	return c.builtin("print").plain("(response.text)\n")
}

// writePythonPrepared sends a request of which requests would change something,
// by putting that right once it has.
func writePythonPrepared(c *Code, r *Request) {
	c.plain("request = requests.").function("Request").plain("(\n    ").str(pythonQuote(r.Method)).plain(",")
	writePythonArguments(c, r)
	c.plain(".").function("prepare").plain("()\n")
	if r.Method != strings.ToUpper(r.Method) {
		c.plain("request.method = ").str(pythonQuote(r.Method)).plain("  ").comment("# requests made it upper case").plain("\n")
	}
	if hasDots(r.URL) {
		c.plain("request.url = ").str(pythonQuote(r.URL)).plain("  ").comment("# requests resolved the dots of the path").plain("\n")
	}
	c.plain("response = requests.").function("Session").plain("().").function("send").plain("(request)")
}

// writePythonArguments writes the arguments behind the method, one a line, and
// closes the call.
func writePythonArguments(c *Code, r *Request) {
	c.plain("\n    ").str(pythonQuote(r.URL)).plain(",")
	if len(r.Headers) > 0 {
		c.plain("\n    ").name("headers").plain("={")
		for _, h := range joined(r.Headers) {
			c.plain("\n        ").str(pythonQuote(h.Name)).plain(": ")
			// requests refuses values with a blank in front, which is no part of them.
			value := strings.Trim(h.Value, " \t")
			c.str(pythonQuote(value))
			if !isASCII(value) {
				c.plain(".").function("encode").plain("()") // a string would be sent as Latin-1
			}
			c.plain(",")
		}
		c.plain("\n    },")
	}
	if r.Body != "" {
		// Always as bytes: requests sends a string as Latin-1 or not at all, and
		// a reader may well put another character into this one.
		c.plain("\n    ").name("data").plain("=").str(pythonQuote(r.Body)).plain(".").function("encode").plain("(),")
	}
	c.plain("\n)")
}

// pythonQuote writes any text as a Python string literal (The Python Language
// Reference, section 2.4.1): in the quotes that need fewer escapes, and text of
// several lines in triple quotes, which keep its layout.
func pythonQuote(s string) string {
	quote, delimiter := '"', `"`
	switch triple := lines(s); {
	case triple && (strings.Contains(s, `"""`) || s[0] == '"' || s[len(s)-1] == '"'):
		quote, delimiter = '\'', "'''"
	case triple:
		delimiter = `"""`
	case strings.Count(s, `"`) > strings.Count(s, "'"):
		quote, delimiter = '\'', "'"
	}
	var b strings.Builder
	growFor(&b, s)
	b.WriteString(delimiter)
	raw := 0 // quotes in a row
	for i, r := range s {
		if r != quote {
			raw = 0
			writePythonRune(&b, r, len(delimiter) == 3)
			continue
		}
		// Of a row, what would close the literal, or stands before what does.
		if raw++; raw == len(delimiter) || i+1 == len(s) {
			b.WriteByte('\\')
			raw = 0
		}
		b.WriteRune(quote)
	}
	b.WriteString(delimiter)
	return b.String()
}

func writePythonRune(b *strings.Builder, r rune, triple bool) {
	switch {
	case r == '\\':
		b.WriteString(`\\`)
	case r == '\n' && triple:
		b.WriteByte('\n')
	default:
		// JavaScript's escapes mean the same here. A raw carriage return would
		// become a line feed, and a raw NUL is an error.
		writeJS(b, r)
	}
}
