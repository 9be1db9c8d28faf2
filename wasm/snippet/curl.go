package snippet

import "strings"

var curl = Language{ID: "curl", Label: "cURL", Lexer: "bash", Write: writeCurl}

// writeCurl writes one command for a POSIX shell.
func writeCurl(r *Request) string {
	var b strings.Builder
	pipe := r.Body != "" && !fitsArgument(r.Body)
	if pipe {
		b.WriteString("printf " + printfQuote(r.Body) + " | ")
	}
	b.WriteString("curl")
	option := func(parts ...string) { b.WriteString(" \\\n  " + strings.Join(parts, " ")) }
	switch {
	case r.Method == "HEAD" && r.Body == "":
		option("--head")
	case r.Method != "GET" || r.Body != "":
		option("--request", shellQuote(r.Method))
	}
	if strings.ContainsAny(r.URL, "[]{}") {
		option("--globoff") // else curl takes these for patterns
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
	b.WriteByte('\n')
	return b.String()
}
