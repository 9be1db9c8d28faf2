package dialect

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"mergebook/site/finding"
)

// A span is a part of a text.
type span struct{ start, end int }

// What one page may include. An author comes to none of these limits; a text
// that includes itself ten times over, ten levels deep, does.
const (
	mostIncludes = 2000
	deepestFrame = 20
	mostIncluded = 4 << 20 // bytes
)

// A frame is a file whose text is being put out.
type frame struct {
	script    *script
	arguments map[string]value // its own; those of the frames around it count too
	given     bool             // whether there are any
	parent    *frame           // the file that includes it; nil for the page
	at        int              // of the directive in parent
}

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

// argument finds a name, or a name in an object, among the arguments of the
// innermost frame that has it.
func (f *frame) argument(name string) value {
	first, _, _ := strings.Cut(name, ".")
	for g := f; g != nil; g = g.parent {
		_, whole := g.arguments[name]
		if _, part := g.arguments[first]; whole || part {
			return argument(g.arguments, name)
		}
	}
	return value{kind: noValue}
}

// argument finds a name, or a name in an object, among arguments.
func argument(arguments map[string]value, name string) value {
	if v, ok := arguments[name]; ok {
		return v
	}
	first, rest, dotted := strings.Cut(name, ".")
	if v, ok := arguments[first]; ok && dotted {
		return argument(v.fields, rest)
	}
	return value{kind: noValue}
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

// include puts out another file.
func (x *expander) include(f *frame, n *node) {
	if x.full {
		return
	}
	lookup := x.lookup(f)
	path := n.value(lookup)
	if !path.printable() || path.text == "" {
		message := ": this is no path of a file; name it, as in include('_includes/_file')"
		if n.kind == snippetNode {
			message = ": the page's front matter does not say which file this is"
		}
		x.report(f, n.start, quoteDirective(f.script.src[n.start:n.end])+message)
		return
	}
	if problem := x.limit(f); problem != "" {
		x.stop(f, n.start, problem)
		return
	}
	x.includes++
	s, absent, problem, suggestion := x.page.site.find(f.script.file, path.text, n.kind == snippetNode)
	if problem == "" {
		problem = cycle(f, s)
	}
	if problem != "" {
		x.report(f, n.start, problem).Suggestion = suggestion
		return
	}
	x.included += len(s.src)
	x.page.Includes = addNew(x.page.Includes, s.file)
	x.page.Absent = addNew(x.page.Absent, absent...)
	inner := &frame{script: s, given: f.given, parent: f, at: n.start}
	if n.arguments != nil {
		inner.arguments = n.arguments(lookup).fields
		inner.given = f.given || len(inner.arguments) > 0
	}
	start, segments, literals := len(x.out), len(x.page.segments), len(x.page.literals)
	x.nodes(inner, s.nodes)
	if n.inline {
		x.trim(start, segments, literals)
	}
}

// addNew appends the names that are not in the list yet.
func addNew(list []string, names ...string) []string {
	for _, name := range names {
		if !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

// limit says which limit of the page is reached, if one is.
func (x *expander) limit(f *frame) string {
	depth := 0
	for g := f; g.parent != nil; g = g.parent {
		depth++
	}
	switch {
	case depth >= deepestFrame:
		return "files include one another more than " + strconv.Itoa(deepestFrame) + " levels deep; this and all further includes are left out"
	case x.includes >= mostIncludes:
		return "the page includes more than " + strconv.Itoa(mostIncludes) + " files; this and all further includes are left out"
	case x.included >= mostIncluded:
		return tooLarge
	}
	return ""
}

// cycle says how a file would come to include itself, if it would.
func cycle(f *frame, s *script) string {
	way := s.file
	for g := f; g != nil; g = g.parent {
		way = g.script.file + " → " + way
		if g.script.file == s.file {
			return "include: " + s.file + " would include itself: " + way
		}
	}
	return ""
}

// trim takes the white space from both ends of what was put out since an
// offset: it stands within a line, perhaps in the cell of a table.
func (x *expander) trim(start, segments, literals int) {
	const space = " \t\r\n"
	text := x.out[start:]
	lead := len(text) - len(bytes.TrimLeft(text, space))
	text = bytes.Trim(text, space)
	copy(x.out[start:], text)
	end := start + len(text)
	x.out = x.out[:end]
	move := func(at int) int { return min(max(start, at-lead), end) }
	for i := segments; i < len(x.page.segments); i++ {
		s := &x.page.segments[i]
		if cut := start + lead - s.start; cut > 0 && !s.fixed {
			s.at += cut // its beginning is gone
		}
		s.start = move(s.start)
	}
	for i := literals; i < len(x.page.literals); i++ {
		l := &x.page.literals[i]
		l.start, l.end = move(l.start), move(l.end)
	}
}
