package dialect

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// A Link is a link or an image of the page.
type Link struct {
	Destination string // variables filled in
	Offset      int    // of the destination; of the link where that stands elsewhere
	Image       bool
	Silent      bool // an image without a text for people who do not see it

	plain bool    // no character references or escapes are left in it
	node  *[]byte // the destination in the tree
}

func (p *Page) addLink(n ast.Node, destination *[]byte, image bool) {
	l := &Link{Offset: n.Pos(), Image: image, Silent: image && p.plainText(n) == "", node: destination}
	end := min(len(p.Source), n.Pos()+2000)
	if n.Pos() >= 0 {
		if i := bytes.Index(p.Source[n.Pos():end], append([]byte("]("), *destination...)); i >= 0 && len(*destination) > 0 {
			l.Offset += i + len("](")
		}
	}
	origin := func(at int) int { return l.Offset + at }
	l.Destination = p.substitute(string(*destination), origin, func(at int, name string) { p.unknownVariable(origin(at), name, false) })
	p.Links = append(p.Links, l)
}
