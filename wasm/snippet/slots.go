package snippet

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"mergebook/wasm/har"
)

// A Slot is something that a reader can fill in with a value of their own.
type Slot string

// The slots. Values that a page takes for them are plain in every language's
// literals, so they can stand in the place of a placeholder as they are.
const (
	NoSlot Slot = ""
	Base   Slot = "base"   // what the API's paths come behind: a scheme, a domain
	Domain Slot = "domain" // a host, with or without a port, and the path of a tenant
	Token  Slot = "token"  // an access token (RFC 6750, section 2.1)
	User   Slot = "user"   // the id of a user
)

// A place in a request that a reader can fill in.
type gap struct {
	slot    Slot
	text    string // what stands there until then
	encoded bool   // percent-encoded there
}

// Slotted is a request whose placeholders are known.
type Slotted struct {
	request *Request // with a mark in the place of each gap
	mark    string   // what all marks begin with; nothing else in the request has it
	gaps    []gap    // by the number in the mark
}

// FindSlots finds what a reader can fill in:
//
//   - the scheme and host of the URL, if the host is a placeholder or a name that is
//     reserved for examples (RFC 2606), and YOUR_DOMAIN anywhere;
//   - the credentials behind Bearer, and words such as YOUR_ACCESS_TOKEN;
//   - the id behind /users/ in the path, if it is a placeholder, and words such
//     as USER_ID.
//
// A placeholder in braces becomes a word, for braces are templates' own.
func FindSlots(r *Request) *Slotted {
	s := &Slotted{request: &Request{Method: r.Method}}
	s.mark = freeMark(r)
	s.request.URL = s.url(r.URL)
	for _, h := range r.Headers {
		value := h.Value
		if scheme, credentials, _ := strings.Cut(value, " "); strings.EqualFold(h.Name, "Authorization") && strings.EqualFold(scheme, "Bearer") && isSlotText(credentials) {
			value = scheme + " " + s.gap(Token, credentials, false)
		}
		s.request.Headers = append(s.request.Headers, har.Pair{Name: h.Name, Value: s.words(value, false)})
	}
	media, _ := r.Header("Content-Type")
	s.request.Body = s.words(r.Body, strings.HasPrefix(strings.ToLower(media), "application/x-www-form-urlencoded"))
	return s
}

// Any reports whether there is anything to fill in.
func (s *Slotted) Any() bool { return len(s.gaps) > 0 }

// Pieces writes the request in a language. A piece with a slot stands where the
// reader's value goes.
func (s *Slotted) Pieces(l Language) iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		code := l.Write(s.request)
		defer code.free()
		for p := range code.Pieces() {
			if !s.cut(p, yield) {
				return
			}
		}
	}
}

// cut yields a piece, cut at the marks in it.
func (s *Slotted) cut(p Piece, yield func(Piece) bool) bool {
	for {
		before, after, found := strings.Cut(p.Text, s.mark)
		if before != "" && !yield(Piece{Kind: p.Kind, Text: before}) {
			return false
		}
		if !found {
			return true
		}
		number, rest, _ := strings.Cut(after, "x")
		i, _ := strconv.Atoi(number)
		g := s.gaps[i]
		if !yield(Piece{Kind: p.Kind, Text: g.text, Slot: g.slot, Encoded: g.encoded}) {
			return false
		}
		p.Text = rest
	}
}

// TextPieces cuts a text that is no request at what a reader can fill in: the
// words that FindSlots knows, or all of a text that is a reserved host.
func TextPieces(text string) []Piece {
	if strings.Contains(text, ".") && isReserved(text) {
		return []Piece{{Text: text, Slot: Domain}}
	}
	s := &Slotted{mark: freeMark(&Request{Body: text})}
	var out []Piece
	s.cut(Piece{Text: s.words(text, false)}, func(p Piece) bool {
		out = append(out, p)
		return true
	})
	return out
}

// gap returns the mark of a gap. It has only letters and digits, which stand
// for themselves in every language.
func (s *Slotted) gap(slot Slot, text string, encoded bool) string {
	if isBraced(text) {
		text = map[Slot]string{Domain: "YOUR_DOMAIN", Token: "YOUR_ACCESS_TOKEN", User: "YOUR_USER_ID"}[slot]
	}
	g := gap{slot, text, encoded}
	i := slices.Index(s.gaps, g)
	if i < 0 {
		i = len(s.gaps)
		s.gaps = append(s.gaps, g)
	}
	return s.mark + strconv.Itoa(i) + "x"
}

