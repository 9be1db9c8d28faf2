package check

import (
	"strings"

	"mergebook/site/book"
	"mergebook/site/dialect"
	"mergebook/site/finding"
)

// checkImage reports an image that nobody sees, or that says nothing to people
// who do not see it. One that leads nowhere is a bad link as any other.
func checkImage(p *book.Page, l *dialect.Link, t book.Target) []finding.Finding {
	var out []finding.Finding
	warn := func(message string) {
		out = append(out, p.At(l.Offset, finding.Warning, "image", shortened(l.Destination)+": "+message))
	}
	switch {
	case t.Kind == book.ToPage:
		warn("this is a page, and no image")
	case t.Kind == book.Elsewhere && !strings.HasPrefix(strings.ToLower(l.Destination), "data:"):
		warn("pages load no images from other sites; put a copy into the content folder")
	}
	if l.Silent {
		warn("this image has no text for people who do not see it; write it between the brackets, or <img alt=\"\"> where there is nothing to say")
	}
	return out
}

// shortened cuts an address that is an image itself.
func shortened(destination string) string {
	if strings.HasPrefix(strings.ToLower(destination), "data:") {
		return "data:…"
	}
	return destination
}
