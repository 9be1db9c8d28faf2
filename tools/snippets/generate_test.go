package snippets

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/url"
	"regexp"
	"strings"
)

// atoms are what ends, interpolates or escapes in some language, or what no one
// sees.
var atoms = []string{
	"'", `"`, "`", "''", `""`, "'''", `"""`, `""""`, "‘", "’", "‚", "‛", "“", "”", "„", "«",
	`\`, `\\`, `\'`, `\"`, "\\`", `\n`, `\u`, `\u0022`, `\uu005c`, `\u{41}`, `\x41`, `\101`, `\0`, `\N{DASH}`, `\(`, `\#(`, `\e`, `\C-a`, `\s`, "\\\n",
	"$", "$$", "$x", "${", "${x}", "$(id)", "$1", "{$x}", "{${system(1)}}", "#{x}", "#$0", "#@a", "##{1}", "{0}", "{{", "}}", "%s", "%(a)s", "%%", "%41", "%n", "!!", "~", "*",
	"$(touch " + canary + ")", "`touch " + canary + "`", "'; touch " + canary + " #", "#{`touch " + canary + "`}", "{${system('touch " + canary + "')}}", `"+__import__("os").system("touch ` + canary + `")+"`,
	"@", "@file", "@/etc/passwd", `@"`, `$"{1}`, `$@"`, "<", ">", "|", "&", "&&", ";", ":", "=", "+", ",", ".", "..", "/", "//", "?", "??/", "??'", "???", "(", ")", "[", "]", "{", "}", "-", "--", "^", "#", `"#`, `"""#`, `#"`,
	"\n", "\r", "\r\n", "\n\n", "\t", " ", "  ", " \n", "\n ", "\n\t", "\u0085", "\u2028", "\u2029", "\v", "\f", "\n  JSON", "\nJSON;\n", "\nBODY\n", "\nEOS\n", "\nEOF", "\n__END__\n", "\n=begin\n", "\n'@", "\n\"@", "<?php", "?>", "<?=", "__halt_compiler();",
	"/*", "*/", "<!--", "-->", "\n#if 0\n", "\n// ", "\n# ",
	"\x00", "\x001", "\x01", "\x07", "\b", "\x1a", "\x1b[31m", "\x7f", "\u0080", "\u009f",
	"é", "e\u0301", "ß", "\u0301", "日本", "שלום", "\u202e", "\u202c", "\u2066", "\u061c", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00a0", "\u00ad", "\u3000", "\u2003", "\u115f", "\ufe0f", "\U000e0041", "\ue000", "\ufffd", "\uffff", "\U0001f600", "\U0001d4b3", "\U0010ffff",
	"a", "Z", "0", "f", "true", "null", "boundary0", "--boundary0", "\r\n--boundary0--\r\n", "HOST",
}

// A generator makes requests of atoms and of a text of the fuzzer's.
type generator struct {
	*rand.Rand
	own      []rune
	language string
}

// The members of a HAR, as a line of requests.jsonl has them.
type (
	written struct {
		Comment     string  `json:"comment"`
		Method      string  `json:"method"`
		URL         string  `json:"url"`
		Headers     []entry `json:"headers,omitempty"`
		QueryString []entry `json:"queryString,omitempty"`
		Cookies     []entry `json:"cookies,omitempty"`
		PostData    *data   `json:"postData,omitempty"`
	}
	entry struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	data struct {
		MimeType string  `json:"mimeType,omitempty"`
		Text     *string `json:"text,omitempty"`
		Params   []field `json:"params,omitempty"`
	}
	field struct {
		entry
		FileName    string `json:"fileName,omitempty"`
		ContentType string `json:"contentType,omitempty"`
	}
)

// request returns a line for requests.jsonl that the language's client can send:
// nothing of the list cannot is among what it makes.
func (g *generator) request(comment string) []byte {
	r := written{Comment: comment, Method: g.method(), URL: g.url()}
	for i := range g.IntN(4) {
		r.QueryString = append(r.QueryString, entry{fmt.Sprint(i, g.unturned(limited(g.text()))), g.unturned(limited(g.text()))})
	}
	for i := range g.IntN(4) {
		r.Headers = append(r.Headers, entry{fmt.Sprint("X-", i, g.token()), g.line()})
	}
	for i := range g.IntN(3) {
		r.Cookies = append(r.Cookies, entry{fmt.Sprint("c", i, g.token()), strings.Trim(strings.ReplaceAll(g.line(), ";", ""), " \t")})
	}
	if r.Method != "GET" && r.Method != "HEAD" {
		r.PostData = g.data()
		if d := r.PostData; d != nil && d.Params == nil && g.IntN(2) == 0 {
			r.Headers = append(r.Headers, entry{"Content-Type", d.MimeType})
		}
	}
	return encode(r, "")
}

