package dialect

import (
	"strings"

	"mergebook/site/finding"
	"mergebook/wasm/har"
)

// readHAR reads the request of a har fence, and reports what is wrong with it.
func (f *Fence) readHAR() {
	r, errs := har.Parse([]byte(f.Text))
	for _, e := range errs {
		at := f.SourceOffset(e.Start)
		message := e.Message
		switch {
		case strings.HasPrefix(f.Text[e.Start:], `\${`):
			message += " A variable is written without a backslash here."
		case e.Hint != "":
			message += " " + e.Hint
		}
		if e.Pointer != "" {
			message = e.Pointer + ": " + message
		}
		f.page.report(at, finding.Error, "har", "HAR: "+message)
	}
	if r == nil {
		return
	}
	f.page.substitute(f.Text, f.SourceOffset, func(at int, name string) { f.page.unknownVariable(f.SourceOffset(at), name, true) })
	f.Request = r.Map(func(s string) string { return f.page.Substitute(f.escapeLiterals(s)) })
}

// escapeLiterals puts a backslash before the variables that are literal in the
// fence: a text of the decoded request has no place there that could tell.
func (f *Fence) escapeLiterals(s string) string {
	if f.page.literals == nil {
		return s
	}
	for i := range f.Text {
		name := cutVariable(f.Text[i:])
		if _, known := f.page.variable(name); known && f.page.isLiteral(f.SourceOffset(i)) {
			s = strings.ReplaceAll(s, "${"+name+"}", `\${`+name+"}")
		}
	}
	return s
}
