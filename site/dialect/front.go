package dialect

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"time"

	"mergebook/site/finding"
	"mergebook/site/nearest"
	"mergebook/site/yamlmap"
	"mergebook/wasm/slip"
)

// frontKeys is what the front matter of a page may hold. What a site adds to
// it is in Site.FrontMatter.
var frontKeys = map[string]yamlmap.Shape{
	"title":       yamlmap.Text,
	"description": yamlmap.Text,
	"url":         yamlmap.Text,
	"section":     yamlmap.Text,
	"contentType": yamlmap.Texts,
	"useCase":     yamlmap.Texts,
	"topics":      yamlmap.Texts,
	"crews":       yamlmap.Texts,
	"toc":         yamlmap.Flag,
	"v2":          yamlmap.Flag,
	"date":        yamlmap.Text,
	"variables":   yamlmap.Mapping,
	"snippets":    yamlmap.Mapping,
}

// Front is what Mergebook uses of a page's front matter. Other keys may stand
// there; they are kept in Entries for whoever knows them.
type Front struct {
	Title       string
	Description string
	URL         string // where the page shall be, below the site's root
	Section     string // under which the navigation lists the page; or ""
	Topics      []string
	Date        time.Time // when the page was news; zero for none
	NoTOC       bool      // no table of contents is wanted
	Entries     []yamlmap.Entry

	meta map[string]string // texts by their dotted name below meta, and those of variables without a prefix
	maps map[string]value  // what has no text, but is there: lists and mappings
}

// frontPlace is where the front matter of a file stands.
type frontPlace struct {
	start      int // behind a byte order mark
	begin, end int // the YAML
	next       int // behind the closing line; start where there is no front matter
	open       bool
}

func findFront(src []byte) frontPlace {
	at := frontPlace{}
	if bytes.HasPrefix(src, []byte("\xef\xbb\xbf")) {
		at.start = 3 // common in files from Windows, and harmless here
	}
	at.next = at.start
	first := lineAt(src, at.start)
	if string(bytes.TrimRight(first, " \t\r\n")) != "---" {
		return at
	}
	at.begin = at.start + len(first)
	for i := at.begin; i < len(src); {
		line := lineAt(src, i)
		if string(bytes.TrimRight(line, " \t\r\n")) == "---" {
			at.end, at.next = i, i+len(line)
			return at
		}
		i += len(line)
	}
	at.open = true
	return at
}

// readFront reads the front matter and returns the offset behind it.
func (p *Page) readFront() int {
	at := findFront(p.Source)
	if at.open {
		p.report(at.start, finding.Error, "front-matter", "the front matter is not closed; add a line of --- behind it")
	} else if at.next > at.start {
		p.front(p.Source[at.begin:at.end])
	}
	return at.next
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
		p.checkKey(e)
		p.addMeta("meta."+e.Key, e.Value)
		if e.Key == "variables" {
			for _, v := range e.Value.Map {
				p.addMeta(v.Key, v.Value)
			}
		}
	}
	for _, e := range entries {
		if e.Key == "topics" {
			p.addTopics(e.Value)
		}
		if e.Value.Kind != yamlmap.Scalar {
			continue
		}
		switch e.Key {
		case "toc":
			p.Front.NoTOC = e.Value.Text == "false"
		case "date":
			p.readDate(e.Value)
		case "title":
			p.Front.Title = p.Substitute(e.Value.Text)
		case "description":
			p.Front.Description = p.Substitute(e.Value.Text)
		case "section":
			p.Front.Section = strings.TrimSpace(p.Substitute(e.Value.Text))
		case "url":
			p.Front.URL = p.Substitute(e.Value.Text)
		}
	}
}

func (p *Page) addTopics(v yamlmap.Value) {
	for _, t := range append(v.List, v) {
		if text := strings.TrimSpace(t.Text); t.Kind == yamlmap.Scalar && text != "" && !slices.Contains(p.Front.Topics, text) {
			p.Front.Topics = append(p.Front.Topics, text)
		}
	}
}

// readDate reads a day, or a moment as RFC 3339 has it.
func (p *Page) readDate(v yamlmap.Value) {
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if t, err := time.Parse(layout, v.Text); err == nil {
			p.Front.Date = t
			return
		}
	}
	p.Findings = append(p.Findings, finding.Finding{File: p.File, Line: v.Line, Column: v.Column, Rule: "front-matter", Message: "date: " + v.Text + " is no day such as 2026-01-31"})
}

// checkKey holds an entry to the table of keys.
func (p *Page) checkKey(e yamlmap.Entry) {
	report := func(line, column int, level finding.Level, message string) *finding.Finding {
		p.Findings = append(p.Findings, finding.Finding{File: p.File, Line: line, Column: column, Level: level, Rule: "front-matter", Message: message})
		return &p.Findings[len(p.Findings)-1]
	}
	shape, known := p.site.FrontMatter[e.Key]
	if !known {
		shape, known = frontKeys[e.Key]
	}
	if known {
		if wrong, bad := shape.Check(e.Value); bad {
			if shape == yamlmap.Texts && e.Value.Kind == yamlmap.List {
				shape = yamlmap.Text // it is one of the list that is wrong
			}
			report(wrong.Line, wrong.Column, finding.Error, e.Key+": here must stand "+shape.String()+", not "+wrong.Describe())
		}
		return
	}
	keys := slices.Sorted(maps.Keys(frontKeys))
	keys = append(keys, slices.Sorted(maps.Keys(p.site.FrontMatter))...)
	if p.site.Strict {
		report(e.Line, e.Column, finding.Warning, e.Key+": no such key of front matter; site.yaml can add it: front-matter: {"+e.Key+": text}").Suggestion = nearest.Of(e.Key, keys)
		return
	}
	for _, k := range keys {
		// Other tools have keys of their own, so only a slip of the finger counts.
		if slip.Distance(strings.ToLower(k), strings.ToLower(e.Key)) <= len(k)/5 {
			report(e.Line, e.Column, finding.Warning, e.Key+": no such key of front matter").Suggestion = k
			return
		}
	}
}

// addMeta adds the texts of a value of the front matter to what variables can
// name.
func (p *Page) addMeta(name string, v yamlmap.Value) {
	if p.Front.meta == nil {
		p.Front.meta, p.Front.maps = map[string]string{}, map[string]value{}
	}
	switch v.Kind {
	case yamlmap.Scalar:
		p.Front.meta[name] = v.Text
	case yamlmap.List:
		p.Front.maps[name] = value{kind: objValue}
	case yamlmap.Map:
		p.Front.maps[name] = value{kind: objValue, fields: map[string]value{}}
	}
	for _, e := range v.Map {
		p.addMeta(name+"."+e.Key, e.Value)
	}
}
