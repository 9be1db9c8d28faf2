package snippet

import "strings"

var fetch = Language{ID: "fetch", Label: "JavaScript", Lexer: "javascript", Write: writeFetch}

// writeFetch writes an ES module for browsers and Node.
func writeFetch(r *Request) string {
	var options []string
	bodiless := r.Method == "GET" || r.Method == "HEAD"
	if r.Method != "GET" {
		options = append(options, "method: "+jsQuote(r.Method))
	}
	if len(r.Headers) > 0 {
		options = append(options, "headers: "+jsHeaders(r))
	}
	var notes []string
	if _, found := r.Header("Cookie"); found {
		notes = append(notes, "// In a browser the Cookie header is left out: it sends the cookies that it has.\n")
	}
	switch _, typed := r.Header("Content-Type"); {
	case r.Body == "":
	case bodiless:
		notes = append(notes, "// fetch cannot send a body with "+r.Method+": it is left out.\n")
	case typed:
		options = append(options, "body: "+jsQuote(r.Body))
	default: // a string would be sent as text/plain
		options = append(options, "body: new TextEncoder().encode("+jsQuote(r.Body)+")")
	}
	var b strings.Builder
	for _, n := range notes {
		b.WriteString(n)
	}
	b.WriteString("const response = await fetch(" + jsQuote(r.URL))
	if len(options) > 0 {
		b.WriteString(", {\n  " + strings.Join(options, ",\n  ") + "\n}")
	}
	b.WriteString(");\n\nconsole.log(response.status);\nconsole.log(await response.text());\n")
	return b.String()
}

// jsHeaders writes an object, or a list of pairs where an object would lose
// one: it holds a name once, and __proto__ not at all.
func jsHeaders(r *Request) string {
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
	var lines []string
	for _, h := range r.Headers {
		lines = append(lines, "    "+left+jsQuote(h.Name)+between+jsHeaderValue(h.Value)+right)
	}
	return open + "\n" + strings.Join(lines, ",\n") + "\n  " + shut
}
