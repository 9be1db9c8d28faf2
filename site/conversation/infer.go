package conversation

import (
	"strings"
	"sync"

	"mergebook/site/dialect"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// infer finds the role of a fence that holds an object, by the table in the
// package's documentation.
func (r *reader) infer(i int, f *dialect.Fence, doc *jsonspan.Doc) (role dialect.Role, why string) {
	before := sync.OnceValue(func() map[string]bool { return words(lastSentence(f.Before)) })
	switch {
	case r.equalsNext(i, doc):
		return dialect.Patch, "it equals the body of the next request"
	case r.last != nil && equalsBody(r.last, doc):
		return dialect.Patch, "it equals the body of the request before"
	case onlyBody(doc):
		return dialect.Patch, "no stored profile has this null or {}"
	case r.pending != nil && r.pending.RefusedAsSaid() && !hasAttribute(doc) && !hasField(doc):
		return dialect.Ignore, "it follows a request that is refused, and is no user"
	case r.pending != nil && says(before(), resultWords) && !says(before(), beginWords):
		return dialect.Result, "the sentence before it speaks of a result"
	case r.pending != nil && r.pending.Fence.Section == f.Section && r.sharesAttribute(doc) && !says(before(), bodyWords) && !says(before(), beginWords):
		return dialect.Result, "it follows a request and is about the same user"
	case hasAttribute(doc) && hasField(doc):
		return dialect.Profile, "it has attributes of a user and metadata"
	case says(before(), bodyWords):
		return dialect.Patch, "the sentence before it speaks of what is sent"
	case hasAttribute(doc):
		return dialect.Profile, "it has an attribute of a user"
	case hasField(doc) && r.profile == nil:
		return dialect.Profile, "it is the first with metadata"
	case hasField(doc):
		return dialect.Ignore, "it has metadata only, and a profile is known"
	}
	return dialect.Ignore, "it has neither an attribute of a user nor metadata"
}

// expectsResult reports whether the page announces a result here.
func (r *reader) expectsResult(f *dialect.Fence) bool {
	return r.pending != nil && says(words(lastSentence(f.Before)), resultWords)
}

// abbreviated reports whether the author left something out, as people do with
// dots: then it is meant to be no JSON.
func abbreviated(text string) bool {
	return strings.Contains(text, "...") || strings.Contains(text, "…")
}

// equalsNext compares with the body of the next request of the page.
func (r *reader) equalsNext(i int, doc *jsonspan.Doc) bool {
	for _, f := range r.fences[i+1:] {
		if f.Language == "har" {
			return f.Request != nil && equalsBody(&Example{Request: requestOf(f)}, doc)
		}
	}
	return false
}

func equalsBody(e *Example, doc *jsonspan.Doc) bool {
	_, errs := jsonspan.Check(e.Request.Body)
	return errs == nil && jsonspan.Equal(e.Request.Body, doc.Src)
}

// onlyBody reports whether the object has metadata only, and in it what a
// profile never keeps: null for a property, or a field that is null or {}.
func onlyBody(doc *jsonspan.Doc) bool {
	found := false
	for i := range doc.Members {
		m := &doc.Members[i]
		if !merge.IsField(doc.Src, m) {
			return false
		}
		found = found || len(doc.Inner(i)) == 0
		for _, property := range doc.Inner(i) {
			found = found || jsonspan.KindOf(doc.Src, property.Value) == jsonspan.Null
		}
	}
	return found
}

// sharesAttribute reports whether the object has an attribute that the pending
// request's start has too.
func (r *reader) sharesAttribute(doc *jsonspan.Doc) bool {
	start, errs := jsonspan.Scan(r.pending.Start)
	if errs != nil {
		return false
	}
	names := jsonspan.IndexNames(start.Src, start.Members)
	for i := range doc.Members {
		if m := &doc.Members[i]; !merge.IsField(doc.Src, m) && names.Find(doc.Src, m) >= 0 {
			return true
		}
	}
	return false
}

// attributes are those that tell a user from other objects of an API.
var attributes = map[string]bool{
	"user_id": true, "email": true, "email_verified": true, "name": true, "nickname": true, "given_name": true, "family_name": true,
	"picture": true, "username": true, "phone_number": true, "phone_verified": true, "blocked": true, "identities": true,
	"last_login": true, "logins_count": true,
}

func hasAttribute(doc *jsonspan.Doc) bool {
	for i := range doc.Members {
		if attributes[jsonspan.Unquote(doc.Members[i].Name.Of(doc.Src))] {
			return true
		}
	}
	return false
}

func hasField(doc *jsonspan.Doc) bool {
	for i := range doc.Members {
		if merge.IsField(doc.Src, &doc.Members[i]) {
			return true
		}
	}
	return false
}

// What the sentence before a fence may say of it.
var (
	resultWords = []string{"now", "appear", "appears", "result", "results", "resulting", "become", "becomes", "afterwards", "updated", "looks", "ends", "leaves"}
	beginWords  = []string{"assume", "assuming", "suppose", "imagine", "initially", "another", "say"}
	bodyWords   = []string{"body", "send", "sends", "sending", "request", "payload", "pass", "clears", "call"}
)

// lastSentence returns what stands behind the last full stop but one.
func lastSentence(paragraph string) string {
	paragraph = strings.TrimRight(paragraph, ".:! ")
	return paragraph[strings.LastIndex(paragraph, ". ")+1:]
}

func words(sentence string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsFuncSeq(strings.ToLower(sentence), func(r rune) bool { return r < 'a' || r > 'z' }) {
		out[w] = true
	}
	return out
}

func says(sentence map[string]bool, any []string) bool {
	for _, w := range any {
		if sentence[w] {
			return true
		}
	}
	return false
}
