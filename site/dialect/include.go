package dialect

import (
	"bytes"
	"slices"
	"strconv"
)

// What one page may include. An author comes to none of these limits; a text
// that includes itself ten times over, ten levels deep, does.
const (
	mostIncludes = 2000
	deepestFrame = 20
	mostIncluded = 4 << 20 // bytes
)

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
