package dialect

import (
	"bytes"
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
	Source   []byte // the file; with directives, what they make of it
	Front    Front
	Title    string // of the heading that is the title, else of the front matter, else ""
	TitleID  string // id of that heading, which is not rendered; "" where there is none
	Headings []Heading
	IDs      []string // of elements in raw HTML
	Links    []*Link
	Fences   []*Fence
	Findings []finding.Finding

	Includes []string // files that the page includes, directly or through others
	Absent   []string // files that it would include instead, if they were there

	site     *Site
	ids      map[string]int // of the page's elements, with how many numbers were put behind each
	doc      ast.Node       // only while it is read: a tree takes many times the memory of its text
	html     frozen
	text     int       // where it begins, behind the front matter
	segments []segment // nil while Source is the file as it is
	literals []span    // of Source, sorted: no variable is read there
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

// Parse reads a page of a site.
func Parse(file string, source []byte, site *Site) *Page {
	if bytes.Contains(source, []byte(gapSign)) {
		source = bytes.ReplaceAll(source, []byte(gapSign), []byte(gapReplacement))
	}
	p := &Page{File: file, Source: source, site: site}
	if !utf8.Valid(source) {
		p.report(firstInvalid(source), finding.Error, "utf8", "this byte is not UTF-8; save the file as UTF-8")
	}
	p.text = p.readFront()
	p.expand(p.text)
	ctx := parser.NewContext()
	ctx.Set(pageKey, p)
	reader := text.NewReader(p.Source)
	reader.Advance(p.text)
	p.doc = markdown.Parser().Parse(reader, parser.WithContext(ctx))
	p.collect()
	p.freeze()
	return p
}

// firstInvalid returns the offset of the first byte that is not UTF-8.
func firstInvalid(source []byte) int {
	for i := 0; i < len(source); {
		r, n := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(source)
}

// mostFindings is how many findings a page may have. A hostile page has one
// every few bytes, and each of them takes time to find its line.
const mostFindings = 1000

// report adds a finding at an offset of Source.
func (p *Page) report(offset int, level finding.Level, rule, message string) *finding.Finding {
	if p.isFull() {
		return &finding.Finding{}
	}
	p.Findings = append(p.Findings, p.At(offset, level, rule, message))
	return &p.Findings[len(p.Findings)-1]
}

// isFull reports whether nobody wants to hear more of the page.
func (p *Page) isFull() bool { return len(p.Findings) >= mostFindings }

// collect walks the tree once: it lists what others look for, and puts our own
// nodes in the place of goldmark's.
func (p *Page) collect() {
	p.ids = map[string]int{}
	p.Title = p.Front.Title
	var title ast.Node
	var fences []*ast.FencedCodeBlock
	html := false
	ast.Walk(p.doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if p.addHeading(n) {
				title = n
			}
		case *ast.Link:
			p.addLink(n, &n.Destination, false)
		case *ast.Image:
			p.addLink(n, &n.Destination, true)
		case *ast.FencedCodeBlock:
			fences = append(fences, n)
		case *ast.CodeSpan:
			p.substituteSpan(n)
		case *ast.HTMLBlock:
			html = true
			if p.rawTitle(n) {
				title = n
			}
		case *ast.RawHTML:
			html = true
		case *ast.Paragraph, *ast.TextBlock:
			p.checkColons(n.Lines())
		case *callout:
			p.checkCallout(n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range fences {
		p.addFence(n)
	}
	if title != nil {
		p.doc.RemoveChild(p.doc, title)
	}
	if html {
		p.cleanHTML(p.doc)
	}
}

// WriteMarkdown writes the page's text with the variables filled in, below its
// title.
func (p *Page) WriteMarkdown(b *bytes.Buffer) {
	if p.TitleID == "" && p.Title != "" {
		b.WriteString("# " + p.Title + "\n\n")
	}
	text := bytes.TrimLeft(p.Source[p.text:], "\r\n")
	if bytes.Contains(text, []byte("${")) {
		b.WriteString(p.Substitute(string(text)))
	} else {
		b.Write(text)
	}
}
