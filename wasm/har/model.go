package har

// A Request is one HTTP request. Absent strings are "" and absent lists nil.
type Request struct {
	Method      string // as written: "PATCH"
	URL         string // as written, placeholders and query included
	HTTPVersion string // "HTTP/1.1"
	Headers     []Pair // in order, duplicates kept
	QueryString []Pair // not yet part of URL
	Cookies     []Pair
	PostData    *PostData // nil when the request has no body
	Comment     string
}

// A Pair is a name with a value: a header, a query parameter or a cookie.
type Pair struct{ Name, Value string }

// PostData is the body of a request.
type PostData struct {
	MimeType string  // "application/json"; "" when the author gave none
	Text     string  // the body's exact bytes, if Params is empty
	Params   []Param // the fields of a form
}

// A Param is one field of a form, or one file of it.
type Param struct {
	Name, Value string
	FileName    string // of a file part, else ""
	ContentType string // of a file part, else ""
}

// Map returns a copy of r with f applied to every string that is sent: the
// place to fill in placeholders. The method is not changed.
func (r *Request) Map(f func(string) string) *Request {
	c := *r
	c.URL = f(r.URL)
	c.Headers = mapPairs(r.Headers, f)
	c.QueryString = mapPairs(r.QueryString, f)
	c.Cookies = mapPairs(r.Cookies, f)
	if r.PostData != nil {
		p := PostData{MimeType: f(r.PostData.MimeType), Text: f(r.PostData.Text)}
		for _, q := range r.PostData.Params {
			p.Params = append(p.Params, Param{f(q.Name), f(q.Value), f(q.FileName), f(q.ContentType)})
		}
		c.PostData = &p
	}
	return &c
}

func mapPairs(pairs []Pair, f func(string) string) []Pair {
	var out []Pair
	for _, p := range pairs {
		out = append(out, Pair{f(p.Name), f(p.Value)})
	}
	return out
}
