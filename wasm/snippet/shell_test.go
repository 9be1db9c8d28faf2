package snippet

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"
)

// readWord reads a word of the shell by POSIX, Shell Command Language, 2.2 and
// 2.6.3: text in single quotes, \', and "$(printf '…')". Nothing else may stand
// there.
func readWord(word string) (text, problem string) {
	var b strings.Builder
	for word != "" {
		switch {
		case strings.HasPrefix(word, `\'`):
			b.WriteByte('\'')
			word = word[2:]
		case strings.HasPrefix(word, `"$(printf '`):
			format, rest, found := strings.Cut(word[len(`"$(printf '`):], `')"`)
			if !found || strings.Contains(format, "'") {
				return "", "no end of " + word
			}
			printed, problem := readFormat(format)
			if problem != "" || strings.HasSuffix(printed, "\n") {
				return "", problem + " or a line feed that is lost: " + word
			}
			b.WriteString(printed)
			word = rest
		case word[0] == '\'':
			quoted, rest, found := strings.Cut(word[1:], "'")
			if !found {
				return "", "no end of " + word
			}
			b.WriteString(quoted)
			word = rest
		default:
			return "", "not quoted: " + word
		}
	}
	return b.String(), ""
}

// readFormat reads a format of printf without conversions (POSIX, XBD chapter
// 5): escapes of one to three octal digits.
func readFormat(format string) (text, problem string) {
	if strings.HasPrefix(format, "-") {
		return "", "an option: " + format
	}
	var b strings.Builder
	for format != "" {
		switch {
		case strings.HasPrefix(format, "%%"):
			b.WriteByte('%')
			format = format[2:]
		case strings.HasPrefix(format, `\\`):
			b.WriteByte('\\')
			format = format[2:]
		case strings.HasPrefix(format, `\r`):
			b.WriteByte('\r')
			format = format[2:]
		case format[0] == '%':
			return "", "a conversion: " + format
		case format[0] == '\\':
			n := 1
			for n < len(format) && n < 4 && format[n] >= '0' && format[n] <= '7' {
				n++
			}
			c, err := strconv.ParseUint(format[1:n], 8, 8)
			if err != nil {
				return "", err.Error()
			}
			b.WriteByte(byte(c))
			format = format[n:]
		default:
			b.WriteByte(format[0])
			format = format[1:]
		}
	}
	return b.String(), ""
}

// FuzzShellQuote holds the quoter to the shell's rules.
func FuzzShellQuote(f *testing.F) { fuzzQuote(f, shellQuote, readWord) }

// FuzzPrintfQuote does so for printf, whose format is a word itself.
func FuzzPrintfQuote(f *testing.F) {
	fuzzQuote(f, printfQuote, func(word string) (string, string) {
		format, problem := readWord(word)
		if problem != "" {
			return "", problem
		}
		return readFormat(format)
	})
}

// TestShells lets the shells that are here read the words.
func TestShells(t *testing.T) {
	var commands, wants []string
	for _, s := range append(hostile, "-n", "a\u0085\n", "\u202e\n\n", "%\u202e%", "\r\n", "100%\\\u200b'") {
		commands, wants = append(commands, "printf "+printfQuote(s)), append(wants, s)
		if !strings.Contains(s, "\x00") {
			commands, wants = append(commands, "printf %s "+shellQuote(s)), append(wants, s)
		}
	}
	const end = "<end>"
	script := strings.Join(commands, "; printf '"+end+"'\n") + "; printf '" + end + "'\n"
	for _, shell := range []string{"sh", "dash", "bash"} {
		if _, err := exec.LookPath(shell); err != nil && shell != "sh" {
			continue
		}
		cmd := exec.Command(shell)
		cmd.Stdin = strings.NewReader(script)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v", shell, err)
		}
		rest := string(out)
		for i, want := range wants {
			var found bool
			if rest, found = strings.CutPrefix(rest, want+end); !found {
				t.Fatalf("%s prints %.300q, want %.300q, by %.300s", shell, rest, want, commands[i])
			}
		}
	}
}
