package dialect

import (
	"bytes"
	"strings"
)

// A script is a file, cut into text and directives.
type script struct {
	file  string // as findings name it
	src   []byte
	nodes []node
}

// A nodeKind is what a piece of a script does.
type nodeKind uint8

const (
	plainNode   nodeKind = iota // text, put out as it is
	literalNode                 // text, in which no variable is read
	printNode                   // <%= name %>
	includeNode                 // <%= include('path', { name: 'value' }) %>
	snippetNode                 // ${snippet(meta.snippets.use)}
	ifNode                      // <% if (name) { %> … <% } else { %> … <% } %>
	problemNode                 // something wrong, put out as it is
	gapNode                     // something wrong, put out as nothing
)

// A node is a piece of a script.
type node struct {
	kind       nodeKind
	start, end int    // in the script
	message    string // of a problem or a gap
	value      expression
	arguments  expression // of an include; may be nil
	inline     bool       // of an include: other text stands in its line
	branches   []branch   // of an if
}

// A branch is a part of an if: the first whose condition holds is put out.
type branch struct {
	condition expression
	body      []node
}

// hasDirectives reports whether a text has anything that a script would
// change. Most pages have not, and are not cut at all.
func hasDirectives(src []byte) bool {
	return bytes.Contains(src, []byte("<%")) || bytes.Contains(src, []byte(snippetOpening))
}

const snippetOpening = "${snippet("

// A scriptParser cuts a file.
type scriptParser struct {
	src    []byte
	done   int // what is before it stands in nodes
	blocks []openBlock
	nodes  []node // of the innermost open block
}

// parseScript cuts what stands behind an offset of a file.
func parseScript(file string, src []byte, from int) *script {
	p := &scriptParser{src: src, done: from}
	for at := from; ; {
		i := bytes.IndexAny(src[at:], "<$")
		if i < 0 {
			break
		}
		at = p.directive(at + i)
	}
	p.flush(len(src))
	for len(p.blocks) > 0 {
		open := p.blocks[len(p.blocks)-1]
		p.close()
		p.add(node{kind: gapNode, start: open.node.start, end: open.node.start, message: quoteDirective(src[open.node.start:open.node.end]) + " is not closed; add <% } %> behind it"})
	}
	return &script{file: file, src: src, nodes: p.nodes}
}

func (p *scriptParser) add(n node) { p.nodes = append(p.nodes, n) }

// flush adds the text up to an offset.
func (p *scriptParser) flush(to int) {
	if to > p.done {
		p.add(node{kind: plainNode, start: p.done, end: to})
	}
	p.done = max(p.done, to)
}

// directive reads what begins at a < or $, and returns where to go on.
func (p *scriptParser) directive(at int) int {
	rest := p.src[at:]
	length := 0
	switch {
	case bytes.HasPrefix(rest, []byte("<%")):
		length = bytes.Index(rest[2:], []byte("%>")) + 4
	case bytes.HasPrefix(rest, []byte(snippetOpening)):
		length = bytes.Index(rest[:min(len(rest), longestQuoted)], []byte(")}")) + 2
	case bytes.HasPrefix(rest, []byte("${'")), bytes.HasPrefix(rest, []byte(`${"`)):
		return p.quoted(at)
	default:
		return at + 1
	}
	if at > p.done && p.src[at-1] == '\\' {
		p.flush(at - 1)
		p.done = at
		return at + 2
	}
	if rest[0] == '$' {
		return p.snippet(at, at+length)
	}
	if length < 4 {
		p.flush(at)
		p.add(node{kind: problemNode, start: at, end: at + 2, message: "<% is not closed; add %> behind it"})
		p.done = at + 2
		return len(p.src)
	}
	end := at + length
	switch inner := p.src[at+2 : end-2]; {
	case len(inner) > 0 && (inner[0] == '=' || inner[0] == '-'):
		p.flush(at)
		p.print(at, end, string(bytes.TrimSuffix(inner[1:], []byte("-"))))
		p.done = end
	default:
		start, behind := p.wholeLine(at, end)
		p.flush(start)
		p.statement(at, end, strings.TrimSpace(strings.Trim(string(inner), "-_")))
		p.done = behind
		return behind
	}
	return end
}

