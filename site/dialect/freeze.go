package dialect

import (
	"bytes"
	"fmt"
	"html"
	"strconv"
	"strings"
	"sync"

	goldmark "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"mergebook/site/templates"
)

// A frozen text is a page's HTML with gaps for what other pages decide: where
// its links lead, and what the examples show. The tree of the page, which takes
// much more memory, is not needed after that.
type frozen struct {
	parts []string // one more than gaps
	gaps  []gap
}

// A gap is for a link's destination or for an example.
type gap struct {
	link  *Link
	fence *Fence
}

// buffers are for HTML that is being made: to clear new ones takes longer than
// to write into them.
var buffers = sync.Pool{New: func() any { return new(buffer) }}

// A buffer is what goldmark writes into; any other writer gets a buffer more.
type buffer struct{ bytes.Buffer }

func (b *buffer) Buffered() int { return 0 }
func (b *buffer) Flush() error  { return nil }

// gapSign stands at both ends of a gap's number in HTML that is being frozen.
// Nothing else has it: it is taken out of the page, of files that it includes
// and of texts in YAML, and CommonMark takes it out of character references
// (section 2.3).
const (
	gapSign        = "\x00"
	gapReplacement = "\ufffd" // as CommonMark has it
)

// withoutGaps makes a text of YAML, which can hold any character, one that can
// stand in a page.
func withoutGaps(text string) string { return strings.ReplaceAll(text, gapSign, gapReplacement) }

func gapMark(kind byte, i int) string {
	return gapSign + string(kind) + strconv.Itoa(i) + gapSign
}

// freeze renders the page and lets go of its tree.
func (p *Page) freeze() {
	for i, l := range p.Links {
		*l.node = []byte(gapMark('l', i))
		l.node = nil
	}
	for i, f := range p.Fences {
		if f.Request != nil {
			f.mark = gapMark('f', i)
		}
	}
	b := buffers.Get().(*buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := markdown.Renderer().Render(b, p.Source, p.doc); err != nil {
		panic(err) // a buffer takes all
	}
	p.doc = nil
	for i, s := range strings.Split(b.String(), gapSign) {
		if i%2 == 0 {
			p.html.parts = append(p.html.parts, s)
			continue
		}
		n, err := strconv.Atoi(s[1:])
		if err != nil {
			panic(fmt.Sprintf("dialect: no gap: %q", s))
		}
		if s[0] == 'l' {
			p.html.gaps = append(p.html.gaps, gap{link: p.Links[n]})
		} else {
			p.html.gaps = append(p.html.gaps, gap{fence: p.Fences[n]})
		}
	}
}

// Render writes the page's HTML. href turns each link's destination into what
// the page shall have; examples has what is shown for the har fences that hold a
// request.
func (p *Page) Render(b *bytes.Buffer, href func(l *Link) string, examples map[*Fence]*templates.Example) error {
	for i, part := range p.html.parts {
		b.WriteString(part)
		if i == len(p.html.gaps) {
			break
		}
		if g := p.html.gaps[i]; g.link != nil {
			to := util.URLEscape([]byte(href(g.link)), !g.link.plain)
			if !goldmark.IsDangerousURL(to) && (!g.link.plain || isSafe(string(to), g.link.Image)) {
				b.WriteString(html.EscapeString(string(to)))
			}
		} else if err := templates.Render(b, "example", examples[g.fence]); err != nil {
			return err
		}
	}
	return nil
}

// Parts returns the page's HTML without what other pages decide.
func (p *Page) Parts() []string { return p.html.parts }
