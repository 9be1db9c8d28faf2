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
		word := buffer[:0]
		for i < len(text) {
			if c := text[i]; c < utf8.RuneSelf {
				if !isWord(rune(c)) {
					break
				}
				if c >= 'A' && c <= 'Z' {
					c |= 0x20
				}
				word = append(word, c)
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if !isWord(r) {
				break
			}
			word = utf8.AppendRune(word, unicode.ToLower(r))
			i += size
		}
		buffer = word
		if len(word) == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		yieldWord(bytes.Trim(word, "_"), yield)
	}
	return buffer
}

func yieldWord(whole []byte, yield func(word []byte)) {
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
