package templates

import (
	"bytes"
	"encoding/json"
	"strings"
)

// escapes has what stands for a character in text and in quoted attributes.
var escapes = [256]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", 0: "\ufffd"}

// writeText writes a text, for between tags and for quoted attributes.
func writeText(b *bytes.Buffer, text string) {
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

// writeAddress writes an address for a quoted attribute; one whose scheme might
// run a script becomes one that leads nowhere.
func writeAddress(b *bytes.Buffer, to string) {
	if i := strings.IndexAny(to, ":/?#"); i >= 0 && to[i] == ':' {
		switch strings.ToLower(to[:i]) {
		case "http", "https", "mailto":
		default:
			to = "about:invalid"
		}
	}
	writeText(b, to)
}

// writeLD writes JSON that can stand in a script element: encoding/json escapes
// what could end it.
func writeLD(b *bytes.Buffer, p *Page) error {
	text, err := json.Marshal(p.LD)
	b.Write(text)
	return err
}

func (p *Page) writeTopics(b *bytes.Buffer) error {
	for _, t := range p.Topics {
		b.WriteString(`<a href="`)
		writeAddress(b, t.URL)
		b.WriteString(`">`)
		writeText(b, t.Title)
		b.WriteString("</a> ")
	}
	return nil
}

func writeTOC(b *bytes.Buffer, list []Heading) error {
	for _, h := range list {
		b.WriteString("\n" + `<li><a href="#`)
		writeText(b, h.ID)
		b.WriteString(`">`)
		writeText(b, h.Text)
		b.WriteString("</a>")
		if len(h.Children) > 0 {
			b.WriteString("<ul>")
			writeTOC(b, h.Children)
			b.WriteString("</ul>")
		}
		b.WriteString("</li>")
	}
	return nil
}
