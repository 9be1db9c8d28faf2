package dialect

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"mergebook/site/finding"
	"mergebook/site/nearest"
	"mergebook/wasm/har"
)

// A Role is what a fence is to the conversation of its page.
type Role string

// The roles that an author may give.
const (
	NoRole  Role = ""
	Profile Role = "profile"
	Patch   Role = "patch"
	Result  Role = "result"
	Ignore  Role = "ignore"

	Exercise Role = "exercise" // of a har fence: the request is a solution, for readers to find
	Predict  Role = "predict"  // of a har fence: readers say what it leads to
)

// A Fence is a block of code.
type Fence struct {
	Language string // in lower case: "har", "json", ""
	Role     Role
	Offset   int          // of the opening backticks
	Text     string       // as written, without the indentation of its list
	Before   string       // the text of the paragraph right before it, if there is one
	Section  int          // how many headings stand before it
	Request  *har.Request // of a good HAR, variables filled in
	Status   int          // that the author expects of the answer to it; 0 where nothing is said
	StatusAt int          // where that stands

	page  *Page
	lines textLines
	mark  string // of the gap that the HTML has for it
}

// fenceNode takes the place of goldmark's node.
type fenceNode struct {
	ast.BaseBlock
	fence *Fence
}

var kindFence = ast.NewNodeKind("Fence")

func (n *fenceNode) Kind() ast.NodeKind            { return kindFence }
func (n *fenceNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

func (p *Page) addFence(n *ast.FencedCodeBlock) {
	f := &Fence{page: p, Offset: n.Pos()}
	f.lines, f.Text = linesOf(n.Lines(), p.Source)
	if n.Info != nil {
		f.readInfo(string(n.Info.Segment.Value(p.Source)), n.Info.Segment.Start)
	}
	if prev, ok := n.PreviousSibling().(*ast.Paragraph); ok {
		f.Before = p.plainText(prev)
	}
	for _, h := range p.Headings {
		if h.Offset < f.Offset {
			f.Section++
		}
	}
	if f.Language == "har" {
		f.readHAR()
	} else {
		p.substitute(f.Text, f.SourceOffset, func(at int, name string) { p.unknownVariable(f.SourceOffset(at), name, true) })
	}
	p.Fences = append(p.Fences, f)
	n.Parent().ReplaceChild(n.Parent(), n, &fenceNode{fence: f})
}

// readInfo reads what stands behind the opening backticks.
func (f *Fence) readInfo(info string, offset int) {
	language, rest, _ := strings.Cut(info, " ")
	f.Language = strings.ToLower(language)
	if f.Language != "har" && f.Language != "json" {
		return // other languages have words of other tools here
	}
	at := len(language)
	for word := range strings.FieldsSeq(rest) {
		at += strings.Index(info[at:], word)
		f.readWord(word, offset+at)
		at += len(word)
	}
}

func (f *Fence) readWord(word string, at int) {
	keys, allowed := []string{"role"}, []string{string(Profile), string(Patch), string(Result), string(Ignore)}
	if f.Language == "har" {
		keys, allowed = []string{"role", "status"}, []string{string(Ignore), string(Exercise), string(Predict)}
	}
	key, value, _ := strings.Cut(word, "=")
	switch {
	case !slices.Contains(keys, key):
		f.page.report(at, finding.Error, "fence", word+": no such word of a "+f.Language+" fence").Suggestion = nearest.Of(key, keys)
		return
	case key == "status":
		f.readStatus(word, value, at)
		return
	}
	for _, a := range allowed {
		if a == value {
			f.Role = Role(a)
			return
		}
	}
	f.page.report(at, finding.Error, "fence", word+": the role of a "+f.Language+" fence can be "+strings.Join(allowed, ", ")).Suggestion = nearest.Of(value, allowed)
}

// readStatus reads the status that the answer to a request shall have.
func (f *Fence) readStatus(word, value string, at int) {
	n, err := strconv.Atoi(value)
	switch {
	case err != nil || len(value) != 3 || n < 100 || n > 599:
		f.page.report(at, finding.Error, "fence", word+": a status is a number of three digits, such as status=400")
	case f.Status != 0:
		f.page.report(at, finding.Error, "fence", word+": the status is given already")
	default:
		f.Status, f.StatusAt = n, at
	}
}

// SourceOffset turns an offset of Text into one of the page.
func (f *Fence) SourceOffset(i int) int {
	if len(f.lines) == 0 {
		return f.Offset
	}
	return f.lines.offset(i)
}

// Value returns the text with the variables filled in.
func (f *Fence) Value() string {
	return f.page.substitute(f.Text, f.SourceOffset, func(int, string) {})
}

// TextSpan turns a span of Value into one of Text. It is not ok where an end of
// the span lies within what a variable brought.
func (f *Fence) TextSpan(start, end int) (from, to int, ok bool) {
	from, to = start, end
	grown := 0 // how much longer Value is than Text, up to a replacement
	ok = true
	f.page.replacements(f.Text, f.SourceOffset, func(int, string) {}, func(r replacement) {
		begin := r.start + grown
		behind := begin + len(r.text)
		grown += len(r.text) - (r.end - r.start)
		if start >= behind {
			from = start - grown
		}
		if end >= behind {
			to = end - grown
		}
		ok = ok && !(begin < start && start < behind) && !(begin < end && end < behind)
	})
	return from, to, ok
}