// url finds the gaps of a URL.
func (s *Slotted) url(url string) string {
	end := hostEnd(url)
	origin, rest := url[:end], url[end:]
	if scheme, host, found := strings.Cut(origin, "://"); found && isExampleHost(host) {
		if isBraced(host) {
			host = "YOUR_DOMAIN"
		}
		origin = s.gap(Base, scheme+"://"+host, false)
	} else {
		origin = s.words(origin, false)
	}
	path, query, asked := strings.Cut(rest, "?")
	if before, id, found := strings.Cut(path, "/users/"); found {
		id, after, more := strings.Cut(id, "/")
		if more {
			after = "/" + after
		}
		if isUserPlaceholder(id) {
			id = s.gap(User, id, true)
		}
		path = s.words(before, true) + "/users/" + s.words(id, true) + s.words(after, true)
	} else {
		path = s.words(path, true)
	}
	if asked {
		path += "?" + s.words(query, true)
	}
	return origin + path
}

// words finds the placeholders that are words of capitals.
func (s *Slotted) words(text string, encoded bool) string {
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		n := 0
		for i+n < len(text) && isWord(text[i+n]) {
			n++
		}
		word := text[i : i+max(n, 1)]
		if slot := wordSlot(word); slot != NoSlot {
			b.WriteString(s.gap(slot, word, encoded))
		} else {
			b.WriteString(word)
		}
		i += len(word)
	}
	return b.String()
}

func isWord(c byte) bool { return har.IsAlnum(c) || c == '_' }

func wordSlot(word string) Slot {
	switch {
	case word != strings.ToUpper(word):
		return NoSlot
	case word == "YOUR_DOMAIN":
		return Domain
	case strings.HasSuffix(word, "ACCESS_TOKEN"):
		return Token
	case strings.HasSuffix(word, "USER_ID"):
		return User
	}
	return NoSlot
}

// isExampleHost reports whether nobody has that host.
func isExampleHost(host string) bool {
	name, _, _ := strings.Cut(host, ":")
	if !isSlotText(name) {
		return false
	}
	return isReserved(name) || isBraced(name) || strings.HasPrefix(name, "YOUR")
}

// isReserved reports whether a host is one of those that are for examples.
func isReserved(name string) bool {
	for _, reserved := range []string{"example", "example.com", "example.net", "example.org", "invalid", "test"} {
		if name == reserved || strings.HasSuffix(name, "."+reserved) {
			return isSlotText(name)
		}
	}
	return false
}

// isUserPlaceholder reports whether the segment of a path stands for an id:
// USER_ID, auth0%7CUSER_ID, userId, {id}, :id.
func isUserPlaceholder(segment string) bool {
	word := strings.ToLower(strings.ReplaceAll(segment, "_", ""))
	return isSlotText(segment) && (isBraced(segment) || strings.HasSuffix(word, "userid") || strings.HasPrefix(word, ":"))
}

// isSlotText reports whether every language writes the text as it is, or it is
// one that becomes a word.
func isSlotText(s string) bool {
	return s != "" && (isBraced(s) || !strings.ContainsFunc(s, func(r rune) bool {
		return r >= 0x80 || !isWord(byte(r)) && !strings.ContainsRune("-.~+/=:%", r)
	}))
}

var decodedBraces = strings.NewReplacer("%7B", "{", "%7D", "}")

// isBraced reports whether the text is a placeholder in braces.
func isBraced(s string) bool {
	s = decodedBraces.Replace(s)
	return s != "" && placeholder(s) == len(s)
}

// freeMark returns a word that the request does not have.
func freeMark(r *Request) string {
	var all strings.Builder
	all.WriteString(r.URL + r.Body)
	for _, h := range r.Headers {
		all.WriteString(h.Value)
	}
	for i := 0; ; i++ {
		if mark := "slot" + strconv.Itoa(i) + "x"; !strings.Contains(all.String(), mark) {
			return mark
		}
	}
}
