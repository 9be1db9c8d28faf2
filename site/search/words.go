package search

import (
	stdhtml "html"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words yields the words of a text in lower case: runs of letters, digits and
// marks; of those that are joined by _ both the whole and the parts.
func Words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for whole := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isWord(r) }) {
			whole = strings.Trim(strings.ToLower(whole), "_")
			if whole == "" || len(whole) > maxWord {
				continue
			}
			if !yield(whole) {
				return
			}
			if !strings.Contains(whole, "_") {
				continue
			}
			for part := range strings.SplitSeq(whole, "_") {
				if part != "" && !yield(part) {
					return
				}
			}
		}
	}
}

// maxWord is the longest word, in bytes, that is worth finding.
const maxWord = 64

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

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
