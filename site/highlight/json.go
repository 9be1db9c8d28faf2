package highlight

import (
	"bytes"
	"strings"

	"mergebook/site/escape"
)

// writeJSON colours JSON in chroma's classes for it. Most code of these pages
// is JSON, and chroma's lexer, which is made of regular expressions, took most
// of the time of a build. Like it, this takes what authors write: comments,
// dots for what is left out, placeholders.
func writeJSON(b *bytes.Buffer, code string) {
	plain := 0 // where text without a class begins
	for i := 0; i < len(code); {
		class, end := jsonToken(code, i)
		if class == "" {
			i = end
			continue
		}
		escape.Text(b, code[plain:i])
		writeSpan(b, class, code[i:end])
		i, plain = end, end
	}
	escape.Text(b, code[plain:])
}

// jsonToken returns the class of the token at i, or "", and where it ends.
func jsonToken(code string, i int) (class string, end int) {
	switch c := code[i]; {
	case c == '"':
		end = stringEnd(code, i)
		if rest := strings.TrimLeft(code[end:], " \t\n"); strings.HasPrefix(rest, ":") {
			return "nt", end
		}
		return "s2", end
	case c == '-' || c >= '0' && c <= '9':
		return numberToken(code, i)
	case c == '/' && strings.HasPrefix(code[i:], "//"):
		return "c1", i + lineLength(code[i:])
	case c == '/' && strings.HasPrefix(code[i:], "/*"):
		if n := strings.Index(code[i+2:], "*/"); n >= 0 {
			return "cm", i + n + 4
		}
		return "", i + 2
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		end = i + 1
		for end < len(code) && isWord(code[end]) {
			end++
		}
		switch code[i:end] {
		case "true", "false", "null":
			return "kc", end
		}
		return "", end
	}
	return "", i + 1
}

// stringEnd returns where the string at i ends: behind its closing quote, or at
// the end of its line if it has none.
func stringEnd(code string, i int) int {
	for j := i + 1; j < len(code); j++ {
		switch code[j] {
		case '\\':
			j++
		case '"':
			return j + 1
		case '\n':
			return j
		}
	}
	return len(code)
}

func numberToken(code string, i int) (class string, end int) {
	end = i + 1
	class = "mi"
	for end < len(code) && (isWord(code[end]) || strings.IndexByte(".+-", code[end]) >= 0) {
		if strings.IndexByte(".eE", code[end]) >= 0 {
			class = "mf"
		}
		end++
	}
	if text := strings.TrimPrefix(code[i:end], "-"); text == "" || text[0] < '0' || text[0] > '9' {
		return "", end
	}
	return class, end
}

func lineLength(s string) int {
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		return n
	}
	return len(s)
}

func isWord(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_'
}
