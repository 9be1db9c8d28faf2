package search

import (
	"bytes"
	stdhtml "html"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words calls yield for the words of a text in lower case: runs of letters,
// digits and marks; of those that are joined by _ both the whole and the parts.
// A word stands in the buffer, which is returned for the next text, until yield
// returns.
func Words(text string, buffer []byte, yield func(word []byte)) []byte {
	for i := 0; i < len(text); {
		if lower[text[i]] == 0 && text[i] < utf8.RuneSelf {
			i++
			continue
		}
		start := i
		var joined bool
		buffer, i, joined = cutWord(text, i, buffer[:0])
		switch {
		case i == start: // a sign that is none of ASCII
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		case joined:
			yieldParts(bytes.Trim(buffer, "_"), yield)
		case len(buffer) <= maxWord:
			yield(buffer)
		}
	}
	return buffer
}

// cutWord appends the word that begins at i in lower case, and returns where it
// ends and whether it has a _.
func cutWord(text string, i int, word []byte) (_ []byte, end int, joined bool) {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if lower[c] == 0 {
				break
			}
			joined = joined || c == '_'
			word = append(word, lower[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		word = utf8.AppendRune(word, unicode.ToLower(r))
		i += size
	}
	return word, i, joined
}

// lower has the characters of ASCII that words are made of, in lower case.
var lower = func() (t [256]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	t['_'] = '_'
	return t
}()

func yieldParts(whole []byte, yield func(word []byte)) {
	if len(whole) == 0 || len(whole) > maxWord {
		return
	}
	yield(whole)
	if bytes.IndexByte(whole, '_') < 0 {
		return
	}
	for part := range bytes.SplitSeq(whole, []byte("_")) {
		if len(part) > 0 {
			yield(part)
		}
	}
}

// maxWord is the longest word, in bytes, that is worth finding.
const maxWord = 64

// FileOf returns the name of the file that has a word.
func FileOf(word string) string {
	r, _ := utf8.DecodeRuneInString(word)
	if r < utf8.RuneSelf {
		return string(r) + ".json"
	}
	return "u" + strconv.FormatInt(int64(r)>>8, 16) + ".json"
}

// text yields the pieces of text in HTML of ours: what is between tags.
func text(html string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for html != "" {
			before, tag, found := strings.Cut(html, "<")
			if strings.Contains(before, "&") {
				before = stdhtml.UnescapeString(before)
			}
			if before != "" && !yield(before) {
				return
			}
			if !found {
				return
			}
			_, html, _ = strings.Cut(tag, ">")
		}
	}
}
