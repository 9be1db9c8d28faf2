package snippet

import "strings"

var curl = Language{ID: "curl", Label: "cURL", Write: writeCurl}

// writeCurl writes one command for a POSIX shell.
func writeCurl(r *Request) *Code {
	c := &Code{}
	if r.Method == "HEAD" && r.Body != "" { // with --request HEAD it would wait for a response's body
		c.comment("# curl cannot send a body with HEAD: it is left out.\n")
		r = &Request{Method: r.Method, URL: r.URL, Headers: r.Headers}
	}
	pipe := r.Body != "" && !fitsArgument(r.Body)
	if pipe {
		c.builtin("printf").plain(" ")
		if strings.HasPrefix(r.Body, "-") { // a form of several parts does
			c.name("--").plain(" ") // else it is an option
		}
		c.str(printfQuote(r.Body)).plain(" | ")
	}
	c.builtin("curl")
	option := func(name, value string) {
		c.plain(" \\\n  ").name(name)
		if value != "" {
			c.plain(" ").str(value)
		}
	}
	switch {
	case r.Method == "HEAD":
		option("--head", "")
	case r.Method != "GET" || r.Body != "":
		option("--request", shellQuote(r.Method))
	}
	if strings.ContainsAny(r.URL, "[]{}") {
		option("--globoff", "") // else curl takes these for patterns
	}
	if hasDots(r.URL) {
		option("--path-as-is", "")
	}
	option("--url", shellQuote(r.URL))
	for _, h := range r.Headers {
		line := h.Name + ": " + h.Value
		if h.Value == "" {
			line = h.Name + ";" // curl's way to send it empty
		}
		option("--header", shellQuote(line))
	}
	if _, typed := r.Header("Content-Type"); !typed && r.Body != "" {
		option("--header", "'Content-Type:'") // else curl calls the body a form
	}
	switch {
	case pipe:
		option("--data-binary", "@-")
	case r.Body != "":
		// --data and --data-binary read the file that a leading @ names.
		option("--data-raw", shellQuote(r.Body))
	}
	return c.plain("\n")
}
