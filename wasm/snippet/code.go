package snippet

import (
	"iter"
	"sync/atomic"
)

// A Kind says what a piece of code is. Its value is the short class name that
// chroma, and so the site's style sheet, has for that kind of token.
type Kind string

// The kinds. Punctuation, operators and white space are plain.
const (
	Plain    Kind = ""
	Keyword  Kind = "k"
	Builtin  Kind = "nb" // commands, and functions that are always there
	Function Kind = "nf"
	Name     Kind = "na" // options, and names of arguments
	String   Kind = "s"
	Number   Kind = "m"
	Comment  Kind = "c"
)

// A Piece is text of one kind.
type Piece struct {
	Kind    Kind
	Text    string
	Slot    Slot // what the reader can put in the place of Text; see FindSlots
	Encoded bool // percent-encoded, if it goes there
}

// A Code is a program in pieces. Who wrote it knew what each piece is, so
// nobody has to find that out again to colour it. The zero value is empty.
type Code struct {
	text  []byte
	spans []span // one behind the other
}

// A span is text of one kind.
type span struct {
	kind Kind
	end  int // in the text
}

// Pieces yields the pieces in order; no two of one kind stand side by side.
func (c *Code) Pieces() iter.Seq[Piece] {
	return func(yield func(Piece) bool) {
		text, start := string(c.text), 0
		for _, s := range c.spans {
			if !yield(Piece{Kind: s.kind, Text: text[start:s.end]}) {
				return
			}
			start = s.end
		}
	}
}

// String returns the program's text.
func (c *Code) String() string { return string(c.text) }

// add appends text of one kind, and returns c for more.
func (c *Code) add(kind Kind, text string) *Code {
	if text == "" {
		return c
	}
	if c.text == nil {
		used := spare.Swap(nil)
		if used == nil { // most programs fit
			used = &Code{make([]byte, 0, 2048), make([]span, 0, 128)}
		}
		c.text, c.spans = used.text[:0], used.spans[:0]
	}
	c.text = append(c.text, text...)
	if n := len(c.spans); n > 0 && c.spans[n-1].kind == kind {
		c.spans[n-1].end = len(c.text)
	} else {
		c.spans = append(c.spans, span{kind, len(c.text)})
	}
	return c
}

// spare is the room of a program that nobody needs any more, or nil. Programs
// are written one after the other, so one is enough, and a sync.Pool would be
// a part of what the page loads.
var spare atomic.Pointer[Code]

// maxSpare is the most bytes of a program whose room is kept.
const maxSpare = 1 << 16

// free lets the next program have the room of this one.
func (c *Code) free() {
	if c.text != nil && cap(c.text) <= maxSpare {
		spare.Store(c)
	}
}

// addCode appends another program.
func (c *Code) addCode(other *Code) *Code {
	for p := range other.Pieces() {
		c.add(p.Kind, p.Text)
	}
	return c
}

func (c *Code) plain(text string) *Code    { return c.add(Plain, text) }
func (c *Code) keyword(text string) *Code  { return c.add(Keyword, text) }
func (c *Code) builtin(text string) *Code  { return c.add(Builtin, text) }
func (c *Code) function(text string) *Code { return c.add(Function, text) }
func (c *Code) name(text string) *Code     { return c.add(Name, text) }
func (c *Code) str(literal string) *Code   { return c.add(String, literal) }
func (c *Code) number(text string) *Code   { return c.add(Number, text) }
func (c *Code) comment(text string) *Code  { return c.add(Comment, text) }
