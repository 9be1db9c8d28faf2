// Package escape writes texts into HTML. It escapes what html/template does,
// and allocates nothing: a page of examples has a thousand pieces of text.
package escape

import "bytes"

// escapes has what stands for a character in text and in quoted attributes. NUL
// is none in HTML (HTML standard, section 13.2.2), as html/template has it.
var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", 0: "\ufffd"}

// Text writes a text, for between tags and for quoted attributes.
func Text(b *bytes.Buffer, text string) {
	done := 0
	for i := range len(text) {
		if e := escapes[text[i]]; e != "" {
			b.WriteString(text[done:i])
			b.WriteString(e)
			done = i + 1
		}
	}
	b.WriteString(text[done:])
}
