package check

import (
	"strconv"

	"mergebook/site/book"
	"mergebook/site/conversation"
	"mergebook/site/dialect"
	"mergebook/site/finding"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
	"mergebook/wasm/play"
)

// checkBody reports a PATCH whose body the API would refuse, whether or not
// the page has a profile to run it on. An author who gives the status of its
// answer knows.
func checkBody(p *book.Page, e *conversation.Example) []finding.Finding {
	if e.Fence.Role == dialect.Ignore || e.Fence.Status != 0 && e.Answer != nil || !play.Runnable(e.Request.Method, e.Request.URL) {
		return nil
	}
	o := play.Apply([]byte("{}"), e.Request.Body)
	if o.Result != nil {
		return nil
	}
	err := o.Errors[0]
	line, column := jsonspan.Line(e.Request.Body, err.Start)
	message := "the API would refuse this body: " + err.Message
	if err.Code != merge.CodeBadField {
		message = "the body is not JSON"
		if line > 1 {
			message += ", at its line " + strconv.Itoa(line) + ", column " + strconv.Itoa(column)
		} else {
			message += ", at its column " + strconv.Itoa(column)
		}
		message += ": " + err.Message
	}
	if err.Hint != "" {
		message += " " + err.Hint
	}
	return []finding.Finding{p.At(bodyOffset(e, "text"), finding.Warning, "body", message)}
}

// bodyOffset returns where in the page a member of postData stands, or the fence
// where there is none.
func bodyOffset(e *conversation.Example, name string) int {
	text := []byte(e.Fence.Text)
	doc, errs := jsonspan.Scan(text)
	if errs != nil {
		return e.Fence.Offset
	}
	for i := range doc.Members {
		if !doc.Members[i].NameIs(text, "postData") {
			continue
		}
		for _, m := range doc.Inner(i) {
			if m.NameIs(text, name) {
				return e.Fence.SourceOffset(int(m.Value.Start))
			}
		}
	}
	return e.Fence.Offset
}
