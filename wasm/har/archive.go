package har

import (
	"strconv"

	"mergebook/wasm/jsonspan"
)

// locate returns the request that the text is about: itself, that of an entry,
// or that of the only entry of an archive. Which one of several is meant,
// nobody can know.
func (p *parser) locate(root jsonspan.Span) (request jsonspan.Span, ok bool) {
	var log, entry jsonspan.Span
	for m := range jsonspan.Members(p.src, root) {
		switch jsonspan.Unquote(m.Name.Of(p.src)) {
		case "method", "url":
			return root, true // what else it has are members of other names
		case "log":
			log = m.Value
		case "request":
			entry = m.Value
		}
	}
	switch {
	case entry.End > 0:
		return p.inEntry("/request", entry)
	case log.End > 0:
		return p.inLog(log)
	}
	return root, true
}

func (p *parser) inLog(log jsonspan.Span) (request jsonspan.Span, ok bool) {
	list, ok := p.member("/log", log, "entries")
	if !ok {
		return list, false
	}
	if p.kind(list) != jsonspan.Array {
		p.wrongKind("/log/entries", list, "an array", "Give the request alone: the object at /log/entries/0/request of an archive.")
		return list, false
	}
	var entries []jsonspan.Span
	for e := range jsonspan.Elements(p.src, list) {
		entries = append(entries, e)
	}
	if n := len(entries); n != 1 {
		p.fail(CodeMissing, jsonspan.Span{Start: list.Start, End: list.Start + 1}, "/log/entries", "One request is wanted, and this archive has "+strconv.Itoa(n)+".", "Give the request alone: the object at /log/entries/0/request, or another entry's.")
		return list, false
	}
	v, ok := p.member("/log/entries/0", entries[0], "request")
	if !ok {
		return v, false
	}
	return p.inEntry("/log/entries/0/request", v)
}

// inEntry goes on at the request of an entry.
func (p *parser) inEntry(at string, v jsonspan.Span) (request jsonspan.Span, ok bool) {
	if p.kind(v) != jsonspan.Object {
		p.wrongKind(at, v, "an object", `Write {"method": …, "url": …}.`)
		return v, false
	}
	p.base = at
	return v, true
}

// member returns the value of a member that must be there.
func (p *parser) member(at string, v jsonspan.Span, name string) (value jsonspan.Span, ok bool) {
	if p.kind(v) != jsonspan.Object {
		p.wrongKind(at, v, "an object", `It has a member "`+name+`".`)
		return v, false
	}
	for m := range jsonspan.Members(p.src, v) {
		if m.NameIs(p.src, name) {
			return m.Value, true
		}
	}
	p.fail(CodeMissing, jsonspan.Span{Start: v.Start, End: v.Start + 1}, at, "This object has no "+name+".", `Give the request alone: an object that has "method" and "url".`)
	return v, false
}

// oneRequest makes the error about a text that is a list say what is wanted.
func oneRequest(src []byte, errs jsonspan.Errors) jsonspan.Errors {
	if e := errs[0]; e.Code == jsonspan.CodeNotObject && e.Start < len(src) && src[e.Start] == '[' {
		e.Message = "One request must stand here, not a list."
		e.Hint = `Give one object of it: {"method": …, "url": …}.`
	}
	return errs
}
