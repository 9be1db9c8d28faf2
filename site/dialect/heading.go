package dialect

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"mergebook/site/finding"
)

// A Heading is a heading of the page.
type Heading struct {
	ID, Text string
	Level    int // 1 to 6
	Offset   int // of its text
}

// addHeading gives a heading its id and lists it. It reports whether that is the
// page's title. Any other heading of level 1 becomes one of level 2.
func (p *Page) addHeading(n *ast.Heading) (title bool) {
	h := Heading{Text: p.plainText(n), Level: n.Level, Offset: n.Pos()}
	if n.Lines().Len() > 0 {
		h.Offset = n.Lines().At(0).Start
	}
	h.ID = p.takeID(p.site.Anchors.id(h.Text))
	n.SetAttributeString("id", []byte(h.ID))
	if h.Level == 1 {
		if title = p.isTitle(n, h.Text); title {
			p.Title, p.TitleID = h.Text, h.ID
		} else {
			h.Level, n.Level = 2, 2
			p.reportDemoted(h.Offset)
		}
	}
	p.Headings = append(p.Headings, h)
	return title
}

// reportDemoted tells of a heading that is of the title's level.
func (p *Page) reportDemoted(at int) {
	p.report(at, finding.Warning, "heading", "this heading is shown at level 2: a page has one of level 1, its title")
}

// Anchors is a rule by which headings get their ids.
type Anchors string

// The rules, by the words that site.yaml has for them; "" is Hyphens.
const (
	Hyphens Anchors = "hyphens" // each run of anything but letters and digits is one hyphen
	GitHub  Anchors = "github"  // spaces are hyphens, and what is no letter, digit, - or _ goes
)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// id makes the id of a heading, without a number behind it.
func (a Anchors) id(text string) string {
	var b strings.Builder
	word := false
	for _, r := range strings.ToLower(text) {
		last := word
		word = isWordRune(r)
		switch {
		case word, a == GitHub && (r == '-' || r == '_'):
			b.WriteRune(r)
		case a == GitHub && r == ' ':
			b.WriteByte('-')
		case a != GitHub && (last || b.Len() == 0):
			b.WriteByte('-')
		}
	}
	if id := b.String(); strings.Trim(id, "-") != "" {
		return id
	}
	return "section"
}

// takeID makes an id unique in the page, with a number behind it.
func (p *Page) takeID(base string) string {
	id, n := base, p.ids[base]
	for _, taken := p.ids[id]; taken; _, taken = p.ids[id] {
		n++
		if p.site.Anchors == GitHub {
			id = base + "-" + strconv.Itoa(n)
		} else {
			id = base + "-" + strconv.Itoa(n+1)
		}
	}
	p.ids[base] = n // where to go on counting
	if _, taken := p.ids[id]; !taken {
		p.ids[id] = 0
	}
	return id
}

func (p *Page) plainText(n ast.Node) string { return plainText(p.Source, n) }

// plainText returns the text of a node without its marks.
func plainText(source []byte, n ast.Node) string {
	var b strings.Builder
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(source)
			if !n.IsRaw() {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			b.Write(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(n.Value)
		case *slot:
			b.WriteString(n.piece.Text)
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}
