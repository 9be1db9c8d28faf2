package dialect

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"mergebook/site/finding"
	"mergebook/site/nearest"
	"mergebook/wasm/snippet"
)

// cutVariable returns the name of the ${name} that s begins with, or "".
func cutVariable(s string) string {
	if !strings.HasPrefix(s, "${") {
		return ""
	}
	end := len("${")
	for end < min(len(s), longestName) && isNameByte(s[end]) {
		end++
	}
	if end == len(s) || s[end] != '}' {
		return ""
	}
	return s[len("${"):end]
}

// longestName is how long ${name} may be.
const longestName = 200

// variable returns the value of a name: what the front matter says of this
// page, else what the site says.
func (p *Page) variable(name string) (string, bool) {
	value, ok := p.Front.meta[name]
	if !ok {
		value, ok = p.site.Variables[name]
	}
	return withoutGaps(value), ok
}

// nearVariable returns the name that was probably meant.
func (p *Page) nearVariable(name string) string {
	names := slices.Collect(maps.Keys(p.site.Variables))
	names = slices.AppendSeq(names, maps.Keys(p.Front.meta))
	slices.Sort(names)
	return nearest.Of(name, names)
}

// Substitute fills in the variables that the page and the site know; others
// stay. A backslash before a known one keeps it as it is written, and goes.
func (p *Page) Substitute(s string) string {
	return p.substitute(s, nil, func(int, string) {})
}

// substitute also calls unknown for each variable that nobody knows, with its
// offset in s. origin turns such an offset into one of Source, to leave alone
// what is literal there; nil where s is not of Source.
func (p *Page) substitute(s string, origin func(at int) int, unknown func(at int, name string)) string {
	var b strings.Builder
	done := 0
	p.replacements(s, origin, unknown, func(r replacement) {
		b.WriteString(s[done:r.start] + r.text)
		done = r.end
	})
	if done == 0 {
		return s
	}
	return b.String() + s[done:]
}

// A replacement is a text that goes in the place of a part of another.
type replacement struct {
	start, end int
	text       string
}

// replacements calls replace for each change that filling in the variables of s
// makes, in order. The other arguments are those of substitute.
func (p *Page) replacements(s string, origin func(at int) int, unknown func(at int, name string), replace func(replacement)) {
	if !strings.Contains(s, "${") {
		return
	}
	done := 0
	for i := 0; i < len(s); i++ {
		name := cutVariable(s[i:])
		if name == "" || p.literals != nil && origin != nil && p.isLiteral(origin(i)) {
			continue
		}
		value, ok := p.variable(name)
		if !ok {
			unknown(i, name)
			continue
		}
		if i > done && s[i-1] == '\\' {
			replace(replacement{i - 1, i, ""})
			done = i
			continue
		}
		done = i + len("${}") + len(name)
		replace(replacement{i, done, value})
		i = done - 1
	}
}

// unknownVariable reports a name that the site does not know. In code ${x} is
// mostly the code's own, so there only a name that is near to one counts.
func (p *Page) unknownVariable(at int, name string, code bool) {
	if p.isFull() {
		return
	}
	if v, ok := p.Front.maps[name]; ok {
		p.report(at, finding.Error, "variable", "${"+name+"}: "+v.unprintable())
		return
	}
	near := p.nearVariable(name)
	if code && near == "" {
		return
	}
	f := p.report(at, finding.Error, "variable", "${"+name+"}: no such variable")
	if near != "" {
		f.Suggestion = "${" + near + "}"
	}
}

// pieces fills in the variables of a text as substitute does, and cuts it at
// what a reader can fill in.
func (p *Page) pieces(s string, origin func(at int) int, unknown func(at int, name string)) []snippet.Piece {
	var out []snippet.Piece
	done := 0
	plain := func(end int) {
		if done < end {
			out = append(out, snippet.Piece{Text: s[done:end]})
		}
	}
	p.replacements(s, origin, unknown, func(r replacement) {
		plain(r.start)
		out = append(out, snippet.TextPieces(r.text)...)
		done = r.end
	})
	plain(len(s))
	return out
}

// A variableParser puts the value in the place of ${name} in running text.
type variableParser struct{}

func (variableParser) Trigger() []byte { return []byte{'$'} }

func (variableParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	name := cutVariable(string(line[:min(len(line), longestName)]))
	if name == "" {
		return nil
	}
	p := pc.Get(pageKey).(*Page)
	if p.isLiteral(segment.Start) {
		return nil
	}
	value, ok := p.variable(name)
	if !ok {
		p.unknownVariable(segment.Start, name, false)
		return nil
	}
	block.Advance(len("${}") + len(name))
	var last ast.Node = ast.NewString(nil)
	for i, piece := range snippet.TextPieces(value) {
		if i > 0 {
			parent.AppendChild(parent, last)
		}
		last = nodeOf(piece)
	}
	return last
}

// substituteSpan fills in the variables of inline code.
func (p *Page) substituteSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; {
		t, ok := c.(*ast.Text)
		c = c.NextSibling()
		if !ok {
			continue
		}
		value := t.Segment.Value(p.Source)
		if !bytes.Contains(value, []byte("${")) {
			continue
		}
		origin := func(at int) int { return t.Segment.Start + at }
		for _, piece := range p.pieces(string(value), origin, func(at int, name string) { p.unknownVariable(origin(at), name, true) }) {
			n.InsertBefore(n, t, nodeOf(piece))
		}
		n.RemoveChild(n, t)
	}
}
