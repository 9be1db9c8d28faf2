package snippets

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// readPowerShell reads the strings of about_Quoting_Rules. The variable $file
// is <file>; any other would be a hole.
func readPowerShell(t testing.TB, code string) []string {
	const single, double = "'‘’‚‛", "\"“”„"
	var all []string
	text := []rune(code)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '#':
			for i < len(text) && text[i] != '\n' {
				i++
			}
		case strings.ContainsRune(single, c):
			var b strings.Builder
			for i++; ; i++ {
				if i == len(text) {
					t.Fatal("a string has no end")
				}
				if strings.ContainsRune(single, text[i]) {
					if i+1 == len(text) || !strings.ContainsRune(single, text[i+1]) {
						break
					}
					i++ // two make one: the first
					b.WriteRune(text[i-1])
					continue
				}
				b.WriteRune(text[i])
			}
			all = append(all, b.String())
		case strings.ContainsRune(double, c):
			var b strings.Builder
			for i++; ; i++ {
				if i >= len(text) {
					t.Fatal("a string has no end")
				}
				if strings.ContainsRune(double, text[i]) {
					break
				}
				switch {
				case text[i] == '$':
					if !strings.HasPrefix(string(text[i:min(i+6, len(text))]), "$file\"") {
						t.Fatalf("a string runs %.20q", string(text[i:min(i+20, len(text))]))
					}
					b.WriteString("<file>")
					i += len("file")
				case text[i] == '`':
					i++
					switch text[i] {
					case 'r':
						b.WriteByte('\r')
					case 't':
						b.WriteByte('\t')
					case 'u':
						end := i + strings.IndexByte(string(text[i:min(i+10, len(text))]), '}')
						n, err := strconv.ParseUint(string(text[i+2:end]), 16, 32)
						if err != nil {
							t.Fatal(err)
						}
						b.WriteRune(rune(n))
						i = end
					case '0', 'a', 'b', 'e', 'f', 'n', 'v':
						t.Fatalf("`%c has a meaning", text[i])
					default:
						b.WriteRune(text[i])
					}
				default:
					b.WriteRune(text[i])
				}
			}
			all = append(all, b.String())
		}
	}
	return all
}

// readSwift reads string literals as The Swift Programming Language has them.
func readSwift(t testing.TB, code string) []string {
	var all []string
	for rest := code; rest != ""; {
		if strings.HasPrefix(rest, "//") {
			_, rest, _ = strings.Cut(rest, "\n")
			continue
		}
		hashes := len(rest) - len(strings.TrimLeft(rest, "#"))
		if !strings.HasPrefix(rest[hashes:], `"`) {
			rest = rest[max(1, hashes):]
			continue
		}
		hash := rest[:hashes]
		rest = rest[hashes:]
		quote := `"`
		if strings.HasPrefix(rest, "\"\"\"\n") {
			quote = `"""`
		} else if hashes > 0 && strings.HasPrefix(rest, `"""`) {
			t.Fatalf("%.20q begins text of several lines without one", rest)
		}
		rest = rest[len(quote):]
		if quote == `"""` {
			rest = strings.TrimPrefix(rest, "\n")
		}
		var b strings.Builder
		for !strings.HasPrefix(rest, quote+hash) {
			if rest == "" || quote == `"` && rest[0] == '\n' {
				t.Fatal("a string has no end")
			}
			if !strings.HasPrefix(rest, `\`+hash) {
				r, size := utf8.DecodeRuneInString(rest)
				if r == '\r' || r == 0 {
					t.Fatal("a line end that the compiler changes")
				}
				b.WriteRune(r)
				rest = rest[size:]
				continue
			}
			rest = rest[1+hashes:]
			c := rest[0]
			rest = rest[1:]
			switch c {
			case '0', 'n', 'r', 't', '\\', '"':
				b.WriteByte(map[byte]byte{'0': 0, 'n': '\n', 'r': '\r', 't': '\t', '\\': '\\', '"': '"'}[c])
			case 'u':
				digits, after, _ := strings.Cut(rest[1:], "}")
				n, err := strconv.ParseUint(digits, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				b.WriteRune(rune(n))
				rest = after
			default:
				t.Fatalf("a string runs or breaks at \\%c", c)
			}
		}
		rest = rest[len(quote)+hashes:]
		text := b.String()
		if quote == `"""` {
			before, found := strings.CutSuffix(text, "\n")
			if !found {
				t.Fatal("text stands before the closing quotes")
			}
			text = before
		}
		all = append(all, text)
	}
	if len(all) > 0 {
		all[0] = canonicalURL(all[0])
	}
	return all
}

// readObjC reads the literals of C11, section 6.4.5, after the trigraphs of
// 5.2.1.1, and joins neighbours.
func readObjC(t testing.TB, code string) []string {
	for trigraph, c := range map[string]string{"??/": `\`, "??=": "#", "??'": "^", "??(": "[", "??)": "]", "??!": "|", "??<": "{", "??>": "}", "??-": "~"} {
		code = strings.ReplaceAll(code, trigraph, c)
	}
	var all []string
	var whole []byte // of all neighbours: to join strings a line at a time would take minutes
	joined := false
	for rest := code; rest != ""; {
		switch {
		case strings.HasPrefix(rest, "//"):
			_, rest, _ = strings.Cut(rest, "\n")
			continue
		case rest[0] != '"':
			if !strings.Contains(" \n@", rest[:1]) {
				joined = false
			}
			rest = rest[1:]
			continue
		}
		var b []byte
		for rest = rest[1:]; rest[0] != '"'; {
			c := rest[0]
			rest = rest[1:]
			if c == '\n' || c == '\r' || c == 0 {
				t.Fatal("a literal has a line end")
			}
			if c != '\\' {
				b = append(b, c)
				continue
			}
			c = rest[0]
			switch n := len(rest) - len(strings.TrimLeft(rest[:3], "01234567")) - (len(rest) - 3); {
			case n > 0:
				v, err := strconv.ParseUint(rest[:n], 8, 8)
				if err != nil {
					t.Fatal(err)
				}
				b = append(b, byte(v))
				rest = rest[n:]
			case c == 'u':
				v, err := strconv.ParseUint(rest[1:5], 16, 32)
				if err != nil || v < 0xa0 || v >= 0xd800 && v < 0xe000 {
					t.Fatalf("\\%s is no universal character name", rest[:5])
				}
				b = utf8.AppendRune(b, rune(v))
				rest = rest[5:]
			default:
				i := strings.IndexByte(`nrt"?\`, c)
				if i < 0 {
					t.Fatalf("an unknown escape \\%c", c)
				}
				b = append(b, "\n\r\t\"?\\"[i])
				rest = rest[1:]
			}
		}
		rest = rest[1:]
		if !joined && whole != nil {
			all = append(all, string(whole))
			whole = nil
		}
		whole = append(whole, b...)
		if whole == nil {
			whole = []byte{}
		}
		joined = true
	}
	if whole != nil {
		all = append(all, string(whole))
	}
	if len(all) > 0 {
		all[0] = canonicalURL(all[0])
	}
	return all
}
