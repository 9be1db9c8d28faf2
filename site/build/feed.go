package build

import (
	"bytes"
	"encoding/xml"
	"slices"
	"time"

	"mergebook/site/book"
)

// feedFile is where the feed is.
const feedFile = "feed.xml"

// mostNews is how many pages a feed has.
const mostNews = 50

// news returns the pages with a date, the newest first. A feed has whole
// addresses, so there is none where the site does not know its own.
func (s *Site) news() []*book.Page {
	if s.book.Config.URL == "" {
		return nil
	}
	var all []*book.Page
	for _, p := range s.book.Pages {
		if !p.Front.Date.IsZero() {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b *book.Page) int { return b.Front.Date.Compare(a.Front.Date) })
	return all[:min(len(all), mostNews)]
}

// feed makes an Atom feed (RFC 4287).
func (s *Site) feed(b *bytes.Buffer) error {
	type link struct {
		Rel  string `xml:"rel,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	type entry struct {
		Title   string `xml:"title"`
		ID      string `xml:"id"`
		Link    link   `xml:"link"`
		Updated string `xml:"updated"`
		Summary string `xml:"summary,omitempty"`
	}
	news, c := s.news(), s.book.Config
	feed := struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		Title   string   `xml:"title"`
		ID      string   `xml:"id"`
		Links   []link   `xml:"link"`
		Updated string   `xml:"updated"`
		Author  string   `xml:"author>name"`
		Entries []entry  `xml:"entry"`
	}{Title: c.Title, ID: c.URL, Links: []link{{"", c.URL}, {"self", s.absolute("/" + feedFile)}}, Updated: news[0].Front.Date.Format(time.RFC3339), Author: c.Title}
	for _, p := range news {
		url := s.absolute(p.URL)
		feed.Entries = append(feed.Entries, entry{p.Title, url, link{Href: url}, p.Front.Date.Format(time.RFC3339), p.Front.Description})
	}
	return writeXML(b, feed)
}
