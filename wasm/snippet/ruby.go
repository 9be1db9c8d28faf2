package snippet

import (
	"slices"
	"strconv"
	"strings"

	"mergebook/wasm/har"
)

var ruby = Language{ID: "ruby", Label: "Ruby", Write: writeRuby}

// writeRuby writes a program that uses net/http.
func writeRuby(r *Request) *Code {
	c := &Code{}
	c.builtin("require").plain(" ").str(`"net/http"`).plain("\n\n")
	origin, target := rubyTarget(r.URL)
	c.plain("uri = ").function("URI").plain("(").str(rubyQuote(origin)).plain(")\n")
	c.plain("request = ")
	kind, bodied := rubyClass(r.Method)
	if kind != "" {
		c.plain("Net::HTTP::" + kind + ".").function("new").plain("(")
	} else {
		bodied = r.Body != ""
		c.plain("Net::HTTPGenericRequest.").function("new").plain("(").str(rubyQuote(r.Method)).plain(", ")
		c.keyword(strconv.FormatBool(bodied)).plain(", ").keyword("true").plain(", ")
	}
	if target == "" {
		c.plain("uri)\n")
	} else {
		c.str(rubyQuote(target)).plain(")\n")
	}
	for _, h := range joined(r.Headers) {
		c.plain("request[").str(rubyQuote(h.Name)).plain("] = ").str(rubyQuote(h.Value)).plain("\n")
	}
	if _, typed := r.Header("Content-Type"); !typed && (bodied || r.Body != "") {
		c.keyword("def").plain(" request.").function("supply_default_content_type").plain("; ").keyword("end")
		c.plain(" ").comment("# or it would be sent as a form").plain("\n")
	}
	if slices.ContainsFunc(r.Headers, func(h har.Pair) bool { return strings.HasSuffix(h.Name, "-") }) {
		c.keyword("def").plain(" request.").function("capitalize").plain("(name); name; ").keyword("end")
		c.plain(" ").comment("# or names would lose hyphens at their end").plain("\n")
	}
	writeRubyBody(c, r)
	c.plain("\nresponse = Net::HTTP.").function("start").plain("(uri.hostname, uri.port, ").name("use_ssl:")
	c.plain(" uri.scheme == ").str(`"https"`).plain(") ").keyword("do").plain(" |http|\n")
	c.plain("  http.").function("request").plain("(request)\n").keyword("end").plain("\n")
	c.builtin("puts").plain(" response.code\n")
	return c.builtin("puts").plain(" response.body\n")
}

// writeRubyBody writes the body, in a heredoc where that is exact. Between
// <<'JSON' and JSON nothing is special, but the text ends with a line feed;
// chomp takes one away.
func writeRubyBody(c *Code, r *Request) {
	if r.Body == "" {
		return
	}
	c.plain("request.body = ")
	delimiter, ok := heredoc(r)
	if !ok {
		c.str(rubyQuote(r.Body)).plain("\n")
		return
	}
	c.str("<<'" + delimiter + "'")
	text := r.Body
	if !strings.HasSuffix(text, "\n") {
		c.plain(".").function("chomp")
		text += "\n"
	}
	c.plain("\n").str(text + delimiter).plain("\n")
}

// rubyTarget divides a URL that Ruby's URI would not parse: braces, brackets
// and the like may then stand in the target of the request, and only the rest
// is parsed. So is that of an address in brackets, without which net/http would
// send it as the Host of a request that it makes of a URI. A URL that begins with a placeholder is left whole, because what
// stands for it may end anywhere.
func rubyTarget(url string) (origin, target string) {
	host := hostEnd(url)
	origin, target = url[:host], url[host:]
	plain := !strings.HasPrefix(authority(url), "[")
	for i := 0; plain && i < len(target); i++ {
		c := target[i]
		plain = har.IsAlnum(c) || strings.IndexByte("-._~!$&'()*+,;=:@/?", c) >= 0 || har.Escaped(target, i)
	}
	if plain {
		return url, ""
	}
	if !strings.HasPrefix(target, "/") {
		target = "/" + target
	}
	return origin, target
}

// rubyClass returns the class of a method, if it has one, and whether that
// sends a body, with a content type, even when it is given none.
func rubyClass(method string) (name string, bodied bool) {
	switch method {
	case "DELETE", "GET", "HEAD", "OPTIONS":
		return method[:1] + strings.ToLower(method[1:]), false
	case "PATCH", "POST", "PUT":
		return method[:1] + strings.ToLower(method[1:]), true
	}
	return "", false
}

// rubyQuote writes any text as a Ruby string literal: in double quotes, where
// # is escaped when it would interpolate, or in single quotes if that saves
// escapes; there only \\ and \' are special (Ruby documentation, Literals).
func rubyQuote(s string) string {
	long := lines(s)
	hidden := strings.ContainsFunc(s, func(r rune) bool { return !shown(r) && !(long && r == '\n') })
	if !hidden && strings.Count(s, `"`) > strings.Count(s, "'") {
		return "'" + singleQuoted.Replace(s) + "'"
	}
	var b strings.Builder
	growFor(&b, s)
	b.WriteByte('"')
	for i, r := range s {
		switch {
		case r == '"' || r == '\\' || r == '#' && i+1 < len(s) && strings.IndexByte("{$@", s[i+1]) >= 0:
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' && long:
			b.WriteByte('\n')
		case r >= 0x7f && !shown(r):
			writeHex(&b, `\u`, r, 4) // \x is a byte to Ruby
		default:
			writeJS(&b, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
