package book

import (
	"bytes"
	"encoding/binary"
)

// AppendSeen appends what others see of the page: what lists show, and what can
// be linked to. The bytes are of two pages only where they are the same in all of
// that.
func (p *Page) AppendSeen(b []byte) []byte {
	b = p.appendListed(b)
	b = appendTexts(b, p.TitleID)
	b = appendTexts(b, p.IDs...)
	b = binary.AppendUvarint(b, uint64(len(p.Headings)))
	for _, h := range p.Headings {
		b = appendTexts(b, h.Text, h.ID)
	}
	return b
}

// appendListed appends where the page is, and what lists of pages show of it.
func (p *Page) appendListed(b []byte) []byte {
	b = appendTexts(b, p.File, p.URL, p.Title, p.Front.Description, p.Front.Section)
	b = appendTexts(b, p.Front.Topics...)
	return binary.AppendVarint(b, p.Front.Date.UnixNano())
}

// ListedAs reports whether lists show the same of both pages.
func (p *Page) ListedAs(q *Page) bool {
	return p == q || bytes.Equal(p.appendListed(nil), q.appendListed(nil))
}

func appendTexts(b []byte, list ...string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}
