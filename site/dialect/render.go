package dialect

import (
	"html"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	goldmark "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"mergebook/site/highlight"
)

// nodeRenderer writes what goldmark does not know, or writes otherwise than we
// want it.
type nodeRenderer struct{}

func (nodeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindCallout, renderCallout)
	r.Register(kindFence, renderFence)
	r.Register(ast.KindLink, renderLink)
	r.Register(ast.KindImage, renderImage)
	r.Register(kindHTML, renderHTML)
	r.Register(kindSlot, renderSlot)
	r.Register(ast.KindCodeBlock, renderIndented)
	r.Register(ast.KindCodeSpan, renderSpan)
	r.Register(extast.KindTable, renderTable)
	r.Register(extast.KindTableCell, renderCell)
}

func renderCallout(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		w.WriteString("</div>\n")
		return ast.WalkContinue, nil
	}
	n := node.(*callout)
	w.WriteString(`<div class="callout callout-` + html.EscapeString(n.name) + `" role="note">` + "\n")
	if n.title != "" {
		w.WriteString(`<p class="callout-title">` + html.EscapeString(n.title) + "</p>\n")
	}
	return ast.WalkContinue, nil
}

func renderFence(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkSkipChildren, nil
	}
	f := node.(*fenceNode).fence
	if f.mark != "" {
		w.WriteString(f.mark)
		return ast.WalkSkipChildren, nil
	}
	language := f.Language
	if language == "har" {
		language = "json" // with errors in it: shown as it is
	}
	writeCode(w, language, f.code(language))
	return ast.WalkSkipChildren, nil
}

// renderLink writes a link, whose destination is a gap.
func renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Link)
	w.WriteString(`<a href="` + string(n.Destination) + `"`)
	writeTitle(w, n.Title)
	w.WriteByte('>')
	return ast.WalkContinue, nil
}

func renderImage(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Image)
	w.WriteString(`<img src="` + string(n.Destination) + `" alt="` + html.EscapeString(plainText(source, n)) + `"`)
	writeTitle(w, n.Title)
	w.WriteByte('>')
	return ast.WalkSkipChildren, nil
}

func writeTitle(w util.BufWriter, title []byte) {
	if title != nil {
		w.WriteString(` title="`)
		goldmark.DefaultWriter.Write(w, title)
		w.WriteByte('"')
	}
}

// renderIndented writes code that is marked by indentation.
func renderIndented(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		writeCode(w, "", highlight.Code("", string(node.Lines().Value(source))))
	}
	return ast.WalkSkipChildren, nil
}

func writeCode(w util.BufWriter, language string, code template.HTML) {
	w.WriteString(`<figure class="code">`)
	if language != "" {
		w.WriteString(`<figcaption>` + html.EscapeString(highlight.Name(language)) + `</figcaption>`)
	}
	w.WriteString(`<pre tabindex="0"><code`)
	if language != "" {
		w.WriteString(` class="language-` + html.EscapeString(language) + `"`)
	}
	w.WriteString(">" + string(code) + "</code></pre></figure>\n")
}

// lineEnds makes of a line's end in inline code what CommonMark makes of it.
var lineEnds = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

// renderSpan writes inline code; its children may be strings, which goldmark's
// own renderer does not expect.
func renderSpan(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	w.WriteString("<code>")
	for c := node.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.String:
			w.WriteString(html.EscapeString(string(c.Value)))
		case *slot:
			w.WriteString(c.html())
		case *ast.Text:
			w.WriteString(lineEnds.Replace(html.EscapeString(string(c.Segment.Value(source)))))
		}
	}
	w.WriteString("</code>")
	return ast.WalkSkipChildren, nil
}

// renderTable puts a table into a box of its own that can scroll.
func renderTable(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(`<div class="table" tabindex="0" role="group" aria-label="Table"><table>` + "\n")
	} else {
		w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}

// renderCell aligns by class: the policy of the pages forbids style attributes.
func renderCell(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*extast.TableCell)
	tag := "td"
	if n.Parent().Kind() == extast.KindTableHeader {
		tag = "th"
	}
	if !entering {
		w.WriteString("</" + tag + ">\n")
		return ast.WalkContinue, nil
	}
	w.WriteString("<" + tag)
	if n.Alignment != extast.AlignNone {
		w.WriteString(` class="align-` + n.Alignment.String() + `"`)
	}
	w.WriteString(">")
	return ast.WalkContinue, nil
}
