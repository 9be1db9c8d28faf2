package templates

import (
	"bytes"
	"encoding/json"
	"strings"

	"mergebook/site/escape"
)

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
	escape.Text(b, to)
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
		escape.Text(b, t.Title)
		b.WriteString("</a> ")
	}
	return nil
}

func writeTOC(b *bytes.Buffer, list []Heading) error {
	for _, h := range list {
		b.WriteString("\n" + `<li><a href="#`)
		escape.Text(b, h.ID)
		b.WriteString(`">`)
		escape.Text(b, h.Text)
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
