package build

import "mergebook/site/search"

// searchFolder is where the index of the search is.
const searchFolder = "search/"

func (s *Site) makeIndex() map[string][]byte {
	var pages []search.Page
	for _, p := range s.book.Pages {
		page := search.Page{Title: p.Title, URL: escaped(p.URL), Description: p.Front.Description, HTML: p.Parts()}
		for _, h := range p.Headings {
			if h.ID != p.TitleID {
				page.Headings = append(page.Headings, [2]string{h.Text, h.ID})
			}
		}
		pages = append(pages, page)
	}
	return search.Index(pages)
}
