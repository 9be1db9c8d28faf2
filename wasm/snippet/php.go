package snippet

import "strings"

var php = Language{ID: "php", Label: "PHP", Write: writePHP}

// expects is the size in bytes from which libcurl asks the server first, with
// Expect: 100-continue, whether it wants the body. Newer ones ask at 1 MB.
const expects = 1024

// writePHP writes a program that uses the curl extension.
func writePHP(r *Request) *Code {
	c := &Code{}
	body := r.Body
	c.keyword("<?php").plain("\n\n")
	if r.Method == "HEAD" && body != "" {
		c.comment("// libcurl cannot send a body with HEAD: it is left out.").plain("\n")
		body = ""
	}
	delimiter, long := heredoc(r)
	long = long && body != ""
	if long { // a nowdoc: nothing in it is special but its end
		c.plain("$body = ").str("<<<'" + delimiter + "'\n" + body + "\n" + delimiter).plain(";\n\n")
	}
	c.plain("$curl = ").function("curl_init").plain("();\n")
	c.function("curl_setopt_array").plain("($curl, [\n")
	option := func(name string) *Code { return c.plain("    ").name(name).plain(" => ") }
	option("CURLOPT_URL").str(phpQuote(r.URL)).plain(",\n")
	if hasDots(r.URL) {
		option("CURLOPT_PATH_AS_IS").keyword("true").plain(",\n")
	}
	switch {
	case r.Method == "GET" && body == "":
	case r.Method == "HEAD":
		option("CURLOPT_NOBODY").keyword("true").plain(",\n")
	case r.Method == "POST" && body != "":
		option("CURLOPT_POST").keyword("true").plain(",\n")
	default:
		option("CURLOPT_CUSTOMREQUEST").str(phpQuote(r.Method)).plain(",\n")
	}
	writePHPHeaders(c, r, body)
	switch {
	case long:
		option("CURLOPT_POSTFIELDS").plain("$body,\n")
	case body != "":
		option("CURLOPT_POSTFIELDS").str(phpQuote(body)).plain(",\n")
	}
	option("CURLOPT_RETURNTRANSFER").keyword("true").plain(",\n]);\n\n")
	c.plain("$response = ").function("curl_exec").plain("($curl);\n")
	c.keyword("if").plain(" ($response === ").keyword("false").plain(") {\n    ")
	c.keyword("throw").plain(" ").keyword("new").plain(" RuntimeException(").function("curl_error").plain("($curl));\n}\n")
	c.keyword("echo").plain(" ").function("curl_getinfo").plain("($curl, ").name("CURLINFO_RESPONSE_CODE").plain("), ").str(`"\n"`)
	return c.plain(", $response, ").str(`"\n"`).plain(";\n")
}

// writePHPHeaders writes the headers, and takes back those that libcurl would
// add to a body.
func writePHPHeaders(c *Code, r *Request, body string) {
	_, typed := r.Header("Content-Type")
	untype := body != "" && !typed
	if len(r.Headers) == 0 && !untype && len(body) <= expects {
		return
	}
	c.plain("    ").name("CURLOPT_HTTPHEADER").plain(" => [\n")
	for _, h := range r.Headers {
		line := h.Name + ": " + h.Value
		if h.Value == "" {
			line = h.Name + ";" // libcurl's way to send it empty
		}
		c.plain("        ").str(phpQuote(line)).plain(",\n")
	}
	if untype {
		c.plain("        ").str("'Content-Type:'").plain(", ").comment("// or it would be sent as a form").plain("\n")
	}
	if len(body) > expects {
		c.plain("        ").str("'Expect:'").plain(", ").comment("// send the body without asking first").plain("\n")
	}
	c.plain("    ],\n")
}

// phpQuote writes any text as a PHP string literal: in single quotes, where
// only \\ and \' are special, or in double quotes if it has characters that
// need an escape (PHP manual, Strings). There every $ is escaped, without which
// no brace means anything.
func phpQuote(s string) string {
	long := lines(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return !shown(r) && !(long && r == '\n') }) {
		return "'" + singleQuoted.Replace(s) + "'"
	}
	var b strings.Builder
	growFor(&b, s)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\' || r == '$':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' && long:
			b.WriteByte('\n')
		case r >= 0x7f && !shown(r):
			writeHex(&b, `\u{`, r, 4)
			b.WriteByte('}')
		default:
			writeJS(&b, r) // \n, \r, \t and \x with two digits are PHP's too
		}
	}
	b.WriteByte('"')
	return b.String()
}
