package dialect

import (
	"html"
	"slices"
	"strings"

	tokens "golang.org/x/net/html"
)

// demoted returns what stands for an element: a page has one <h1>, its title.
func demoted(name string) string {
	if name == "h1" {
		return "h2"
	}
	return name
}

func (c *cleaner) end(at int, raw, name string) {
	name = demoted(name)
	switch {
	case isVoid(name) || !c.allows(name):
		if !isElement(name) {
			c.write(html.EscapeString(raw))
		}
	case c.opened[name] == 0:
		c.warn(at, "</"+name+"> ends nothing that was begun here; it is left out")
	default:
		i := len(c.open) - 1
		for c.open[i] != name {
			i--
		}
		c.closeTo(i)
	}
}

// closeTo closes the elements from the i-th.
func (c *cleaner) closeTo(i int) {
	for _, name := range slices.Backward(c.open[i:]) {
		c.write("</" + name + ">")
		c.opened[name]--
	}
	c.open = c.open[:i]
}

func (c *cleaner) start(at int, raw string, token tokens.Token, closed bool) {
	name := token.Data
	switch {
	case !isElement(name) && !c.allows(name):
		c.warn(at, "<"+name+"> is no element of HTML; it is shown as text, which is meant by \\< or `code`")
		c.write(html.EscapeString(raw))
		return
	case isForbidden(name):
		c.warn(at, "<"+name+"> is left out with what is in it")
		if !closed && !isVoid(name) {
			c.skip = name
		}
		return
	case !c.allows(name):
		c.warn(at, "<"+name+"> is left out; what is in it stays")
		return
	}
	if name == "h1" {
		c.page.reportDemoted(c.offset(at))
		name = demoted(name)
	}
	if n := len(c.open); n > 0 && endsBy(c.open[n-1], name) {
		c.closeTo(n - 1)
	}
	c.write("<" + name)
	hasID := slices.ContainsFunc(token.Attr, func(a tokens.Attribute) bool { return a.Key == "id" })
	described := slices.ContainsFunc(token.Attr, func(a tokens.Attribute) bool { return a.Key == "alt" }) // alt="" says that there is nothing to say
	for _, a := range token.Attr {
		if a.Key != "name" || !hasID { // <a id="x" name="x"> was written for old browsers
			c.attribute(at, raw, name, a, described)
		}
	}
	c.write(">")
	switch {
	case isVoid(name):
	case closed:
		c.write("</" + name + ">")
	default:
		c.open = append(c.open, name)
		c.opened[name]++
	}
}

// attribute writes an attribute, if it may stay.
func (c *cleaner) attribute(at int, raw, element string, a tokens.Attribute, described bool) {
	if i := strings.Index(raw, a.Val); i > 0 && a.Val != "" {
		at += i
	}
	origin := func(i int) int { return c.offset(at + i) }
	value := c.page.substitute(a.Val, origin, func(i int, name string) { c.page.unknownVariable(origin(i), name, false) })
	switch {
	case strings.HasPrefix(a.Key, "on") || a.Key == "style":
		c.warn(at, "the attribute "+a.Key+" is left out")
	case element == "a" && a.Key == "href", element == "img" && a.Key == "src":
		if !isSafe(value, element == "img") {
			c.warn(at, "the attribute "+a.Key+" is left out: pages cannot lead to such an address")
			return
		}
		address := []byte(value)
		link := &Link{Destination: value, Offset: c.offset(at), Image: element == "img", Silent: element == "img" && !described, plain: true, node: &address}
		c.page.Links = append(c.page.Links, link)
		c.write(" " + a.Key + `="`)
		c.out = append(c.out, htmlPiece{address: &address})
		c.write(`"`)
	case a.Key == "id", a.Key == "name" && element == "a":
		c.id(at, value)
	case isAttribute(element, a.Key):
		c.write(" " + a.Key + `="` + html.EscapeString(value) + `"`)
	}
}

// id writes an id that nothing else of the page has.
func (c *cleaner) id(at int, id string) {
	_, taken := c.page.ids[id]
	switch {
	case taken || isReserved(id):
		c.warn(at, "the id "+id+" is left out: something else of the page has it")
	case id == "" || strings.ContainsAny(id, " \t\r\n\f"):
		c.warn(at, "the id is left out: an id is one word")
	default:
		c.page.ids[id] = 0
		c.page.IDs = append(c.page.IDs, id)
		c.write(` id="` + html.EscapeString(id) + `"`)
	}
}
