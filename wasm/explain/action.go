package explain

import (
	"strings"
	"unicode/utf8"
)

// Action says what the fix does, as a button does: "Keep the other addresses".
// It is "" where there is no fix.
func (w *Warning) Action() string {
	switch {
	case w.Fix == nil:
		return ""
	case w.Code == CodeNestedLoss:
		return keep(w.Pointer)
	case w.Fix[0].Text != "":
		return "Write " + w.Fix[0].Text
	}
	return "Take it out of the body"
}

// keep names what is kept by where it is: a plural is taken for one.
func keep(pointer string) string {
	const longest = 30 // characters of a name on a button
	name := pointer[strings.LastIndexByte(pointer, '/')+1:]
	name = strings.ReplaceAll(strings.ReplaceAll(name, "~1", "/"), "~0", "~")
	switch {
	case name == "" || utf8.RuneCountInString(name) > longest:
		return "Keep the rest"
	case strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss"):
		return "Keep the other " + name
	}
	return "Keep the rest of " + name
}
