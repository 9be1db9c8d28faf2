package snippet

import "strings"

// shellQuote writes any text without NUL as one word of a POSIX shell. Within
// single quotes nothing is special (POSIX, Shell Command Language, 2.2.2).
func shellQuote(s string) string {
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// maxArgument is the longest argument, in bytes, that is passed to a command.
// Linux takes 128 kB for one argument, terminating NUL included.
const maxArgument = 100_000

// fitsArgument reports whether the text can be an argument at all.
func fitsArgument(s string) bool {
	return len(s) <= maxArgument && strings.IndexByte(s, 0) < 0
}

var printfEscaper = strings.NewReplacer(`\`, `\\`, "%", "%%", "\x00", `\000`)

// printfQuote writes any text as the format of printf, a builtin of the shell
// and so without limits on its arguments.
func printfQuote(s string) string {
	return shellQuote(printfEscaper.Replace(s))
}
