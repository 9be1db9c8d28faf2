package har

import (
	"strconv"
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
)

// A parser reads the values of a checked text and collects what is wrong.
type parser struct {
	src    []byte
	base   string // the JSON Pointer of the request
	errors jsonspan.Errors
}

func (p *parser) kind(v jsonspan.Span) jsonspan.Kind { return jsonspan.KindOf(p.src, v) }

// fail adds an error; at is a pointer from the request on.
func (p *parser) fail(code string, v jsonspan.Span, at, message, hint string) {
	p.errors = append(p.errors, &jsonspan.Error{Code: code, Start: int(v.Start), End: int(v.End), First: -1, Pointer: p.base + at, Message: message, Hint: hint})
}

func (p *parser) wrongKind(at string, v jsonspan.Span, want, hint string) {
	p.fail(CodeKind, v, at, "Here must stand "+want+", not "+p.kind(v).String()+".", hint)
}

// maxFound is the longest text, in bytes, that a message repeats.
const maxFound = 60

// found returns what stands there, as the author wrote it, for a message.
func (p *parser) found(v jsonspan.Span) string {
	text := v.Of(p.src)
	if len(text) <= maxFound {
		return string(text)
	}
	end := maxFound
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return string(text[:end]) + "…"
}

// asString returns how a value is written as a string: in full where that is
// short enough to read, else how it begins.
func (p *parser) asString(v jsonspan.Span) string {
	if p.kind(v) == jsonspan.String {
		return p.found(v)
	}
	if v.Len() <= maxFound {
		return string(jsonspan.AppendQuote(nil, string(v.Of(p.src))))
	}
	return `"{\"name\": …}"`
}

// text reads a string that may be left out: null counts as "".
func (p *parser) text(at string, v jsonspan.Span) string {
	if p.kind(v) == jsonspan.Null {
		return ""
	}
	return p.need(at, v)
}

// need reads a string.
func (p *parser) need(at string, v jsonspan.Span) string {
	switch p.kind(v) {
	case jsonspan.String:
		return jsonspan.Unquote(v.Of(p.src))
	case jsonspan.Number, jsonspan.True, jsonspan.False:
		p.wrongKind(at, v, "a string", "Put it in double quotes.")
	default:
		p.wrongKind(at, v, "a string", "Write a text in double quotes.")
	}
	return ""
}

// objects calls f for each element of an array of objects.
func (p *parser) objects(at string, v jsonspan.Span, f func(at string, v jsonspan.Span)) {
	switch p.kind(v) {
	case jsonspan.Null:
		return
	case jsonspan.Array:
	default:
		p.wrongKind(at, v, "an array", p.listHint(at, v))
		return
	}
	i := 0
	for e := range jsonspan.Elements(p.src, v) {
		each := at + "/" + strconv.Itoa(i)
		i++
		if p.kind(e) != jsonspan.Object {
			p.wrongKind(each, e, "an object", `Write {"name": …, "value": …}.`)
			continue
		}
		f(each, e)
	}
}

// listHint says how what an author wrote in place of a list is written as one.
func (p *parser) listHint(at string, v jsonspan.Span) string {
	if p.kind(v) == jsonspan.Object {
		for m := range jsonspan.Members(p.src, v) {
			if p.kind(m.Value) == jsonspan.String {
				return `Write [{"name": ` + p.found(m.Name) + `, "value": ` + p.found(m.Value) + `}].`
			}
			break
		}
	}
	if at == "/queryString" {
		return `Write [{"name": …, "value": …}], or write it behind a ? in the url.`
	}
	return `Write [{"name": …, "value": …}].`
}

// What the objects of lists have; HAR 1.2 gives cookies more than others.
var (
	pairNames   = []string{"name", "value", "comment"}
	cookieNames = []string{"name", "value", "comment", "path", "domain", "expires", "httpOnly", "secure"}
	paramNames  = []string{"name", "value", "comment", "fileName", "contentType"}
)

// pairs reads an array of names and values. A name that is missing is an error,
// and so is an empty one where named says so. The check, if there is one, sees
// each pair with the spans of both.
func (p *parser) pairs(at string, v jsonspan.Span, named bool, check func(at string, pair Pair, name, value jsonspan.Span)) []Pair {
	known := pairNames
	if at == "/cookies" {
		known = cookieNames
	}
	var out []Pair
	p.objects(at, v, func(at string, v jsonspan.Span) {
		var pair Pair
		var name jsonspan.Span
		value := v
		before := len(p.errors)
		for m := range jsonspan.Members(p.src, v) {
			switch jsonspan.Unquote(m.Name.Of(p.src)) {
			case "name":
				pair.Name, name = p.need(at+"/name", m.Value), m.Value
			case "value":
				pair.Value, value = p.text(at+"/value", m.Value), m.Value
			default:
				p.misspelt(at, m.Name, known)
			}
		}
		switch {
		case len(p.errors) > before:
		case name.End == 0:
			p.noName(at, v)
		case pair.Name == "" && named:
			p.fail(CodeMissing, name, at+"/name", "The name is empty.", "Write a name here, or leave this object out.")
		case check != nil:
			check(at, pair, name, value)
		}
		out = append(out, pair)
	})
	return out
}

// noName reports an object of a list that has no name.
func (p *parser) noName(at string, v jsonspan.Span) {
	p.fail(CodeMissing, jsonspan.Span{Start: v.Start, End: v.Start + 1}, at, "This one has no name.", `Write {"name": …, "value": …}.`)
}
