package snippet

import "strings"

var curl = Language{ID: "curl", Label: "cURL", Write: writeCurl}

// writeCurl writes one command for a POSIX shell.
func writeCurl(r *Request) *Code {
	c := &Code{}
	r = curlRequest(c, r)
	pipe := r.Body != "" && !fitsArgument(r.Body)
	if pipe {
		c.builtin("printf").plain(" ")
		if strings.HasPrefix(r.Body, "-") { // a form of several parts does
			c.name("--").plain(" ") // else it is an option
		}
		c.str(printfQuote(r.Body)).plain(" | ")
	}
	c.builtin("curl")
	for _, o := range curlOptions(r) {
		c.plain(" \\\n  ").name(o.name)
		if o.value != "" {
			c.plain(" ").str(shellQuote(o.value))
		}
	}
	switch {
	case pipe:
		c.plain(" \\\n  ").name("--data-binary").plain(" ").str("@-")
	case r.Body != "":
		c.plain(" \\\n  ").name(dataOption).plain(" ").str(shellQuote(r.Body))
	}
	return c.plain("\n")
}

// dataOption is the option for a body that is an argument: --data and
// --data-binary read the file that a leading @ names.
const dataOption = "--data-raw"

// curlRequest returns what curl can send of the request, and says what it
// cannot.
func curlRequest(c *Code, r *Request) *Request {
	if r.Method != "HEAD" || r.Body == "" {
		return r
	}
	// With --request HEAD it would wait for a response's body.
	c.comment("# curl cannot send a body with HEAD: it is left out.\n")
	return &Request{Method: r.Method, URL: r.URL, Headers: r.Headers}
}

// A curlOption is an option of curl, with its value if it takes one.
type curlOption struct{ name, value string }

// curlOptions returns the options for all but the body, which shells hand over
// in their own ways.
func curlOptions(r *Request) []curlOption {
	var all []curlOption
	option := func(name, value string) { all = append(all, curlOption{name, value}) }
	switch {
	case r.Method == "HEAD":
		option("--head", "")
	case r.Method != "GET" || r.Body != "":
		option("--request", r.Method)
	}
	if strings.ContainsAny(r.URL, "[]{}") {
		option("--globoff", "") // else curl takes these for patterns
	}
	if hasDots(r.URL) {
		option("--path-as-is", "")
	}
	option("--url", r.URL)
	for _, h := range r.Headers {
		if h.Value == "" {
			option("--header", h.Name+";") // curl's way to send it empty
		} else {
			option("--header", h.Name+": "+h.Value)
		}
	}
	if _, typed := r.Header("Content-Type"); !typed && r.Body != "" {
		option("--header", "Content-Type:") // else curl calls the body a form
	}
	return all
}
