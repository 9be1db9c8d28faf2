package har

import (
	"slices"
	"strings"

	"mergebook/wasm/jsonspan"
)

// A body is where the parts of postData stand, for what can be checked only
// when the headers are known.
type body struct {
	mimeType, params jsonspan.Span
	bad              bool // there are errors already
}

var bodyNames = []string{"mimeType", "text", "params", "comment"}

func (p *parser) postData(v jsonspan.Span, b *body) *PostData {
	const at = "/postData"
	switch p.kind(v) {
	case jsonspan.Null:
		return nil
	case jsonspan.Object:
	default:
		p.wrongKind(at, v, "an object", `Write {"text": `+p.asString(v)+`}.`)
		return nil
	}
	d := &PostData{}
	before := len(p.errors)
	empty, filled := true, false
	for m := range jsonspan.Members(p.src, v) {
		name := jsonspan.Unquote(m.Name.Of(p.src))
		switch {
		case strings.EqualFold(name, "mimeType"):
			at := at + string(jsonspan.AppendPointer(nil, name))
			if b.mimeType.End > 0 {
				p.fail(CodeName, m.Name, at, "The media type stands twice.", "Only one of the two can count: remove the other.")
			}
			d.MimeType, b.mimeType = p.text(at, m.Value), m.Value
			p.checkLine(at, d.MimeType, m.Value)
			empty = empty && d.MimeType == ""
		case name == "text":
			filled = true
			d.Text = p.body(at+"/text", m.Value)
		case name == "params":
			filled = true
			d.Params, b.params = p.params(at+"/params", m.Value), m.Value
		case name == "comment" || strings.HasPrefix(name, "_"):
		default:
			empty = false
			filled = p.misspelt(at, m.Name, bodyNames) != "" || filled
		}
	}
	if !filled && !empty {
		p.fail(CodeMissing, jsonspan.Span{Start: v.Start, End: v.Start + 1}, at, "This body has neither text nor params.", p.textHint(v, b))
	}
	b.bad = len(p.errors) > before
	return d
}

// textHint says how a body gets its text. An object that says no media type
// is taken for the JSON of the body itself.
func (p *parser) textHint(v jsonspan.Span, b *body) string {
	if b.mimeType.End > 0 {
		return `Add "text", or leave postData out when there is no body.`
	}
	return `Write it as one string: {"mimeType": "application/json", "text": ` + p.asString(v) + `}.`
}

// body reads the text of postData. An object in its place is the mistake that
// authors make most.
func (p *parser) body(at string, v jsonspan.Span) string {
	if k := p.kind(v); k == jsonspan.Object || k == jsonspan.Array {
		p.wrongKind(at, v, "a string", "Write the body as one string: "+p.asString(v)+".")
		return ""
	}
	return p.text(at, v)
}

func (p *parser) params(at string, v jsonspan.Span) []Param {
	var out []Param
	p.objects(at, v, func(at string, v jsonspan.Span) {
		var q Param
		named := false
		for m := range jsonspan.Members(p.src, v) {
			switch name := jsonspan.Unquote(m.Name.Of(p.src)); name {
			case "name":
				named = true
				q.Name = p.need(at+"/name", m.Value)
			case "value":
				q.Value = p.text(at+"/value", m.Value)
			case "fileName":
				q.FileName = p.text(at+"/fileName", m.Value)
			case "contentType":
				q.ContentType = p.text(at+"/contentType", m.Value)
				p.checkLine(at+"/contentType", q.ContentType, m.Value)
			default:
				named = p.misspelt(at, m.Name, paramNames) == "name" || named
			}
		}
		if !named {
			p.noName(at, v)
		}
		out = append(out, q)
	})
	return out
}

// checkBody holds the parts of postData to each other and to the headers. HAR
// 1.2 has text and params exclude each other, but browsers export both, and
// then text is exact. Where they say different things, one of them is wrong.
func (p *parser) checkBody(r *Request, b body) {
	d := r.PostData
	if len(d.Params) == 0 || b.bad {
		return
	}
	fail := func(message, hint string) { p.fail(CodeValue, b.params, "/postData/params", message, hint) }
	media := r.mediaType()
	form := media == "" || media == urlencoded || media == multipart
	switch {
	case !form && d.Text != "":
		fail("A body of "+media+" has no params.", `Remove "params": "text" is the body.`)
	case !form:
		fail("A body of "+media+" has no params.", `Write the body as one string in "text". Forms are `+urlencoded+" or "+multipart+".")
	case d.Text != "" && !agree(media, d):
		fail("The body has text and params, and they differ.", "Only one of the two can be sent: remove the other.")
	case d.Text == "" && media != multipart && slices.ContainsFunc(d.Params, func(q Param) bool { return q.FileName != "" }):
		fail("Only a form of "+multipart+" can have files.", `Write "mimeType": "`+multipart+`".`)
	}
	if d.Text != "" {
		d.Params = nil
	}
}

// The media types of forms.
const (
	urlencoded = "application/x-www-form-urlencoded"
	multipart  = "multipart/form-data"
)

// mediaType returns the type of the body in lower case, without parameters.
// The header is what is sent.
func (r *Request) mediaType() string {
	mime := r.PostData.MimeType
	for _, h := range r.Headers {
		if strings.EqualFold(h.Name, "Content-Type") {
			mime = h.Value
			break
		}
	}
	mime, _, _ = strings.Cut(mime, ";")
	return strings.ToLower(strings.TrimSpace(mime))
}

// agree reports whether the text of a form can be that of its params, which
// browsers export as they are or percent-encoded.
func agree(media string, d *PostData) bool {
	if media == multipart {
		rest := d.Text
		for _, q := range d.Params {
			_, after, found := strings.Cut(rest, q.Value)
			if !found {
				return false
			}
			rest = after
		}
		return true
	}
	fields := strings.Split(d.Text, "&")
	if len(fields) != len(d.Params) {
		return false
	}
	for i, f := range fields {
		name, value, _ := strings.Cut(f, "=")
		if q := d.Params[i]; name != q.Name && Unescape(name) != q.Name || value != q.Value && Unescape(value) != q.Value {
			return false
		}
	}
	return true
}
