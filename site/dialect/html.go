package dialect

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	tokens "golang.org/x/net/html"

	"mergebook/site/finding"
	"mergebook/wasm/snippet"
)

// An htmlNode takes the place of goldmark's nodes of raw HTML: what is left of
// it, which is well-formed within the node's parent.
type htmlNode struct {
	ast.BaseInline
	pieces []htmlPiece
}

// An htmlPiece is markup, or the address in an attribute.
type htmlPiece struct {
	markup  string
	address *[]byte // the gap for it; nil for markup
}

var kindHTML = ast.NewNodeKind("HTML")

func (n *htmlNode) Kind() ast.NodeKind            { return kindHTML }
func (n *htmlNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func renderHTML(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	for _, piece := range node.(*htmlNode).pieces {
		if piece.address != nil {
			w.Write(*piece.address)
		} else {
			w.WriteString(piece.markup)
		}
	}
	return ast.WalkSkipChildren, nil
}

// A cleaner goes through the raw HTML among the children of one node. What is
// opened there is closed there, so that no piece of HTML can end what Markdown
// began, or swallow what follows.
type cleaner struct {
	page    *Page
	parent  ast.Node
	open    []string        // elements that are open, the innermost last
	opened  map[string]int  // how many of each name those are
	skip    string          // the element that is left out up to its end; ""
	endless map[string]bool // elements without an end behind this place

	source string    // of the node that is read
	lines  textLines // where it stands
	out    []htmlPiece
}

// cleanHTML cleans the raw HTML below a node.
func (p *Page) cleanHTML(parent ast.Node) {
	c := &cleaner{page: p, parent: parent, opened: map[string]int{}, endless: map[string]bool{}}
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		switch {
		case rawHTML(n) != nil:
			clean := &htmlNode{}
			parent.ReplaceChild(parent, n, clean)
			c.node(rawHTML(n))
			clean.pieces, c.out = c.out, nil
			next = c.skipTo(next)
		case n.HasChildren():
			p.cleanHTML(n)
		}
		n = next
	}
	if len(c.open) > 0 {
		c.closeTo(0)
		parent.AppendChild(parent, &htmlNode{pieces: c.out})
	}
}

// rawHTML returns the lines of a node of raw HTML; nil for any other.
func rawHTML(n ast.Node) *text.Segments {
	switch n := n.(type) {
	case *ast.RawHTML:
		return n.Segments
	case *ast.HTMLBlock:
		all := text.NewSegments()
		all.AppendAll(n.Lines().Sliced(0, n.Lines().Len()))
		if n.HasClosure() {
			all.Append(n.ClosureLine)
		}
		return all
	}
	return nil
}

// skipTo leaves out the nodes before the end of an element that is left out.
// An element that has no end takes nothing with it; nor does one in a block of
// HTML, whose end CommonMark may have put into a paragraph.
func (c *cleaner) skipTo(next ast.Node) ast.Node {
	if c.skip == "" {
		return next
	}
	if c.parent.Type() != ast.TypeInline && !isText(c.parent) {
		c.skip = ""
		return next
	}
	end := next
	for !c.endless[c.skip] && end != nil {
		if lines := rawHTML(end); lines != nil && strings.Contains(strings.ToLower(string(lines.Value(c.page.Source))), "</"+c.skip) {
			break
		}
		end = end.NextSibling()
	}
	if c.endless[c.skip] || end == nil {
		c.endless[c.skip] = true
		c.skip = ""
		return next
	}
	for next != end {
		after := next.NextSibling()
		c.parent.RemoveChild(c.parent, next)
		next = after
	}
	return end
}

// isText reports whether a block holds text, and not other blocks.
func isText(n ast.Node) bool {
	return n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline && n.Kind() != ast.KindDocument
}

func (c *cleaner) write(markup string) { c.out = append(c.out, htmlPiece{markup: markup}) }

func (c *cleaner) warn(at int, message string) {
	if c.page.isFull() {
		return
	}
	c.page.report(c.offset(at), finding.Warning, "html", message)
}

// offset turns an offset of the node's text into one of Page.Source.
func (c *cleaner) offset(at int) int { return c.lines.offset(at) }

// node cleans one node.
func (c *cleaner) node(lines *text.Segments) {
	c.lines, c.source = linesOf(lines, c.page.Source)
	z := tokens.NewTokenizer(strings.NewReader(c.source))
	at := 0
	for {
		kind := z.Next()
		if kind == tokens.ErrorToken {
			break
		}
		raw := string(z.Raw())
		switch token := z.Token(); {
		case c.skip != "":
			if kind == tokens.EndTagToken && token.Data == c.skip {
				c.skip = ""
			}
		case kind == tokens.TextToken:
			c.text(at, raw)
		case kind == tokens.EndTagToken:
			c.end(at, raw, token.Data)
		case kind == tokens.StartTagToken, kind == tokens.SelfClosingTagToken:
			c.start(at, raw, token, kind == tokens.SelfClosingTagToken)
		case !strings.HasPrefix(raw, "<!--"):
			c.warn(at, "this is no HTML of a page; it is left out")
		}
		at += len(raw)
	}
	if rest := strings.TrimSpace(c.source[at:]); rest != "" && c.skip == "" {
		c.warn(at, "this tag does not end; it is left out")
	}
}

// text writes text between tags, its variables filled in.
func (c *cleaner) text(at int, raw string) {
	code := c.opened["pre"] > 0 || c.opened["code"] > 0
	origin := func(i int) int { return c.offset(at + i) }
	for _, p := range c.page.pieces(raw, origin, func(i int, name string) { c.page.unknownVariable(origin(i), name, code) }) {
		if p.Slot != snippet.NoSlot && c.opened["a"] == 0 {
			c.write(slotHTML(p))
		} else {
			c.write(html.EscapeString(html.UnescapeString(p.Text)))
		}
	}
}
