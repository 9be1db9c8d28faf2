package dialect

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"mergebook/site/finding"
	"mergebook/site/nearest"
)

// callouts are the names of containers, with the title that each has when the
// author gives none.
var callouts = []struct{ name, title string }{
	{"note", "Note"}, {"warning", "Warning"}, {"panel", ""}, {"panel-warning", "Warning"}, {"panel-info", "Note"},
	{"version-warning", "Version"}, {"next-steps", "Next steps"}, {"further-reading", "Further reading"},
	{"guides", "Guides"}, {"references", "References"}, {"concepts", "Concepts"}, {"whats-next", "What is next"}, {"steps", "Steps"},
}

// A callout is a container between lines of colons.
type callout struct {
	ast.BaseBlock
	name, title string
	colons      int
	at          int // offset of the colons
	closed      bool
}

var kindCallout = ast.NewNodeKind("Callout")

func (n *callout) Kind() ast.NodeKind            { return kindCallout }
func (n *callout) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type calloutParser struct{}

func (calloutParser) Trigger() []byte { return []byte{':'} }

func (calloutParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	colons := countColons(line[pos:])
	rest := string(bytes.TrimSpace(line[pos+colons:]))
	name, title, _ := strings.Cut(rest, " ")
	if colons < 3 || !isCalloutName(name) {
		return nil, parser.NoChildren
	}
	if countCallouts(pc.OpenedBlocks()) >= deepestCallout {
		p := pc.Get(pageKey).(*Page)
		p.report(segment.Start+pos, finding.Error, "container", "containers stand in one another more than "+strconv.Itoa(deepestCallout)+" levels deep; this one is text")
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &callout{name: name, title: strings.TrimSpace(title), colons: colons, at: segment.Start + pos}, parser.HasChildren
}

// deepestCallout is how deep containers nest: the time that each line takes
// grows with it.
const deepestCallout = 50

func countCallouts(open []parser.Block) int {
	n := 0
	for _, b := range open {
		if b.Node.Kind() == kindCallout {
			n++
		}
	}
	return n
}

func countColons(line []byte) int {
	n := 0
	for n < len(line) && line[n] == ':' {
		n++
	}
	return n
}

// isCalloutName holds names to letters and hyphens, so that a line of colons
// in running text is left alone.
func isCalloutName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; s[i] != '-' && (c < 'a' || c > 'z') {
			return false
		}
	}
	return s != "" && s[0] != '-'
}

func (calloutParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*callout)
	line, _ := reader.PeekLine()
	rest := bytes.TrimSpace(line)
	colons := countColons(rest)
	if colons < 3 || colons != len(rest) {
		return parser.Continue | parser.HasChildren
	}
	if innermost(pc.OpenedBlocks(), colons) != n {
		return parser.Continue | parser.HasChildren
	}
	n.closed = true
	reader.AdvanceToEOL()
	return parser.Close
}

// innermost returns the callout that a line of so many colons closes: the
// innermost one that it is long enough for, or none inside a code fence.
func innermost(open []parser.Block, colons int) *callout {
	for _, b := range slices.Backward(open) {
		switch n := b.Node.(type) {
		case *ast.FencedCodeBlock:
			return nil
		case *callout:
			if n.colons <= colons {
				return n
			}
		}
	}
	return nil
}

func (calloutParser) Close(ast.Node, text.Reader, parser.Context) {}
func (calloutParser) CanInterruptParagraph() bool                 { return true }
func (calloutParser) CanAcceptIndentedLine() bool                 { return false }

// checkCallout reports a container that is not closed or not known, and gives
// it the title of its kind.
func (p *Page) checkCallout(n *callout) {
	if !n.closed {
		p.report(n.at, finding.Error, "container", "::: "+n.name+" is not closed; add a line of "+strings.Repeat(":", n.colons)+" behind it")
	}
	n.title = p.Substitute(n.title)
	if title, ok := p.site.Containers[n.name]; ok {
		n.title = cmp.Or(n.title, withoutGaps(title))
		return
	}
	names := slices.Sorted(maps.Keys(p.site.Containers))
	for _, c := range callouts {
		if c.name == n.name {
			if n.title == "" {
				n.title = c.title
			}
			return
		}
		names = append(names, c.name)
	}
	f := p.report(n.at, finding.Warning, "container", "::: "+n.name+": no such container; it is shown as a note")
	f.Suggestion = nearest.Of(n.name, names)
	n.name = "note"
}

// checkColons reports lines of a paragraph that look like the beginning or the
// end of a container, and are neither.
func (p *Page) checkColons(lines *text.Segments) {
	for i := range lines.Len() {
		line := lines.At(i)
		rest := bytes.TrimSpace(line.Value(p.Source))
		switch colons := countColons(rest); {
		case colons < 3:
		case colons == len(rest):
			p.report(line.Start, finding.Warning, "container", string(rest[:min(colons, 20)])+" ends no container that is open here; it is shown as text")
		default:
			p.report(line.Start, finding.Warning, "container", "no container begins here: behind the colons stands a name of letters and hyphens")
		}
	}
}
