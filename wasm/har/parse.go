package har

import (
	"slices"
	"strings"

	"mergebook/wasm/jsonspan"
)

// The codes of the errors that this package adds to those of jsonspan.
const (
	CodeMissing = "har-missing" // a member that a request cannot do without
	CodeKind    = "har-kind"    // a value of the wrong kind
	CodeValue   = "har-value"   // a value that no request can carry
)

// Parse reads one request. It returns either the request or everything that
// is wrong with it, in the order of the text.
func Parse(src []byte) (*Request, jsonspan.Errors) {
	doc, errs := jsonspan.Scan(src)
	if errs != nil {
		return nil, errs
	}
	p := &parser{src: src}
	r := p.request(doc.Root)
	if p.errors != nil {
		slices.SortStableFunc(p.errors, func(a, b *jsonspan.Error) int { return a.Start - b.Start })
		return nil, p.errors
	}
	return r, nil
}

func (p *parser) request(v jsonspan.Span) *Request {
	r := &Request{}
	var method, url bool
	other := ""
	for m := range jsonspan.Members(p.src, v) {
		switch name := jsonspan.Unquote(m.Name.Of(p.src)); name {
		case "method":
			method = true
			r.Method = p.need("/method", m.Value)
			p.checkMethod(r.Method, m.Value)
		case "url":
			url = true
			r.URL = p.need("/url", m.Value)
			p.checkURL(r.URL, m.Value)
		case "httpVersion":
			r.HTTPVersion = p.text("/httpVersion", m.Value)
		case "headers":
			r.Headers = p.pairs("/headers", m.Value, p.checkHeader)
		case "queryString":
			r.QueryString = p.pairs("/queryString", m.Value, nil)
		case "cookies":
			r.Cookies = p.pairs("/cookies", m.Value, p.checkCookie)
		case "postData":
			r.PostData = p.postData(m.Value)
		case "comment":
			r.Comment = p.text("/comment", m.Value)
		case "log", "request":
			other = name
		}
	}
	if !method || !url {
		p.missing(v, method, other)
	}
	return r
}

// missing reports that the object has no method or no url. Somebody who gives
// a whole archive gets told which part of it is meant.
func (p *parser) missing(v jsonspan.Span, method bool, other string) {
	name := "url"
	if !method {
		name = "method"
	}
	hint := `Add "` + name + `" to this object.`
	switch other {
	case "log":
		hint = "This is a whole archive: give the object at /log/entries/0/request, or another entry's."
	case "request":
		hint = `Give only the object at /request.`
	}
	p.fail(CodeMissing, jsonspan.Span{Start: v.Start, End: v.Start + 1}, "", "The request has no "+name+".", hint)
}

func (p *parser) postData(v jsonspan.Span) *PostData {
	const at = "/postData"
	switch p.kind(v) {
	case jsonspan.Null:
		return nil
	case jsonspan.Object:
	default:
		p.wrongKind(at, v, "an object", `The body belongs in its member "text".`)
		return nil
	}
	d := &PostData{}
	for m := range jsonspan.Members(p.src, v) {
		switch name := jsonspan.Unquote(m.Name.Of(p.src)); {
		case strings.EqualFold(name, "mimeType"):
			d.MimeType = p.text(at+"/"+name, m.Value)
		case name == "text":
			d.Text = p.body(at+"/text", m.Value)
		case name == "params":
			d.Params = p.params(at+"/params", m.Value)
		}
	}
	if d.Text != "" {
		d.Params = nil // HAR 1.2: text and params exclude each other; text is exact
	}
	return d
}

// body reads the text of postData. An object in its place is the mistake that
// authors make most.
func (p *parser) body(at string, v jsonspan.Span) string {
	if k := p.kind(v); k == jsonspan.Object || k == jsonspan.Array {
		p.wrongKind(at, v, "a string", `Write the body as one string: "{\"name\": …}".`)
		return ""
	}
	return p.text(at, v)
}

func (p *parser) params(at string, v jsonspan.Span) []Param {
	var out []Param
	p.objects(at, v, func(at string, v jsonspan.Span) {
		var q Param
		for m := range jsonspan.Members(p.src, v) {
			switch jsonspan.Unquote(m.Name.Of(p.src)) {
			case "name":
				q.Name = p.text(at+"/name", m.Value)
			case "value":
				q.Value = p.text(at+"/value", m.Value)
			case "fileName":
				q.FileName = p.text(at+"/fileName", m.Value)
			case "contentType":
				q.ContentType = p.text(at+"/contentType", m.Value)
			}
		}
		out = append(out, q)
	})
	return out
}
