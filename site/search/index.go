package search

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Page is what of a page can be found.
type Page struct {
	Title, URL, Description string
	Headings                [][2]string // text and id
	Words                   string      // of its content; see Weigh
}

// What a word weighs by where it stands. In the text it counts each time, up to
// a limit.
const (
	inTitle       = 10
	inHeading     = 5
	inDescription = 3
	inText        = 1
	mostInText    = 4
)

// A posting is a page that has a word.
type posting struct{ page, weight int }

// Index returns the files of the index by name.
func Index(pages []Page) map[string][]byte {
	postings := map[string][]posting{}
	for i, p := range pages {
		for line := range strings.SplitSeq(p.Words, "\n") {
			word, weight, found := strings.Cut(line, " ")
			if !found {
				continue
			}
			if n, err := strconv.Atoi(weight); err == nil {
				postings[word] = append(postings[word], posting{i, n})
			}
		}
	}
	files := map[string]*bytes.Buffer{}
	for _, word := range slices.Sorted(maps.Keys(postings)) {
		name := FileOf(word)
		b := files[name]
		if b == nil {
			b = bytes.NewBufferString("{")
			files[name] = b
		} else {
			b.WriteString(",\n")
		}
		write(b, word, postings[word])
	}
	out := map[string][]byte{"pages.json": list(slices.Sorted(maps.Keys(files)), pages)}
	for name, b := range files {
		out[name] = append(b.Bytes(), "}\n"...)
	}
	return out
}

// Weigh returns the words of a page with what each weighs, one on a line. html
// is its content, in any number of pieces.
func Weigh(p Page, html []string) string {
	all := map[string]int{}
	for _, piece := range html {
		for piece := range text(piece) {
			for word := range Words(piece) {
				if all[word] < mostInText {
					all[word] += inText
				}
			}
		}
	}
	add := func(text string, weight int) {
		for word := range Words(text) {
			all[word] += weight
		}
	}
	add(p.Title, inTitle)
	add(p.Description, inDescription)
	for _, h := range p.Headings {
		add(h[0], inHeading)
	}
	var b strings.Builder
	for _, word := range slices.Sorted(maps.Keys(all)) {
		b.WriteString(word + " " + strconv.Itoa(all[word]) + "\n")
	}
	return b.String()
}

func write(b *bytes.Buffer, word string, list []posting) {
	name, err := json.Marshal(word)
	if err != nil {
		panic(err) // strings always marshal
	}
	b.Write(name)
	b.WriteString(":[")
	for i, p := range list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(p.page), 10))
		b.WriteByte(',')
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(p.weight), 10))
	}
	b.WriteByte(']')
}

// list makes pages.json, a page a line.
func list(files []string, pages []Page) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encode := func(v any) {
		if err := encoder.Encode(v); err != nil {
			panic(err) // strings always marshal
		}
	}
	b.WriteString(`{"files":`)
	encode(append([]string{}, files...))
	b.WriteString(`,"pages":[`)
	for i, p := range pages {
		if i > 0 {
			b.WriteString(",")
		}
		encode([]any{p.Title, p.URL, p.Description, append([][2]string{}, p.Headings...)})
	}
	b.WriteString("]}\n")
	return b.Bytes()
}
