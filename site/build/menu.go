package build

import (
	"bytes"
	"slices"

	"mergebook/site/templates"
)

// A navList is a part of the navigation as HTML. All pages of a folder show the
// same but for what is marked as current.
type navList struct {
	html string
	at   map[*navNode]int // where the mark of a link goes
}

// A navKey says which list that is.
type navKey struct {
	open *navNode // whose children are listed, and those of all around it; nil for the top alone
	root string   // what leads from the page to the site's root
}

// menu writes the tree as a page shows it: all on the way to the page, and
// what is beside and below that. What is of one section is a list under its
// name. root leads from the page to the site's root.
func (n *navigation) menu(current, root string) templates.Fragment {
	node := n.byURL[current]
	open := n.root
	if node != nil {
		if open = node; len(node.children) == 0 {
			open = node.parent
		}
	}
	return n.listed(navKey{open, root}).with(node, "page")
}

// sections writes what is at the top of the tree, if there is anything.
func (n *navigation) sections(current, root string) templates.Fragment {
	if len(n.root.children) == 0 {
		return nil
	}
	node, value := n.byURL[current], "page"
	for node != nil && node.parent != n.root && node != n.root {
		node, value = node.parent, "true"
	}
	return n.listed(navKey{nil, root}).with(node, value)
}

// with writes the list with one link marked, if it is there.
func (l *navList) with(node *navNode, value string) templates.Fragment {
	return func(b *bytes.Buffer) error {
		at := l.at[node]
		b.WriteString(l.html[:at])
		if at > 0 {
			b.WriteString(`" aria-current="`)
			b.WriteString(value)
		}
		b.WriteString(l.html[at:])
		return nil
	}
}

// listed returns a list, which is made once.
func (n *navigation) listed(key navKey) *navList {
	if known, ok := n.lists.Load(key); ok {
		return known.(*navList)
	}
	l := &navList{at: map[*navNode]int{}}
	var b bytes.Buffer
	if key.open == nil {
		for _, c := range n.root.children {
			l.item(&b, c, key.root)
			b.WriteString("</li>")
		}
	} else {
		var way []*navNode
		for at := key.open; at != nil; at = at.parent {
			way = append(way, at)
		}
		l.tree(&b, n.root.children, way, key.root)
	}
	l.html = b.String()
	n.lists.Store(key, l)
	return l
}

func (l *navList) tree(b *bytes.Buffer, nodes, way []*navNode, root string) {
	section := ""
	for _, c := range nodes {
		if c.section != section {
			if section != "" {
				b.WriteString("</ul></li>")
			}
			if section = c.section; section != "" {
				b.WriteString("\n<li><span class=\"label\">" + section + "</span><ul>")
			}
		}
		l.item(b, c, root)
		if len(c.children) > 0 && slices.Contains(way, c) {
			b.WriteString("<ul>")
			l.tree(b, c.children, way, root)
			b.WriteString("</ul>")
		}
		b.WriteString("</li>")
	}
	if section != "" {
		b.WriteString("</ul></li>")
	}
}

// item begins an item of a list.
func (l *navList) item(b *bytes.Buffer, c *navNode, root string) {
	b.WriteString("\n<li>" + `<a href="` + root + c.href)
	l.at[c] = b.Len()
	b.WriteString(`">` + c.title + "</a>")
}
