package book

import (
	"time"

	"mergebook/site/dialect"
	"mergebook/site/packed"
)

// Packed writes or reads what is known of a page.
func (k *Known) Packed(c *packed.Codec) {
	k.File.Packed(c)
	packed.List(c, &k.Includes, func(c *packed.Codec, s *Stamp) { s.Packed(c) })
	packed.List(c, &k.Absent, (*packed.Codec).Text)
	for _, text := range []*string{&k.URL, &k.Path, &k.Title, &k.Description, &k.PageTitle, &k.TitleID, &k.Section} {
		c.Text(text)
	}
	packed.List(c, &k.Topics, (*packed.Codec).Text)
	date := ""
	if !k.Date.IsZero() {
		date = k.Date.Format(time.RFC3339Nano)
	}
	if c.Text(&date); date != "" {
		k.Date, _ = time.Parse(time.RFC3339Nano, date)
	}
	packed.List(c, &k.Headings, func(c *packed.Codec, h *dialect.Heading) {
		c.Text(&h.ID)
		c.Text(&h.Text)
		packed.Int(c, &h.Level)
		packed.Int(c, &h.Offset)
	})
	packed.List(c, &k.IDs, (*packed.Codec).Text)
	packed.Int(c, &k.Examples)
	packed.Int(c, &k.Proven)
	packed.Int(c, &k.Predicted)
	c.Bytes(&k.Words)
}

// Packed writes or reads a stamp.
func (s *Stamp) Packed(c *packed.Codec) {
	c.Text(&s.Name)
	packed.Int(c, &s.Size)
	packed.Int(c, &s.Time)
	hash := s.Hash[:]
	c.Bytes(&hash)
	copy(s.Hash[:], hash)
}
