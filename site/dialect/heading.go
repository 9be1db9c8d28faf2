package dialect

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// A Heading is a heading of the page.
type Heading struct {
	ID, Text string
	Level    int // 1 to 6
	Offset   int // of its text
}

// addHeading gives a heading its id and lists it.
func (p *Page) addHeading(n *ast.Heading, taken map[string]bool) {
	h := Heading{Text: p.plainText(n), Level: n.Level, Offset: n.Pos()}
	if n.Lines().Len() > 0 {
		h.Offset = n.Lines().At(0).Start
	}
	base := headingID(h.Text)
	h.ID = base
	for i := 2; taken[h.ID]; i++ {
		h.ID = base + "-" + strconv.Itoa(i)
	}
	taken[h.ID] = true
	n.SetAttributeString("id", []byte(h.ID))
	p.Headings = append(p.Headings, h)
}

func headingID(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) == 0 {
		return "section"
	}
	return strings.Join(words, "-")
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
		case *ast.AutoLink:
			b.Write(n.Label(source))
		case *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// takeTitle finds the page's title: the first block where that is a heading of
// level 1, else what the front matter says. The template shows the title, so
// the heading leaves the tree.
func (p *Page) takeTitle() {
	p.Title = p.Front.Title
	if h, ok := p.doc.FirstChild().(*ast.Heading); ok && h.Level == 1 {
		p.Title, p.TitleID = p.Headings[0].Text, p.Headings[0].ID
		p.doc.RemoveChild(p.doc, h)
	}
}
