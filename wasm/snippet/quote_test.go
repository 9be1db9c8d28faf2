package snippet

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile are texts that end, interpolate or escape in some language. All
// fuzzing of quoters begins with them.
var hostile = []string{
	"", "'", "''", "it's", `"`, `say "so"`, "$HOME", "${x}", "{$x}", "{${system(1)}}", "#{x}", "#$x", "#@x", "##{x}", "`id`",
	"\\", `\\`, `a\`, `\'`, `\"`, `\n`, `\u{41}`, `\x41`, `\101`, `\N{DASH}`, "@file", "%(x)", "\n", "a\n", "\na", "a\nb", "a\n\n  \nb\n",
	"a\r\nb", "\r", "\r{${x}} $x \\$ #{x} #$x \\#{", "\x00" + "0", "\x7f", "\u0085a", "\u200b0", "\u2028", "\u202e", "é😀", "'''\n", `"""` + "\n" + `"`, `"` + "\n" + `""""`, "a\n\"'\\",
	"<?php\n?>", "\nJSON\n", "a\n JSON;", "a\nBODY", "__END__\n", "a\n__END__\n=begin\n",
	"a\nb\n\n", `"`, `\`, `\"`, `\u000a"+evil+"`, `\\u0022`, "a\n\"\"\"", "a\n\"\"\"\"\"\"\\\"\"\"\\", "`\n`", " a\n  b ", " a\n\n \n\t\n",
	"a\n\"b\"", "a\u3000\nb", "\n\n x", "a\r\nb", "\u202ea\n\u3000", "\x00\n1", "é😀\n\u0301", `{0}$"{x}"@""` + "\n", "x // \n/* */", strings.Repeat("é\"", 40_000), strings.Repeat("a\n", 2*maxLines),
}

// fuzzQuote holds a quoter to the rules of its language: read gives the text
// of a literal, and fails at what the language would not take for text.
func fuzzQuote(f *testing.F, quote func(s string) string, read func(literal string) (string, string)) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // a HAR is Unicode
		}
		literal := quote(s)
		if strings.ContainsFunc(literal, func(r rune) bool { return r != '\n' && r != '\t' && !shown(r) }) {
			t.Fatalf("%q hides something", literal)
		}
		if text, problem := read(literal); problem != "" || text != s {
			t.Fatalf("%q became %q in %s: %s", s, text, literal, problem)
		}
	})
}

// inQuotes reads what stands between quotes. Escapes are the characters that a
// backslash may precede and what each stands for; any other is a problem, and
// so is what forbidden finds.
func inQuotes(body, quote string, escapes map[byte]string, forbidden func(rest string) bool) (text, problem string) {
	var b strings.Builder
	for body != "" {
		switch {
		case strings.HasPrefix(body, quote):
			return "", "it ends before " + body
		case forbidden != nil && forbidden(body):
			return "", "not text: " + body
		case body[0] != '\\':
			b.WriteByte(body[0])
			body = body[1:]
			continue
		case len(body) == 1:
			return "", "the closing quote is escaped"
		}
		value, known := escapes[body[1]]
		if !known {
			return "", "unknown escape " + body
		}
		body = body[2:]
		digits, end := 0, 0
		switch value {
		case `\x`:
			digits, end = 2, 2
		case `\u`:
			digits, end = 4, 4
		case `\u{`:
			digits = strings.IndexByte(body, '}') - 1
			body, end = body[1:], digits+1
		default:
			b.WriteString(value)
			continue
		}
		r, err := strconv.ParseUint(body[:digits], 16, 32)
		if err != nil {
			return "", err.Error()
		}
		b.WriteRune(rune(r))
		body = body[end:]
	}
	return b.String(), ""
}

// between cuts the delimiter off both ends of a literal.
func between(literal, delimiter string) (body string, ok bool) {
	if len(literal) < 2*len(delimiter) || !strings.HasPrefix(literal, delimiter) || !strings.HasSuffix(literal, delimiter) {
		return "", false
	}
	return literal[len(delimiter) : len(literal)-len(delimiter)], true
}

// FuzzPythonQuote reads literals by section 2.4.1 of Python's reference.
func FuzzPythonQuote(f *testing.F) {
	fuzzQuote(f, pythonQuote, func(literal string) (string, string) {
		for _, delimiter := range []string{`"""`, "'''", `"`, "'"} {
			if body, ok := between(literal, delimiter); ok {
				if len(delimiter) == 1 && strings.Contains(body, "\n") {
					return "", "a line feed in a literal of one line"
				}
				if len(delimiter) == 3 && strings.HasSuffix(body, delimiter[:1]) && !strings.HasSuffix(body, `\`+delimiter[:1]) {
					return "", "it ends one quote early"
				}
				escapes := map[byte]string{'\\': `\`, '\'': "'", '"': `"`, 'n': "\n", 'r': "\r", 't': "\t", 'x': `\x`, 'u': `\u`}
				return inQuotes(body, delimiter, escapes, nil)
			}
		}
		return "", "no quotes"
	})
}

// FuzzPHPQuote reads literals as PHP's manual has them. Every $ must be
// escaped in double quotes: then nothing is replaced.
func FuzzPHPQuote(f *testing.F) {
	fuzzQuote(f, phpQuote, func(literal string) (string, string) {
		if body, ok := between(literal, "'"); ok {
			return inQuotes(body, "'", map[byte]string{'\\': `\`, '\'': "'"}, nil)
		}
		body, _ := between(literal, `"`)
		escapes := map[byte]string{'\\': `\`, '$': "$", '"': `"`, 'n': "\n", 'r': "\r", 't': "\t", 'x': `\x`, 'u': `\u{`}
		return inQuotes(body, `"`, escapes, func(rest string) bool { return rest[0] == '$' })
	})
}

// FuzzRubyQuote reads literals as Ruby's documentation has them.
func FuzzRubyQuote(f *testing.F) {
	fuzzQuote(f, rubyQuote, func(literal string) (string, string) {
		if body, ok := between(literal, "'"); ok {
			return inQuotes(body, "'", map[byte]string{'\\': `\`, '\'': "'"}, nil)
		}
		body, _ := between(literal, `"`)
		escapes := map[byte]string{'\\': `\`, '#': "#", '"': `"`, 'n': "\n", 'r': "\r", 't': "\t", 'x': `\x`, 'u': `\u`}
		return inQuotes(body, `"`, escapes, func(rest string) bool {
			return len(rest) > 1 && rest[0] == '#' && strings.IndexByte("{$@", rest[1]) >= 0
		})
	})
}

// FuzzHeredoc holds that no line of a body ends its heredoc.
func FuzzHeredoc(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		delimiter, ok := heredoc(&Request{Body: s})
		for line := range strings.SplitSeq(s, "\n") {
			if ok && strings.HasPrefix(strings.TrimLeft(line, " \t"), delimiter) {
				t.Fatalf("the line %q of %q ends the heredoc %s", line, s, delimiter)
			}
		}
		if ok && strings.ContainsAny(s, "\r\x00") {
			t.Fatalf("%q can stand in no heredoc", s)
		}
	})
}
