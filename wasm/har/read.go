package har

import (
	"strconv"

	"mergebook/wasm/jsonspan"
)

// A parser reads the values of a checked text and collects what is wrong.
type parser struct {
	src    []byte
	errors jsonspan.Errors
}

func (p *parser) kind(v jsonspan.Span) jsonspan.Kind { return jsonspan.KindOf(p.src, v) }

func (p *parser) fail(code string, v jsonspan.Span, at, message, hint string) {
	p.errors = append(p.errors, &jsonspan.Error{Code: code, Start: int(v.Start), End: int(v.End), First: -1, Pointer: at, Message: message, Hint: hint})
}

func (p *parser) wrongKind(at string, v jsonspan.Span, want, hint string) {
	p.fail(CodeKind, v, at, "Here must stand "+want+", not "+p.kind(v).String()+".", hint)
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
	if p.kind(v) != jsonspan.String {
		hint := ""
		if k := p.kind(v); k == jsonspan.Number || k == jsonspan.True || k == jsonspan.False {
			hint = "Put it in double quotes."
		}
		p.wrongKind(at, v, "a string", hint)
		return ""
	}
	return jsonspan.Unquote(v.Of(p.src))
}

// objects calls f for each element of an array of objects.
func (p *parser) objects(at string, v jsonspan.Span, f func(at string, v jsonspan.Span)) {
	switch p.kind(v) {
	case jsonspan.Null:
		return
	case jsonspan.Array:
	default:
		p.wrongKind(at, v, "an array", `It lists objects: [{"name": …, "value": …}].`)
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

// pairs reads an array of names and values. The check, if there is one, sees
// each pair with the spans of both.
func (p *parser) pairs(at string, v jsonspan.Span, check func(at string, pair Pair, name, value jsonspan.Span)) []Pair {
	var out []Pair
	p.objects(at, v, func(at string, v jsonspan.Span) {
		var pair Pair
		name, value := jsonspan.Span{Start: v.Start, End: v.Start + 1}, v
		before := len(p.errors)
		for m := range jsonspan.Members(p.src, v) {
			switch jsonspan.Unquote(m.Name.Of(p.src)) {
			case "name":
				pair.Name, name = p.need(at+"/name", m.Value), m.Value
			case "value":
				pair.Value, value = p.text(at+"/value", m.Value), m.Value
			}
		}
		switch {
		case len(p.errors) > before:
		case pair.Name == "":
			p.fail(CodeMissing, name, at, "This one has no name.", `Add "name".`)
		case check != nil:
			check(at, pair, name, value)
		}
		out = append(out, pair)
	})
	return out
}
