package snippet

import "strings"

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
	pieces []Piece
}

// Pieces returns the pieces in order; no two of one kind stand side by side.
func (c *Code) Pieces() []Piece { return c.pieces }

// String returns the program's text.
func (c *Code) String() string {
	var b strings.Builder
	for _, p := range c.pieces {
		b.WriteString(p.Text)
	}
	return b.String()
}

// add appends text of one kind, and returns c for more.
func (c *Code) add(kind Kind, text string) *Code {
	if n := len(c.pieces); n > 0 && c.pieces[n-1].Kind == kind {
		c.pieces[n-1].Text += text
	} else if text != "" {
		c.pieces = append(c.pieces, Piece{Kind: kind, Text: text})
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
