package dialect

import (
	"slices"
	"strings"

	"mergebook/site/templates"
)

// allowed are the elements of raw HTML that stay, with their attributes beside
// those that all may have.
var allowed = map[string]string{
	"a": "href name", "abbr": "", "address": "", "article": "", "aside": "", "b": "", "bdi": "", "bdo": "", "blockquote": "cite", "br": "",
	"caption": "", "cite": "", "code": "", "col": "span", "colgroup": "span", "data": "value", "dd": "", "del": "cite datetime",
	"details": "open", "dfn": "", "div": "", "dl": "", "dt": "", "em": "", "figcaption": "", "figure": "", "footer": "",
	"h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "header": "", "hr": "", "i": "", "img": "src alt width height",
	"ins": "cite datetime", "kbd": "", "li": "value", "mark": "", "nav": "", "ol": "start type reversed", "p": "", "pre": "", "q": "cite",
	"rp": "", "rt": "", "ruby": "", "s": "", "samp": "", "section": "", "small": "", "span": "", "strong": "", "sub": "", "summary": "",
	"sup": "", "table": "", "tbody": "", "td": "colspan rowspan headers", "tfoot": "", "th": "colspan rowspan headers scope abbr",
	"thead": "", "time": "datetime", "tr": "", "u": "", "ul": "", "var": "", "wbr": "",
}

// common are the attributes that all elements may have. class is not among
// them: the classes of other sites mean nothing to our style sheets, and ours
// something to our scripts.
const common = "title lang dir"

// forbidden are elements that never stay, whatever a site allows: they run,
// load or style something, or read what follows by other rules. What is in
// them goes too.
const forbidden = "applet base embed frame frameset head iframe link math meta noembed noframes noscript object plaintext script style svg template textarea title xmp"

// others are elements of HTML that do not stay, but what is in them does.
const others = "acronym area audio basefont big body button canvas center datalist dialog dir fieldset font form hgroup html input label legend main map marquee menu meter nobr optgroup option output param picture progress search select slot source strike track tt video"

// void are elements that have no end.
const void = "area base br col embed frame hr img input link meta param source track wbr"

func in(word, list string) bool { return slices.Contains(strings.Fields(list), word) }

// isElement reports whether HTML has an element of that name.
func isElement(name string) bool {
	_, ok := allowed[name]
	return ok || isForbidden(name) || in(name, others)
}

func isForbidden(name string) bool { return in(name, forbidden) }
func isVoid(name string) bool      { return in(name, void) }

// isReserved reports whether an id may be one of the pages around an author's
// text.
func isReserved(id string) bool { return templates.IDs()[id] || strings.HasPrefix(id, "example-") }

// MayAllow reports whether a site can allow an element: whether it is a name,
// and not one of those that never stay.
func MayAllow(name string) bool {
	return isCalloutName(strings.TrimRight(name, "0123456789")) && !isForbidden(name)
}

func (c *cleaner) allows(name string) bool {
	_, ok := allowed[name]
	return ok || slices.Contains(c.page.site.Elements, name) && MayAllow(name)
}

func isAttribute(element, name string) bool {
	return in(name, common) || in(name, allowed[element]) || strings.HasPrefix(name, "aria-") && isCalloutName(name)
}

// endsBy reports whether an element ends where another one begins, as authors
// leave </li> and </td> out.
func endsBy(open, next string) bool {
	switch open {
	case "li", "p", "tr":
		return next == open
	case "td", "th":
		return next == "td" || next == "th" || next == "tr"
	case "dt", "dd":
		return next == "dt" || next == "dd"
	}
	return false
}

// isSafe reports whether a page may have such an address. Browsers overlook
// white space and control characters in it, so it is looked at without them.
func isSafe(address string, image bool) bool {
	address = strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, address))
	scheme, rest, found := strings.Cut(address, ":")
	if !found || strings.ContainsAny(scheme, "/?#") {
		return true
	}
	switch scheme {
	case "http", "https", "mailto", "tel":
		return true
	case "data":
		for _, kind := range []string{"image/png;", "image/gif;", "image/jpeg;", "image/webp;"} {
			if image && strings.HasPrefix(rest, kind) {
				return true
			}
		}
	}
	return false
}
