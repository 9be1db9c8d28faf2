package check

import (
	"strings"

	"mergebook/site/book"
	"mergebook/site/conversation"
	"mergebook/site/dialect"
	"mergebook/site/finding"
)

// checkMedia reports a request that says of its body that it is of two types.
func checkMedia(p *book.Page, e *conversation.Example) []finding.Finding {
	d := e.Fence.Request.PostData
	if e.Fence.Role == dialect.Ignore || d == nil || d.MimeType == "" {
		return nil
	}
	for _, h := range e.Fence.Request.Headers {
		if !strings.EqualFold(h.Name, "Content-Type") || mediaType(h.Value) == mediaType(d.MimeType) {
			continue
		}
		f := p.At(bodyOffset(e, "mimeType"), finding.Warning, "har", "mimeType is "+d.MimeType+", and the header Content-Type is "+h.Value+": the header is what is sent")
		f.Suggestion = h.Value
		return []finding.Finding{f}
	}
	return nil
}

// mediaType returns the type without its parameters, such as charset (RFC 9110,
// section 8.3.1).
func mediaType(s string) string {
	s, _, _ = strings.Cut(s, ";")
	return strings.ToLower(strings.TrimSpace(s))
}
