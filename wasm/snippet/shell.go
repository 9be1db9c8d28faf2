package snippet

import (
	"strings"
	"unicode/utf8"
)

// shellQuote writes any text without NUL as one word of a POSIX shell. Within
// single quotes nothing is special (POSIX, Shell Command Language, 2.2.2), but
// also nothing can be escaped: characters that a reader would not see, and that
// a terminal drops or obeys, are printed by a command substitution between the
// quotes. It loses line feeds at its end, so these stay in the quotes.
func shellQuote(s string) string {
	if s == "" {
		return "''"
	}
	var b strings.Builder
	for s != "" {
		first, _ := utf8.DecodeRuneInString(s)
		hides := shellHides(first)
		n := strings.IndexFunc(s, func(r rune) bool { return shellHides(r) != hides })
		if n < 0 {
			n = len(s)
		}
		if hides {
			b.WriteString(`"$(printf ` + printfQuote(s[:n]) + `)"`)
		} else {
			b.WriteString(singleQuote(s[:n]))
		}
		s = s[n:]
	}
	return b.String()
}

func singleQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// shellHides reports whether a character cannot stand in single quotes as what
// it is.
func shellHides(r rune) bool { return !shown(r) && r != '\n' && r != '\t' }

// maxArgument is the longest argument, in bytes, that is passed to a command.
// Linux takes 128 kB for one argument, terminating NUL included.
const maxArgument = 100_000

// fitsArgument reports whether the text can be an argument that is read as what
// it is.
func fitsArgument(s string) bool {
	return len(s) <= maxArgument && verbatim(s)
}

// printfQuote writes any text as the format of printf (POSIX, XBD chapter 5),
// a builtin of the shell and so without limits on its arguments. A dash at the
// beginning would be an option.
func printfQuote(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r == '%':
			b.WriteString("%%")
		case r == '\r':
			b.WriteString(`\r`)
		case r == '-' && i == 0, shellHides(r):
			writeOctal(&b, r)
		default:
			b.WriteRune(r)
		}
	}
	return singleQuote(b.String())
}

// writeOctal writes the bytes of a character as printf and C have them: the
// escapes end after three digits.
func writeOctal(b *strings.Builder, r rune) {
	for _, c := range []byte(string(r)) {
		b.Write([]byte{'\\', '0' + c>>6, '0' + c>>3&7, '0' + c&7})
	}
}
