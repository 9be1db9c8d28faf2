package snippet

import (
	"slices"
	"strings"

	"mergebook/wasm/har"
)

// A Request is what a language has to write.
type Request struct {
	Method  string
	URL     string     // with the query, percent-encoded, without fragment
	Headers []har.Pair // in order, with Cookie and Content-Type
	Body    string     // the exact bytes; "" for none
}

// Normalize answers what is the same for all languages.
func Normalize(h *har.Request) *Request {
	r := &Request{Method: h.Method, URL: joinQuery(withScheme(h.URL), h.QueryString)}
	for _, p := range h.Headers {
		if !ownHeader(p.Name) {
			// Blanks around a value are no part of it (RFC 9110, section 5.5).
			r.Headers = append(r.Headers, har.Pair{Name: p.Name, Value: strings.Trim(p.Value, " \t")})
		}
	}
	r.moveCredentials()
	r.dropHost()
	r.addCookies(h.Cookies)
	if h.PostData != nil {
		r.addBody(h.PostData)
	}
	return r
}

// Header returns the value of the first header of that name, in any case.
func (r *Request) Header(name string) (string, bool) {
	if p := r.find(name); p != nil {
		return p.Value, true
	}
	return "", false
}

func (r *Request) find(name string) *har.Pair {
	for i := range r.Headers {
		if strings.EqualFold(r.Headers[i].Name, name) {
			return &r.Headers[i]
		}
	}
	return nil
}

// ownHeader reports whether a client sets the header itself: those that
// describe the connection (RFC 9110, section 7.6.1), and the pseudo-headers of
// HTTP/2 that browsers export.
func ownHeader(name string) bool {
	switch strings.ToLower(name) {
	case "connection", "content-length", "expect", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade":
		return true
	}
	return strings.HasPrefix(name, ":")
}

// dropHost leaves out a Host header that says what the URL says: browsers
// export it, and some clients cannot send it. One that says something else is
// what its author wants to show.
func (r *Request) dropHost() {
	if host := r.find("Host"); host != nil && strings.EqualFold(host.Value, authority(r.URL)) {
		r.Headers = slices.DeleteFunc(r.Headers, func(p har.Pair) bool { return strings.EqualFold(p.Name, "Host") })
	}
}

// addCookies adds a Cookie header, or completes the one that is there:
// browsers export cookies in both places.
func (r *Request) addCookies(cookies []har.Pair) {
	header := r.find("Cookie")
	known := ""
	if header != nil {
		known = "; " + header.Value
	}
	added := ""
	for _, c := range cookies {
		if !strings.Contains(known, "; "+c.Name+"=") {
			added += "; " + c.Name + "=" + c.Value
		}
	}
	switch {
	case added == "":
	case header == nil:
		r.Headers = append(r.Headers, har.Pair{Name: "Cookie", Value: added[len("; "):]})
	default:
		header.Value += added
	}
}

func (r *Request) addBody(d *har.PostData) {
	mime := strings.Trim(d.MimeType, " \t")
	r.Body = d.Text
	header := r.find("Content-Type")
	if len(d.Params) > 0 {
		if header != nil {
			mime = header.Value
		}
		r.Body, mime = encodeForm(d.Params, mime)
		if header != nil {
			header.Value = mime
		}
	}
	if header == nil && mime != "" && r.Body != "" {
		r.Headers = append(r.Headers, har.Pair{Name: "Content-Type", Value: mime})
	}
}

// withScheme completes a URL that names no scheme. One that begins with a
// placeholder may yet get it from there.
func withScheme(url string) string {
	switch {
	case hostStart(url) >= 0, strings.HasPrefix(url, "${"), strings.HasPrefix(url, "{"):
		return url
	case strings.HasPrefix(url, "localhost"), strings.HasPrefix(url, "127."), strings.HasPrefix(url, "[::1]"):
		return "http://" + url
	}
	return "https://" + strings.TrimPrefix(url, "//")
}
