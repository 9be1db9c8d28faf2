package dialect

import (
	"mergebook/site/finding"
	"mergebook/wasm/har"
)

// readHAR reads the request of a har fence, and reports what is wrong with it.
func (f *Fence) readHAR() {
	r, errs := har.Parse([]byte(f.Text))
	for _, e := range errs {
		at := f.SourceOffset(e.Start)
		message := e.Message
		if e.Hint != "" {
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
	f.Request = r.Map(f.page.Substitute)
}
