package dialect

import (
	"html"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"mergebook/site/highlight"
	"mergebook/wasm/snippet"
)

// A slot is a place in the text for a value of the reader's own. The page's
// script fills it; until then it shows the value of the variable.
type slot struct {
	ast.BaseInline
	piece snippet.Piece
}

var kindSlot = ast.NewNodeKind("Slot")

func (n *slot) Kind() ast.NodeKind            { return kindSlot }
func (n *slot) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// nodeOf makes a node of a piece of a text.
func nodeOf(p snippet.Piece) ast.Node {
	if p.Slot == snippet.NoSlot {
		return ast.NewString([]byte(p.Text))
	}
	return &slot{piece: p}
}

func renderSlot(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(node.(*slot).html())
	}
	return ast.WalkContinue, nil
}

// html writes the slot. In a link it is text: that must agree with where the
// link leads, which no reader changes.
func (n *slot) html() string {
	for up := n.Parent(); up != nil; up = up.Parent() {
		if up.Kind() == ast.KindLink {
			return html.EscapeString(n.piece.Text)
		}
	}
	return slotHTML(n.piece)
}

func slotHTML(p snippet.Piece) string {
	return `<span data-slot="` + string(p.Slot) + `">` + html.EscapeString(p.Text) + `</span>`
}

// code returns the fence as HTML. What colours the code knows nothing of slots:
// it is given a word for each, and the slots are put there later.
func (f *Fence) code(language string) template.HTML {
	whole := f.Value()
	if whole == f.Text {
		return highlight.Code(language, whole)
	}
	mark := "SLOT"
	for strings.Contains(whole, mark) {
		mark += "X"
	}
	var marked strings.Builder
	var slots []snippet.Piece
	for _, p := range f.page.pieces(f.Text, f.SourceOffset, func(int, string) {}) {
		if p.Slot != snippet.NoSlot {
			slots = append(slots, p)
			p.Text = mark
		}
		marked.WriteString(p.Text)
	}
	parts := strings.Split(string(highlight.Code(language, marked.String())), mark)
	if len(parts) != len(slots)+1 { // a word was cut
		return highlight.Code(language, whole)
	}
	var b strings.Builder
	for i, part := range parts {
		if i > 0 {
			b.WriteString(slotHTML(slots[i-1]))
		}
		b.WriteString(part)
	}
	return template.HTML(b.String())
}
