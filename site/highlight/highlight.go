package highlight

import (
	"bytes"
	"html/template"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"mergebook/site/escape"
)

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// LineEnds makes of every line end what a browser makes of it (HTML standard,
// section 13.2.3.5).
func LineEnds(code string) string {
	if strings.IndexByte(code, '\r') < 0 {
		return code
	}
	return lineEnds.Replace(code)
}

// Code returns the code as HTML, coloured as the language has it. A language
// that nobody knows, or "", gives plain text.
func Code(language, code string) template.HTML {
	code = LineEnds(code) // lexers expect no other
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if strings.EqualFold(language, "json") {
		writeJSON(b, code)
	} else {
		byChroma(b, find(language), code)
	}
	return template.HTML(b.String())
}

// buffers are for HTML that is being made: to clear new ones takes longer than
// to write into them.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// writeSpan writes a text of a class, or of none.
func writeSpan(b *bytes.Buffer, class, text string) {
	if class == "" || text == "" {
		escape.Text(b, text)
		return
	}
	b.WriteString(`<span class="`)
	b.WriteString(class)
	b.WriteString(`">`)
	escape.Text(b, text)
	b.WriteString(`</span>`)
}

// byChroma colours code with one of chroma's lexers, or not at all without one.
func byChroma(b *bytes.Buffer, lexer chroma.Lexer, code string) {
	if lexer == nil {
		escape.Text(b, code)
		return
	}
	tokens, err := lexer.Tokenise(&chroma.TokeniseOptions{State: "root", EnsureLF: true}, code)
	if err != nil {
		escape.Text(b, code)
		return
	}
	written := 0
	class, text := "", ""
	for token := tokens(); token != chroma.EOF; token = tokens() {
		// Lexers may add a newline at the end, or stop before it: the code decides.
		value := token.Value[:min(len(token.Value), len(code)-written)]
		written += len(value)
		c := className(token.Type)
		if strings.TrimSpace(value) == "" {
			c = class // white space looks the same in any class
		}
		if c != class {
			writeSpan(b, class, text)
			class, text = c, ""
		}
		text += value
	}
	writeSpan(b, class, text)
	escape.Text(b, code[written:])
}

// Name returns the language's name as readers know it: "JSON" for "json". A
// language that nobody knows is returned as it is.
func Name(language string) string {
	if name, known := names.Load(language); known {
		return name.(string)
	}
	name := nameOf(language)
	names.Store(language, name)
	return name
}

// names has those that were asked for: to find a lexer takes longer than to
// colour a few lines.
var names sync.Map

func nameOf(language string) string {
	lexer := find(language)
	if lexer == nil {
		return language
	}
	name := lexer.Config().Name
	if name == "plaintext" {
		return "Text"
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

func find(language string) chroma.Lexer {
	if language == "" {
		return nil
	}
	return lexers.Get(strings.ToLower(language))
}

// className returns chroma's short class of a token, or that of the kind of
// tokens it belongs to.
func className(t chroma.TokenType) string {
	switch t {
	case chroma.Text, chroma.TextWhitespace, chroma.Punctuation, chroma.Error:
		// Punctuation has the colour of text, and documentation abbreviates
		// with dots that no lexer knows: it should not be called wrong.
		return ""
	}
	for _, kind := range []chroma.TokenType{t, t.SubCategory(), t.Category()} {
		if c, ok := chroma.StandardTypes[kind]; ok && c != "" {
			return c
		}
	}
	return ""
}
