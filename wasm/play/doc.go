// Package play is what the page asks the engine: one function a question,
// whose answer is data and has a JSON form. It runs natively as well, so the
// generator prerenders what the page will show.
//
// # Answers
//
// Every JSON form below is one object. Spans are [start, end] in UTF-16 units
// of the text that they are about, as browsers count; null where there is
// none. "version" grows when a member changes its meaning.
//
// [Apply] merges a body into a profile:
//
//	{"version": 1, "ok": true, "result": TEXT,
//	 "counts": {"added": N, …one for each op…, "lost": N},
//	 "steps": [{"op": "replaced", "rule": 3, "pointer": POINTER, "text": SENTENCE,
//	            "field": SPAN, "name": SPAN,                      in the body
//	            "before": SPAN, "after": SPAN, "result": SPAN,    in profile, body and result
//	            "lost": [{"pointer": POINTER, "name": SPAN, "before": SPAN}]}],   in the profile
//	 "warnings": [{"code": "nested-loss", "step": N, "pointer": POINTER, "span": SPAN, "text": SENTENCE,
//	               "action": TEXT,                               what the fix does, or null
//	               "fix": [{"span": SPAN, "text": TEXT}]}]}      edits of the body, or null
//
// or, when a text is bad,
//
//	{"version": 1, "ok": false,
//	 "errors": [{"input": "profile", "code": "trailing-comma", "span": SPAN, "line": N, "column": N,
//	             "pointer": POINTER, "text": SENTENCE, "hint": SENTENCE, "first": {"line": N, "column": N}}]}
//
// The ops are those of package merge, the codes those of jsonspan, merge and
// explain, the kinds those below. Pointers are JSON Pointers (RFC 6901).
//
// [Inverse] finds the body, or the two to be sent one after the other, that
// make a goal of the profile:
//
//	{"version": 1, "ok": true, "bodies": [TEXT]}
//
// or, when none do,
//
//	{"version": 1, "ok": false,
//	 "obstacles": [{"code": "null-property", "pointer": POINTER, "profile": SPAN, "goal": SPAN, "text": SENTENCE}]}
//
// or the errors as above, with "goal" for "body" as input.
//
// [Compare] says what JSON merge patch (RFC 7396) makes of the same two texts,
// and where that differs from the result of Apply, "ours":
//
//	{"version": 1, "ok": true, "theirs": TEXT, "tooMany": false,
//	 "differences": [{"kind": "only-theirs", "rule": 3, "step": N, "pointer": POINTER,
//	                  "ours": TEXT, "theirs": TEXT}]}            values as they are written, null for none
//
// or the errors as above. The rule is the one of ours that is the reason, the
// step counts those of Apply. "tooMany" says that the pointers would be longer
// than a page can show, and that none is given.
//
// [Diff] says where a profile is not the one that it should be:
//
//	{"version": 1, "ok": true, "tooMany": false, "differences": [{"kind": "missing", "pointer": POINTER}]}
//
// or the errors as above, with "goal" for "body" as input.
//
// [Run] answers an HTTP request as the API would:
//
//	{"version": 1, "status": 200, "reason": "OK", "response": TEXT, "outcome": …as above…}
//
// [Format] lays a text out, with each member on a line of its own:
//
//	{"ok": true, "text": TEXT}
//
// or the errors as above, with "" as input; none where the layout would be too
// long to be of use.
//
// [Share] and [Open] turn a profile and a body, with the bodies that were sent
// before, into the fragment of a link and back:
//
//	{"ok": true, "fragment": TEXT}
//	{"ok": true, "profile": TEXT, "sent": [TEXT], "body": TEXT}
//	{"ok": false, "code": "cut", "text": SENTENCE, "hint": SENTENCE}
package play
