package dialect

import (
	"bytes"

	"mergebook/site/finding"
	"mergebook/site/yamlmap"
)

// Front is what Mergebook uses of a page's front matter. Other keys may stand
// there; they are kept in Entries for whoever knows them.
type Front struct {
	Title       string
	Description string
	URL         string // where the page shall be, below the site's root
	Entries     []yamlmap.Entry
}

// readFront reads the front matter and returns the offset behind it.
func (p *Page) readFront() int {
	src := p.Source
	start := 0
	if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		start = 3 // common in files from Windows, and harmless here
	}
	first := lineAt(src, start)
	if string(bytes.TrimRight(first, " \t\r\n")) != "---" {
		return start
	}
	begin := start + len(first)
	for at := begin; at < len(src); {
		line := lineAt(src, at)
		if string(bytes.TrimRight(line, " \t\r\n")) == "---" {
			p.front(src[begin:at])
			return at + len(line)
		}
		at += len(line)
	}
	p.report(start, finding.Error, "front-matter", "the front matter is not closed; add a line of --- behind it")
	return start
}

func lineAt(src []byte, i int) []byte {
	if end := bytes.IndexByte(src[i:], '\n'); end >= 0 {
		return src[i : i+end+1]
	}
	return src[i:]
}

func (p *Page) front(text []byte) {
	entries, findings := yamlmap.Parse(yamlmap.Source{File: p.File, Text: text, Line: 1})
	p.Findings = append(p.Findings, findings...)
	p.Front.Entries = entries
	for _, e := range entries {
		var target *string
		switch e.Key {
		case "title":
			target = &p.Front.Title
		case "description":
			target = &p.Front.Description
		case "url":
			target = &p.Front.URL
		default:
			continue
		}
		if e.Value.Kind == yamlmap.Scalar {
			*target = p.Substitute(e.Value.Text)
		} else if e.Value.Kind != yamlmap.Null {
			p.Findings = append(p.Findings, finding.Finding{File: p.File, Line: e.Value.Line, Column: e.Value.Column, Rule: "front-matter",
				Message: e.Key + ": here must stand a text, not " + e.Value.Kind.String()})
		}
	}
}
