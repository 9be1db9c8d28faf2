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
	Words                   []byte      // of its content; see Weigh
}

// A posting is a page that has a word.
type posting struct{ page, weight int32 }

// Index returns the files of the index by name. The words of the pages have
// the numbers of the vocabulary.
func Index(v *Vocabulary, pages []Page) map[string][]byte {
	words := v.Words()
	postings := postingsOf(len(words), pages)
	var used []int
	for number, list := range postings {
		if len(list) > 0 {
			used = append(used, number)
		}
	}
	slices.SortFunc(used, func(a, b int) int { return strings.Compare(words[a], words[b]) })
	files := map[string]*bytes.Buffer{}
	for _, number := range used {
		word := words[number]
		name := FileOf(word)
		b := files[name]
		if b == nil {
			b = bytes.NewBufferString("{")
			files[name] = b
		} else {
			b.WriteString(",\n")
		}
		write(b, word, postings[number])
	}
	out := map[string][]byte{"pages.json": list(slices.Sorted(maps.Keys(files)), pages)}
	for name, b := range files {
		out[name] = append(b.Bytes(), "}\n"...)
	}
	return out
}

// postingsOf returns the postings of each of so many words, all in one array.
func postingsOf(words int, pages []Page) [][]posting {
	counts := make([]int, words)
	all := 0
	for _, p := range pages {
		for number := range unpack(p.Words) {
			if number < uint64(words) {
				counts[number]++
				all++
			}
		}
	}
	room := make([]posting, all)
	postings := make([][]posting, words)
	for number, n := range counts {
		postings[number], room = room[:0:n], room[n:]
	}
	for i, p := range pages {
		for number, weight := range unpack(p.Words) {
			if number < uint64(words) {
				postings[number] = append(postings[number], posting{int32(i), int32(weight)})
			}
		}
	}
	return postings
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
