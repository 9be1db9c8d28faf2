package yamlmap

import (
	"bytes"
	"slices"
	"strings"
)

// plain reads what most front matter is: lines of a key and a plain text of
// ASCII. It leaves all else to the library, which takes ten times as long; a
// fuzz test holds the one to the other.
func plain(src Source) (entries []Entry, ok bool) {
	line := src.Line
	for text := range bytes.Lines(src.Text) {
		line++
		key, value, found := strings.Cut(string(bytes.TrimSuffix(text, []byte("\n"))), ": ")
		if !found || !isPlain(key, "_-") || !isPlain(value, " _-.,;()/+=") || value[len(value)-1] == ' ' {
			return nil, false
		}
		if slices.ContainsFunc(entries, func(e Entry) bool { return e.Key == key }) {
			return nil, false
		}
		entries = append(entries, Entry{key, line, 1, Value{Kind: Scalar, Line: line, Column: len(key) + 3, Text: value}})
	}
	return entries, entries != nil
}

// isPlain reports whether a text begins with a letter, consists of letters,
// digits and the other characters, and is no word that means something else
// than itself.
func isPlain(text, other string) bool {
	for i := range len(text) {
		c := text[i]
		isLetter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !isLetter && (i == 0 || (c < '0' || c > '9') && strings.IndexByte(other, c) < 0) {
			return false
		}
	}
	switch strings.ToLower(text) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf":
		return false
	}
	return true
}
