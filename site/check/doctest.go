package check

import (
	"fmt"
	"strings"

	"mergebook/site/book"
	"mergebook/site/conversation"
	"mergebook/site/dialect"
	"mergebook/site/finding"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/play"
)

const ruleDoctest = "doctest"

// checkExample compares what the page shows after a request with what the
// engine gets.
func checkExample(p *book.Page, e *conversation.Example) []finding.Finding {
	if !e.StatusHolds() {
		return []finding.Finding{p.At(e.Fence.StatusAt, finding.Error, ruleDoctest, wrongStatus(e))}
	}
	if why := noTask(e); why != "" {
		return []finding.Finding{p.At(e.Fence.Offset, finding.Error, ruleDoctest, "role="+string(e.Fence.Role)+", but "+why)}
	}
	if e.Claim == nil || e.Proven() {
		return nil
	}
	call := lineOf(p, e.Fence.Offset)
	if e.Expected() == nil {
		return []finding.Finding{p.At(e.Claim.SourceOffset(0), finding.Error, ruleDoctest,
			fmt.Sprintf("a result is shown here, but the PATCH in %s fails with %d", call, e.Answer.Status))}
	}
	message := fmt.Sprintf("this is not what the PATCH in %s makes of %s", call, startOf(p, e))
	if e.RefusedAsSaid() {
		message = fmt.Sprintf("this is not %s, which the PATCH in %s does not change: it is refused", startOf(p, e), call)
	}
	f := p.At(placeOf(e), finding.Error, ruleDoctest, message)
	f.Detail = detail(e) + f.Detail
	return []finding.Finding{f}
}

// noTask says why a request that is a task for readers can be none, if so.
func noTask(e *conversation.Example) string {
	missing := map[dialect.Role]string{dialect.Exercise: "there is no solution", dialect.Predict: "there is nothing to predict"}[e.Fence.Role]
	switch {
	case missing == "":
		return ""
	case e.Answer == nil:
		return missing + ": it must be a PATCH of one user, with a profile before it"
	case e.Fence.Role == dialect.Exercise && e.Answer.Outcome.Result == nil:
		return missing + ": the engine refuses this body"
	case e.Expected() == nil:
		return missing + ": the engine refuses this body; if that is what readers shall see, say so with status=400"
	}
	return ""
}

// wrongStatus says what the engine answers instead of the status that the
// author gives, or why it was not asked.
func wrongStatus(e *conversation.Example) string {
	said := fmt.Sprintf("status=%d, but ", e.Fence.Status)
	switch {
	case e.Answer == nil && e.Fence.Role == dialect.Ignore:
		return said + "role=ignore says that the request is not run"
	case e.Answer == nil && !play.Runnable(e.Request.Method, e.Request.URL):
		return said + "the request is not run: it is not a PATCH of one user"
	case e.Answer == nil:
		return said + "the request is not run: no profile stands before it"
	}
	said += fmt.Sprintf("the engine answers %d %s", e.Answer.Status, e.Answer.Reason)
	if errs := e.Answer.Outcome.Errors; len(errs) > 0 {
		said += ": " + strings.TrimSuffix(errs[0].Message, ".")
	}
	return said
}

// lineOf names a line: that of the page, or of a file that it includes.
func lineOf(p *book.Page, offset int) string {
	file, line := p.Place(offset)
	if file != p.File {
		return fmt.Sprintf("line %d of %s", line, file)
	}
	return fmt.Sprintf("line %d", line)
}

func startOf(p *book.Page, e *conversation.Example) string {
	if e.Since != nil {
		return fmt.Sprintf("the result of the one in %s", lineOf(p, e.Since.Fence.Offset))
	}
	return fmt.Sprintf("the profile in %s", lineOf(p, e.From.Offset))
}

// placeOf returns the offset in the page of the first difference that the page
// has a place for.
func placeOf(e *conversation.Example) int {
	if e.Claim.Value() != e.Claim.Text {
		return e.Claim.SourceOffset(0) // variables have moved what stands behind them
	}
	lead := strings.Index(e.Claim.Text, strings.TrimSpace(e.Claim.Text))
	for _, d := range e.Differences {
		if d.A.Len() > 0 {
			return e.Claim.SourceOffset(lead + int(d.A.Start))
		}
	}
	return e.Claim.SourceOffset(lead)
}

// most is how many differences are printed.
const most = 10

func detail(e *conversation.Example) string {
	var b strings.Builder
	b.WriteString("  - shown on the page\n  + computed by the engine\n")
	for i, d := range e.Differences {
		if i == most {
			fmt.Fprintf(&b, "  and %d more differences\n", len(e.Differences)-most)
			break
		}
		writeSide(&b, "-", d.Pointer, d.A.Of(e.Claimed()))
		writeSide(&b, "+", d.Pointer, d.B.Of(e.Expected()))
	}
	return b.String()
}

func writeSide(b *strings.Builder, sign, pointer string, value []byte) {
	if len(value) == 0 {
		return // it is not there on this side
	}
	text := strings.Join(strings.Fields(string(value)), " ")
	if runes := []rune(text); len(runes) > 160 {
		text = string(runes[:160]) + "…"
	}
	if pointer == "" {
		pointer = "(the whole)"
	}
	fmt.Fprintf(b, "  %s %s: %s\n", sign, pointer, text)
}

// checkRoles reports roles that cannot be played, and results that cannot be
// read.
func checkRoles(p *book.Page) []finding.Finding {
	var out []finding.Finding
	claims := map[*dialect.Fence]bool{}
	for _, e := range p.Conversation.Examples {
		claims[e.Claim] = true
	}
	for _, t := range p.Conversation.Turns {
		f := t.Fence
		if f.Language != "json" || t.Role == "ignored" && !t.MeantAsResult {
			continue
		}
		_, errs := jsonspan.Scan([]byte(f.Value()))
		switch {
		case errs != nil && (!t.Inferred || t.MeantAsResult):
			e := errs[0]
			out = append(out, p.At(f.SourceOffset(e.Start), finding.Error, ruleDoctest,
				"this cannot be compared with the engine's result, because it is not a JSON object: "+strings.TrimSpace(e.Message+" "+e.Hint)))
		case t.Role == "result" && !claims[f]:
			out = append(out, p.At(f.Offset, finding.Error, ruleDoctest,
				"role=result, but no request that was run stands before it, or that one has a result already; mergebook check --explain shows what was taken for what"))
		}
	}
	return out
}
