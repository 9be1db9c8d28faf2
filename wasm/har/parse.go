package har

import (
	"slices"

	"mergebook/wasm/jsonspan"
)

// The codes of the errors that this package adds to those of jsonspan.
const (
	CodeMissing = "har-missing" // a member that a request cannot do without
	CodeName    = "har-name"    // a member whose name is misspelt
	CodeKind    = "har-kind"    // a value of the wrong kind
	CodeValue   = "har-value"   // a value that no request can carry
)

// Parse reads one request. It returns either the request or everything that
// is wrong with it, in the order of the text.
func Parse(src []byte) (*Request, jsonspan.Errors) {
	doc, errs := jsonspan.Scan(src)
	if errs != nil {
		return nil, oneRequest(src, errs)
	}
	p := &parser{src: src}
	r := &Request{}
	if v, ok := p.locate(doc.Root); ok {
		r = p.request(v)
	}
	if p.errors != nil {
		slices.SortStableFunc(p.errors, func(a, b *jsonspan.Error) int { return a.Start - b.Start })
		return nil, p.errors
	}
	return r, nil
}

var requestNames = []string{"method", "url", "httpVersion", "headers", "queryString", "cookies", "postData", "comment", "headersSize", "bodySize"}

func (p *parser) request(v jsonspan.Span) *Request {
	r := &Request{}
	var b body
	had := map[string]bool{}
	for m := range jsonspan.Members(p.src, v) {
		name := jsonspan.Unquote(m.Name.Of(p.src))
		switch name {
		case "method":
			r.Method = p.need("/method", m.Value)
			p.checkMethod(r.Method, m.Value)
		case "url":
			r.URL = p.need("/url", m.Value)
			p.checkURL(r.URL, m.Value)
		case "httpVersion":
			r.HTTPVersion = p.text("/httpVersion", m.Value)
		case "headers":
			r.Headers = p.pairs("/headers", m.Value, true, p.checkHeader)
		case "queryString":
			r.QueryString = p.pairs("/queryString", m.Value, false, nil)
		case "cookies":
			r.Cookies = p.pairs("/cookies", m.Value, true, p.checkCookie)
		case "postData":
			r.PostData = p.postData(m.Value, &b)
		case "comment":
			r.Comment = p.text("/comment", m.Value)
		default:
			name = p.misspelt("", m.Name, requestNames)
		}
		had[name] = true
	}
	for _, name := range []string{"method", "url"} {
		if !had[name] {
			p.fail(CodeMissing, jsonspan.Span{Start: v.Start, End: v.Start + 1}, "", "The request has no "+name+".", `Add "`+name+`" to this object.`)
			break
		}
	}
	if r.PostData != nil {
		p.checkBody(r, b)
	}
	return r
}
