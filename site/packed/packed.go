// Package packed keeps data between two runs of a program, in a form that is
// read and written fast. What encoding/gob finds out by reflection is said here
// by a function, and one function serves both ways:
//
//	func (p *Point) packed(c *packed.Codec) {
//		c.Text(&p.Name)
//		packed.Int(c, &p.X)
//	}
//
// The form says nothing of what is in it: who reads must be the program that
// wrote.
package packed

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// A Codec writes what it is shown, or sets it to what it reads.
type Codec struct {
	reading bool
	data    []byte // what was written so far
	text    string // what is left to read
	failed  bool
}

// Write returns what f shows.
func Write(f func(c *Codec)) []byte {
	c := &Codec{}
	f(c)
	return c.data
}

// Read lets f set what it shows to what Write returned for it. The error is for
// data that are cut or of something else; then what f shows is of no use.
func Read(data []byte, f func(c *Codec)) error {
	c := &Codec{reading: true, text: string(data)}
	f(c)
	if c.failed || c.text != "" {
		return errors.New("packed: the data are damaged")
	}
	return nil
}

// Int is for a whole number.
func Int[T int | int64](c *Codec, n *T) {
	if !c.reading {
		c.data = binary.AppendVarint(c.data, int64(*n))
		return
	}
	var buffer [binary.MaxVarintLen64]byte
	value, size := binary.Varint(buffer[:copy(buffer[:], c.text)])
	if size <= 0 {
		c.fail()
		return
	}
	*n, c.text = T(value), c.text[size:]
}

// Text is for a text.
func (c *Codec) Text(s *string) {
	if n, ok := c.length(len(*s)); !ok {
		c.data = append(c.data, *s...)
	} else {
		*s, c.text = c.text[:n], c.text[n:]
	}
}

// Bytes is for bytes.
func (c *Codec) Bytes(b *[]byte) {
	if n, ok := c.length(len(*b)); !ok {
		c.data = append(c.data, *b...)
	} else {
		*b, c.text = []byte(c.text[:n]), c.text[n:]
	}
}

// List is for a list; each is called with what is in it.
func List[T any](c *Codec, list *[]T, each func(c *Codec, v *T)) {
	if n, ok := c.length(len(*list)); ok {
		*list = make([]T, n)
	}
	for i := range *list {
		each(c, &(*list)[i])
	}
}

// Map is for what has names; each is called with what has one.
func Map[T any](c *Codec, m *map[string]T, each func(c *Codec, v *T)) {
	names := slices.Sorted(maps.Keys(*m))
	List(c, &names, (*Codec).Text)
	if c.reading {
		*m = make(map[string]T, len(names))
	}
	for _, name := range names {
		v := (*m)[name]
		each(c, &v)
		(*m)[name] = v
	}
}

// Refuse makes what was read so far of no use.
func (c *Codec) Refuse() {
	if c.reading {
		c.fail()
	}
}

// length writes a length; or it reads one and reports true. Nothing is longer
// than what is left, for even an empty text takes a byte.
func (c *Codec) length(n int) (int, bool) {
	value := n
	Int(c, &value)
	if c.reading && (value < 0 || value > len(c.text)) {
		c.fail()
		value = 0
	}
	return value, c.reading
}

func (c *Codec) fail() { c.failed, c.text = true, "" }
