package dialect

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	tokens "golang.org/x/net/html"
)

// isTitle reports whether a heading of level 1 is the page's title: the first
// block, or one that says what the front matter says. The template shows the
// title, so the heading leaves the tree.
func (p *Page) isTitle(n ast.Node, text string) bool {
	if p.TitleID != "" || n.Parent() != p.doc {
		return false
	}
	if text != "" && text == p.Front.Title {
		return true
	}
	before := n.PreviousSibling()
	for before != nil && p.isComment(before) {
		before = before.PreviousSibling()
	}
	return before == nil
}

// isComment reports whether a block is a comment, which nobody sees.
func (p *Page) isComment(n ast.Node) bool {
	lines := rawHTML(n)
	if lines == nil {
		return false
	}
	z := tokens.NewTokenizer(strings.NewReader(string(lines.Value(p.Source))))
	for {
		switch z.Next() {
		case tokens.ErrorToken:
			return true
		case tokens.CommentToken:
		case tokens.TextToken:
			if strings.TrimSpace(string(z.Text())) != "" {
				return false
			}
		default:
			return false
		}
	}
}

// rawTitle reports whether a block of raw HTML is the page's title: an <h1> and
// nothing else.
func (p *Page) rawTitle(n *ast.HTMLBlock) bool {
	z := tokens.NewTokenizer(strings.NewReader(string(rawHTML(n).Value(p.Source))))
	var text strings.Builder
	id, open, closed := "", false, false
	for {
		kind := z.Next()
		if kind == tokens.ErrorToken {
			break
		}
		switch token := z.Token(); {
		case kind == tokens.TextToken && (open && !closed || strings.TrimSpace(token.Data) == ""):
			text.WriteString(token.Data)
		case kind == tokens.StartTagToken && token.Data == "h1" && !open:
			open = true
			for _, a := range token.Attr {
				if a.Key == "id" {
					id = a.Val
				}
			}
		case kind == tokens.EndTagToken && token.Data == "h1" && open && !closed:
			closed = true
		case kind == tokens.CommentToken, open && !closed && token.Data != "h1":
		default:
			return false
		}
	}
	title := strings.Join(strings.Fields(p.Substitute(text.String())), " ")
	if !closed || title == "" || !p.isTitle(n, title) {
		return false
	}
	if _, taken := p.ids[id]; id == "" || taken || isReserved(id) || strings.ContainsAny(id, " \t\r\n\f") {
		id = p.site.Anchors.id(title)
	}
	p.Title, p.TitleID = title, p.takeID(id)
	return true
}
