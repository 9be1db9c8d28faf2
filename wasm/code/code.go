// Package code answers the page's question how the request that sends a body is
// written as code. It stands beside package play, for what play imports is in
// the engine, and the languages would make that an eighth larger for everybody.
//
// [Snippets] has the JSON form
//
//	{"ok": true, "snippets": [{"language": "curl", "label": "cURL",
//	                           "pieces": [{"kind": "k", "slot": "", "encoded": false, "text": TEXT}]}]}
//
// with the kinds and slots of package snippet.
package code

import (
	"strconv"

	"mergebook/wasm/har"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/snippet"
)

// Snippets returns the JSON form of the request that sends a body, as code in
// all languages.
func Snippets(body []byte) []byte {
	r := snippet.FindSlots(snippet.Normalize(&har.Request{
		Method: "PATCH",
		URL:    "https://YOUR_DOMAIN/api/v2/users/USER_ID",
		Headers: []har.Pair{
			{Name: "Authorization", Value: "Bearer YOUR_ACCESS_TOKEN"},
			{Name: "Content-Type", Value: "application/json"},
		},
		PostData: &har.PostData{MimeType: "application/json", Text: string(body)},
	}))
	dst := []byte(`{"ok":true,"snippets":[`)
	for i, l := range snippet.Languages() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = jsonspan.AppendQuote(append(dst, `{"language":`...), l.ID)
		dst = jsonspan.AppendQuote(append(dst, `,"label":`...), l.Label)
		dst = append(dst, `,"pieces":[`...)
		first := true
		for p := range r.Pieces(l) {
			if !first {
				dst = append(dst, ',')
			}
			first = false
			dst = appendPiece(dst, p)
		}
		dst = append(dst, `]}`...)
	}
	return append(dst, `]}`...)
}

func appendPiece(dst []byte, p snippet.Piece) []byte {
	dst = jsonspan.AppendQuote(append(dst, `{"kind":`...), string(p.Kind))
	dst = jsonspan.AppendQuote(append(dst, `,"slot":`...), string(p.Slot))
	dst = strconv.AppendBool(append(dst, `,"encoded":`...), p.Encoded)
	dst = jsonspan.AppendQuote(append(dst, `,"text":`...), p.Text)
	return append(dst, '}')
}