// text returns text of any kind, now and then as long or of as many lines as
// makes a quoter write it in another way.
func (g *generator) text() string {
	var b strings.Builder
	for range g.IntN(8) {
		if len(g.own) > 0 && g.IntN(3) == 0 {
			start := g.IntN(len(g.own))
			b.WriteString(string(g.own[start : start+g.IntN(len(g.own)-start)+1]))
		} else {
			b.WriteString(atoms[g.IntN(len(atoms))])
		}
	}
	if g.IntN(100) == 0 {
		return strings.Repeat(b.String(), 600)
	}
	return b.String()
}

// without returns text without the characters of a set, and without controls.
func (g *generator) without(set string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(set, r) {
			return -1
		}
		return r
	}, limited(g.text()))
}

// limited keeps what stands in the head of a message to a length that clients
// and servers take.
func limited(s string) string {
	return strings.ToValidUTF8(s[:min(len(s), 2000)], "")
}

// line returns what a header can carry.
func (g *generator) line() string {
	ascii := g.language == "java" || g.language == "csharp"
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0x7f || ascii && r > 0x7f {
			return -1
		}
		return r
	}, limited(g.text()))
}

// unturned returns text for a URL, without what System.Uri drops.
func (g *generator) unturned(s string) string {
	if g.language != "csharp" {
		return s
	}
	return strings.NewReplacer("\u200e", "", "\u200f", "", "\u202a", "", "\u202b", "", "\u202c", "", "\u202d", "", "\u202e", "").Replace(s)
}

// token returns characters of a method or of the name of a header.
func (g *generator) token() string {
	b := make([]byte, g.IntN(6))
	for i := range b {
		b[i] = "!#$%&'*+-.^_`|~09azAZ"[g.IntN(21)]
	}
	return string(b)
}

func (g *generator) method() string {
	known := []string{"GET", "HEAD", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"}
	if i := g.IntN(len(known) + 2); i < len(known) {
		return known[i]
	}
	return "X" + g.token()
}

func (g *generator) url() string {
	// A lone % is none of a URL; . and .. are resolved by some clients.
	segments := strings.Split(strings.ReplaceAll(g.without(" ?#"), "%", "%25"), "/")
	for i, s := range segments {
		if s == "." || s == ".." {
			segments[i] = "%27"
		}
	}
	address := "http://"
	if g.IntN(8) == 0 {
		address += url.UserPassword("u"+limited(g.text()), limited(g.text())).String() + "@"
	}
	address += "HOST/" + strings.Join(segments, "/")
	if g.IntN(3) == 0 {
		address += "?q=" + strings.ReplaceAll(g.without(" #;"), "%", "%7c")
	}
	return unseen.ReplaceAllStringFunc(g.unturned(address), url.PathEscape)
}

// unseen is what a HAR has percent-encoded in a URL.
var unseen = regexp.MustCompile(`[\p{Cc}\p{Cf}\p{Z}\p{Co}\x{ad}]`)

func (g *generator) data() *data {
	switch g.IntN(8) {
	case 0:
		return nil
	case 1:
		return g.plain("") // without a type
	case 2, 3:
		return g.plain("text/plain")
	case 4:
		return g.plain("application/json") // or what an author takes for it
	case 5:
		value := map[string]any{g.text(): g.text(), "b": []string{g.text(), g.text()}}
		indent := []string{"", "  ", "\t"}[g.IntN(3)]
		text := string(encode(value, indent))
		return &data{"application/json", &text, nil}
	case 6:
		d := &data{MimeType: "application/x-www-form-urlencoded"}
		for range 1 + g.IntN(4) {
			d.Params = append(d.Params, field{entry: entry{g.text(), g.text()}})
		}
		return d
	}
	d := &data{MimeType: "multipart/form-data"}
	for i := range 1 + g.IntN(3) {
		// What mime/multipart would read in another way than browsers write it.
		f := field{entry: entry{fmt.Sprint(i, g.without(`\`)), g.text()}}
		if g.IntN(2) == 0 {
			f.FileName = fmt.Sprint("f", i, g.without(`\/"`))
			f.ContentType = []string{"", "text/x-it's"}[g.IntN(2)]
		}
		d.Params = append(d.Params, f)
	}
	return d
}

func (g *generator) plain(mimeType string) *data {
	text := g.text()
	return &data{mimeType, &text, nil}
}

func encode(v any, indent string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	if err := e.Encode(v); err != nil {
		panic(err) // these are strings
	}
	return bytes.TrimSpace(b.Bytes())
}
