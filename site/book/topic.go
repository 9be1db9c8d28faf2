package book

import (
	"slices"
	"strings"
	"unicode"
)

// A Topic is what several pages may be about, by what their front matter says.
type Topic struct {
	Name  string // as the first page writes it
	URL   string // "/topics/user-metadata/"
	Pages []*Page
}

// Topics returns all topics, by name.
func (b *Book) Topics() []*Topic {
	byURL := map[string]*Topic{}
	var all []*Topic
	for _, p := range b.Pages {
		for _, name := range p.Front.Topics {
			url := TopicURL(name)
			t := byURL[url]
			if t == nil {
				t = &Topic{Name: name, URL: url}
				byURL[url] = t
				all = append(all, t)
			}
			if !slices.Contains(t.Pages, p) {
				t.Pages = append(t.Pages, p)
			}
		}
	}
	slices.SortFunc(all, func(a, b *Topic) int { return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return all
}

// TopicsURL is the address of the page that lists all topics.
const TopicsURL = "/topics/"

// TopicURL returns the address of the page of a topic.
func TopicURL(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) == 0 {
		return TopicsURL
	}
	return TopicsURL + strings.Join(words, "-") + "/"
}