// longestQuoted is how much behind a ${ belongs to it: a text full of them must
// not be read to its end for each.
const longestQuoted = 1000

// quoted reads ${'<%= x %>'}, which is how authors write what looks like a
// directive. Without a directive in it, it is left alone.
func (p *scriptParser) quoted(at int) int {
	quote := p.src[at+2]
	rest := p.src[at+3:]
	text, _, found := bytes.Cut(rest[:min(len(rest), longestQuoted)], []byte{quote, '}'})
	if !found || !bytes.Contains(text, []byte("<%")) || bytes.IndexByte(text, '\n') >= 0 {
		return at + 1
	}
	p.flush(at)
	start := at + 3
	p.add(node{kind: literalNode, start: start, end: start + len(text)})
	p.done = start + len(text) + 2
	return p.done
}

// snippet reads ${snippet(name)}.
func (p *scriptParser) snippet(at, end int) int {
	if end < at+len(snippetOpening) {
		return at + 1
	}
	name := parseExpression(string(p.src[at+len(snippetOpening) : end-2]))
	if name == nil {
		return at + 1
	}
	p.flush(at)
	p.add(node{kind: snippetNode, start: at, end: end, value: name, inline: !p.alone(at, end)})
	p.done = end
	return end
}

// print reads what stands in <%= … %>.
func (p *scriptParser) print(at, end int, inner string) {
	n := node{kind: printNode, start: at, end: end}
	call, arguments, isCall := strings.Cut(strings.TrimSpace(inner), "(")
	if name := strings.TrimSpace(call); isCall && (name == "include" || name == "snippet") {
		n.kind, n.inline = includeNode, !p.alone(at, end)
		if name == "snippet" {
			n.kind = snippetNode
		}
		if n.value, n.arguments = parseCall(arguments); n.value == nil {
			n.kind = problemNode
			n.message = quoteDirective(p.src[at:end]) + ": this cannot be read; it is written <%= " + name + "('path') %> or <%= " + name + "('path', { name: 'value' }) %>"
		}
	} else if n.value = parseExpression(inner); n.value == nil {
		n.kind = problemNode
		n.message = quoteDirective(p.src[at:end]) + ": only include('path'), names and texts in quotes are read here, and no JavaScript is run; to show it as it is, write \\<%"
	}
	p.add(n)
}

// parseCall reads what stands behind the opening parenthesis of a call.
func parseCall(s string) (first, second expression) {
	p := &expressionParser{s: s}
	if len(s) > longest {
		return nil, nil
	}
	first = p.either()
	if first != nil && p.take(",") && !p.peek(')') {
		if !p.peek('{') {
			return nil, nil
		}
		if second = p.either(); second == nil {
			return nil, nil
		}
	}
	if !p.take(")") {
		return nil, nil
	}
	for p.take(";") {
	}
	if !p.end() {
		return nil, nil
	}
	return first, second
}

// alone reports whether nothing else stands in the lines of a directive.
func (p *scriptParser) alone(at, end int) bool {
	for at > 0 && isBlank(p.src[at-1]) {
		at--
	}
	for end < len(p.src) && isBlank(p.src[end]) {
		end++
	}
	return (at == 0 || p.src[at-1] == '\n') && (end == len(p.src) || p.src[end] == '\n')
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }

// wholeLine widens a directive that is alone to its lines, so that no empty
// line is left where it stood: that would end a paragraph, or loosen a list.
func (p *scriptParser) wholeLine(at, end int) (start, behind int) {
	if !p.alone(at, end) {
		return at, end
	}
	start = max(p.done, bytes.LastIndexByte(p.src[:at], '\n')+1)
	if i := bytes.IndexByte(p.src[end:], '\n'); i >= 0 {
		return start, end + i + 1
	}
	return start, len(p.src)
}

// quoteDirective returns a directive as a message shows it: in one line, and
// not too long.
func quoteDirective(b []byte) string {
	words := []rune(strings.ToValidUTF8(strings.Join(strings.Fields(string(b[:min(len(b), 400)])), " "), "\ufffd"))
	if len(words) > 60 {
		return string(words[:57]) + "…"
	}
	return string(words)
}
