package dialect

import (
	"bytes"
	"strings"

	"mergebook/site/finding"
)

// A span is a part of a text.
type span struct{ start, end int }

// An expander puts out a page's text with its directives done.
type expander struct {
	page     *Page
	out      []byte
	includes int
	included int  // bytes that came from other files
	full     bool // a limit is reached, and reported
}

// expand does the directives that stand behind an offset of the page: Source
// becomes the text that they make, and the page remembers what came from where.
func (p *Page) expand(from int) {
	if !hasDirectives(p.Source[from:]) {
		return
	}
	f := &frame{script: parseScript(p.File, p.Source, from)}
	x := &expander{page: p}
	x.put(f, 0, from)
	x.nodes(f, f.script.nodes)
	p.Source = x.out
	if p.segments == nil {
		x.mark(f, 0, false)
	}
}

// mark begins a segment.
func (x *expander) mark(f *frame, at int, fixed bool) {
	x.page.segments = append(x.page.segments, segment{start: len(x.out), from: f, at: at, fixed: fixed})
}

// put puts out a part of the frame's file.
func (x *expander) put(f *frame, start, end int) {
	if start < end {
		x.mark(f, start, false)
		x.out = append(x.out, f.script.src[start:end]...)
	}
}

// replace puts out a text in the place of what stands at an offset.
func (x *expander) replace(f *frame, at int, text string) {
	if text == "" || x.full {
		return
	}
	if x.included += len(text); x.included > mostIncluded {
		x.stop(f, at, tooLarge)
		return
	}
	x.mark(f, at, true)
	x.out = append(x.out, text...)
}

const tooLarge = "what the page includes is larger than 4 MB; the rest of it is left out"

// stop reports that a limit is reached. From here on nothing is included.
func (x *expander) stop(f *frame, at int, message string) {
	x.full = true
	x.report(f, at, message)
}

func (x *expander) report(f *frame, at int, message string) *finding.Finding {
	if x.page.isFull() {
		return &finding.Finding{}
	}
	x.page.Findings = append(x.page.Findings, f.report(at, finding.Error, "directive", message))
	return &x.page.Findings[len(x.page.Findings)-1]
}

func (x *expander) nodes(f *frame, list []node) {
	for i := range list {
		x.node(f, &list[i])
	}
}

func (x *expander) node(f *frame, n *node) {
	switch n.kind {
	case plainNode:
		x.text(f, n.start, n.end)
	case literalNode:
		x.literal(func() { x.put(f, n.start, n.end) })
	case printNode:
		x.print(f, n)
	case includeNode, snippetNode:
		x.include(f, n)
	case ifNode:
		for _, b := range n.branches {
			if b.condition(x.lookup(f)).truthy() {
				x.nodes(f, b.body)
				return
			}
		}
	case problemNode:
		x.report(f, n.start, n.message)
		x.put(f, n.start, n.end)
	case gapNode:
		x.report(f, n.start, n.message)
	}
}

// literal marks what put puts out as text in which no variable is read.
func (x *expander) literal(put func()) {
	start := len(x.out)
	put()
	x.page.literals = append(x.page.literals, span{start, len(x.out)})
}

// text puts out a part of the file, with the arguments of its include filled
// in. Other variables are read later, where Markdown says what is code.
func (x *expander) text(f *frame, start, end int) {
	if !f.given {
		x.put(f, start, end)
		return
	}
	src := f.script.src
	for at := start; ; {
		i := bytes.Index(src[at:end], []byte("${"))
		if i < 0 {
			break
		}
		at += i
		name := cutVariable(string(src[at:min(end, at+longestName)]))
		v := f.argument(name)
		switch {
		case name == "" || v.kind == noValue:
			at += len("${")
			continue
		case at > start && src[at-1] == '\\':
			x.put(f, start, at-1)
			x.literal(func() { x.put(f, at, at+len("${}")+len(name)) })
		case !v.printable():
			x.report(f, at, "${"+name+"}: "+v.unprintable())
			x.put(f, start, at)
			x.literal(func() { x.put(f, at, at+len("${}")+len(name)) })
		default:
			x.put(f, start, at)
			x.replace(f, at, v.text)
		}
		at += len("${}") + len(name)
		start = at
	}
	x.put(f, start, end)
}

// lookup returns what names mean in a frame: arguments, then what the page and
// the site say.
func (x *expander) lookup(f *frame) func(string) value {
	return func(name string) value {
		if v := f.argument(name); v.kind != noValue {
			return v
		}
		if s, ok := x.page.variable(name); ok {
			return valueOf(s)
		}
		if v, ok := x.page.Front.maps[name]; ok {
			return v
		}
		return value{kind: noValue}
	}
}

func (x *expander) print(f *frame, n *node) {
	missing := ""
	asked := false
	v := n.value(func(name string) value {
		asked = true
		v := x.lookup(f)(name)
		if v.kind == noValue {
			missing = name
		}
		return v
	})
	switch {
	case !asked && v.printable():
		x.literal(func() { x.replace(f, n.start, v.text) })
	case v.printable():
		x.replace(f, n.start, v.text)
	case v.kind == noValue && strings.HasPrefix(missing, "meta."):
		x.report(f, n.start, quoteDirective(f.script.src[n.start:n.end])+": the page's front matter has no "+strings.TrimPrefix(missing, "meta."))
		x.literal(func() { x.put(f, n.start, n.end) })
	case v.kind == noValue && missing != "":
		if !x.page.isFull() {
			x.report(f, n.start, quoteDirective(f.script.src[n.start:n.end])+": no such variable or argument").Suggestion = x.page.nearVariable(missing)
		}
		x.literal(func() { x.put(f, n.start, n.end) })
	default:
		x.report(f, n.start, quoteDirective(f.script.src[n.start:n.end])+": "+v.unprintable())
	}
}
