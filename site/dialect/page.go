package dialect

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mergebook/site/finding"
)

// A Page is one Markdown file, read.
type Page struct {
	File     string // as findings name it
	Source   []byte
	Front    Front
	Title    string // of the first heading, else of the front matter, else ""
	TitleID  string // id of the first heading, where that is the page's title; it is not rendered then
	Headings []Heading
	Links    []*Link
	Fences   []*Fence
	Findings []finding.Finding

	doc       ast.Node // only while it is read: a tree takes many times the memory of its text
	html      frozen
	text      int // where it begins, behind the front matter
	variables map[string]string
}

// markdown is the one parser and renderer; both keep nothing between pages.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
	goldmark.WithParserOptions(
		parser.WithBlockParsers(util.Prioritized(calloutParser{}, 650)),
		parser.WithInlineParsers(util.Prioritized(variableParser{}, 100)),
	),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(nodeRenderer{}, 100))),
)

// pageKey is where the parsers of constructs find the page.
var pageKey = parser.NewContextKey()

// Parse reads a page. The variables are those of the site.
func Parse(file string, source []byte, variables map[string]string) *Page {
	source = bytes.ReplaceAll(source, []byte(gapSign), []byte("\ufffd")) // as CommonMark has it
	p := &Page{File: file, Source: source, variables: variables}
	for i := 0; i < len(source); {
		r, n := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && n == 1 {
			p.report(i, finding.Error, "utf8", "this byte is not UTF-8; save the file as UTF-8")
			break
		}
		i += n
	}
	p.text = p.readFront()
	ctx := parser.NewContext()
	ctx.Set(pageKey, p)
	reader := text.NewReader(source)
	reader.Advance(p.text)
	p.doc = markdown.Parser().Parse(reader, parser.WithContext(ctx))
	p.collect()
	p.freeze()
	return p
}

// report adds a finding at a byte offset of the page.
func (p *Page) report(offset int, level finding.Level, rule, message string) *finding.Finding {
	p.Findings = append(p.Findings, finding.At(p.File, p.Source, offset, level, rule, message))
	return &p.Findings[len(p.Findings)-1]
}

// collect walks the tree once: it lists what others look for, and puts our own
// nodes in the place of goldmark's.
func (p *Page) collect() {
	ids := map[string]bool{}
	var fences []*ast.FencedCodeBlock
	ast.Walk(p.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			p.addHeading(n, ids)
		case *ast.Link:
			p.addLink(n, &n.Destination, false)
		case *ast.Image:
			p.addLink(n, &n.Destination, true)
		case *ast.FencedCodeBlock:
			fences = append(fences, n)
		case *ast.CodeSpan:
			p.substituteSpan(n)
		case *ast.HTMLBlock:
			p.reportHTML(n.Lines())
		case *ast.RawHTML:
			p.reportHTML(n.Segments)
		case *callout:
			p.checkCallout(n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range fences {
		p.addFence(n)
	}
	p.takeTitle()
}

func (p *Page) reportHTML(lines *text.Segments) {
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	if html := bytes.TrimSpace(first.Value(p.Source)); len(html) > 0 && !bytes.HasPrefix(html, []byte("<!--")) {
		p.report(first.Start, finding.Warning, "html", "raw HTML is left out of the page")
	}
}

// Markdown returns the page's text with the variables filled in, below its
// title.
func (p *Page) Markdown() string {
	text := strings.TrimLeft(p.Substitute(string(p.Source[p.text:])), "\r\n")
	if p.TitleID == "" && p.Title != "" {
		text = "# " + p.Title + "\n\n" + text
	}
	return text
}
