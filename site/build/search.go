package build

import (
	"mergebook/site/book"
	"mergebook/site/parallel"
	"mergebook/site/search"
)

// searchFolder is where the index of the search is.
const searchFolder = "search/"

func (s *Site) makeIndex() map[string][]byte { return search.Index(s.words, s.findable()) }

// makeFindable returns what of each page can be found, in the order of the book.
func (s *Site) makeFindable() []search.Page {
	pages := make([]search.Page, len(s.book.Pages))
	parallel.Each(len(pages), func(i int) error {
		pages[i] = s.found(s.book.Pages[i])
		return nil
	})
	return pages
}

// found returns what of a page can be found.
func (s *Site) found(p *book.Page) search.Page {
	out := search.Page{Title: p.Title, URL: escaped(p.URL), Description: p.Front.Description}
	for _, h := range p.Headings {
		if h.ID != p.TitleID {
			out.Headings = append(out.Headings, [2]string{h.Text, h.ID})
		}
	}
	if p.Known != nil {
		out.Words = p.Known.Words
	} else {
		out.Words = s.words.Weigh(out, p.Parts())
	}
	return out
}
