package check

import (
	"slices"
	"strings"

	"mergebook/site/book"
	"mergebook/site/conversation"
	"mergebook/site/dialect"
	"mergebook/site/finding"
	"mergebook/wasm/jsonspan"
)

// A Rewrite is what makes a result in a file the one that the engine gets.
type Rewrite struct {
	Place finding.Finding // of its fence: file, line and column
	Text  []byte          // the file, as it was when it was read
	Edits []Edit          // in order
}

// Rewrites returns how the results that the engine does not get can be made
// right, in the order of files and lines, and notes about those that have to be
// rewritten by hand.
func Rewrites(b *book.Book) ([]Rewrite, []finding.Finding) {
	var notes []finding.Finding
	found := map[string]*Rewrite{} // by place
	left := map[string]bool{}
	for _, p := range b.Pages {
		if p.Known != nil {
			continue // it was right
		}
		for _, e := range p.Conversation.Examples {
			if e.Claim == nil || e.Answer == nil || !e.StatusHolds() || e.Expected() == nil {
				continue
			}
			place := p.At(e.Claim.Offset, finding.Note, "fix", "")
			key := place.Place()
			w, problem := rewrite(p, e)
			if problem != "" {
				left[key] = true
				place.Message = "check --fix leaves this result as it is: " + problem
				notes = append(notes, place)
				continue
			}
			if other := found[key]; other == nil {
				w.Place = place
				found[key] = w
			} else if !slices.Equal(other.Edits, w.Edits) && !left[key] {
				left[key] = true
				place.Detail = ""
				place.Message = "check --fix leaves this result as it is: the pages that include it need different ones"
				notes = append(notes, place)
			}
		}
	}
	var out []Rewrite
	for key, w := range found {
		if len(w.Edits) > 0 && !left[key] {
			out = append(out, *w)
		}
	}
	slices.SortFunc(out, func(a, b Rewrite) int {
		if a.Place.File != b.Place.File {
			return strings.Compare(a.Place.File, b.Place.File)
		}
		return a.Edits[0].Start - b.Edits[0].Start
	})
	finding.Sort(notes)
	return out, finding.Unique(notes)
}

// rewrite finds the edits of a result, none for one that is proven; or says why
// there are none.
func rewrite(p *book.Page, e *conversation.Example) (w *Rewrite, problem string) {
	w = &Rewrite{}
	if e.Proven() {
		return w, ""
	}
	f := e.Claim
	value := f.Value()
	lead := strings.Index(value, strings.TrimSpace(value)) // Claimed is trimmed
	for _, change := range relay(e.Claimed(), e.Expected(), lineEnd(f.Text)) {
		if strings.Contains(change.Text, "${") || strings.Contains(change.Text, "<%") {
			return nil, "its new value would be read as a variable or a directive"
		}
		from, to, ok := f.TextSpan(change.Start+lead, change.End+lead)
		place, one := written(p, f, from, to)
		if !ok || !one || w.Text != nil && &w.Text[0] != &place.Text[0] {
			return nil, "what has to change comes from a variable or a directive"
		}
		w.Text = place.Text
		w.Edits = append(w.Edits, Edit{place.Start, place.End, strings.ReplaceAll(change.Text, "\n", "\n"+margin(p, f, from))})
	}
	return w, ""
}

// written finds where a part of a fence's text is written.
func written(p *book.Page, f *dialect.Fence, from, to int) (dialect.Written, bool) {
	last := f.SourceOffset(to-1) + 1
	if from == to { // what is put in follows a character
		place, ok := p.Written(last-1, last)
		place.Start = place.End
		return place, ok
	}
	return p.Written(f.SourceOffset(from), last)
}

// margin returns what stands in the page before the line of a fence's text that
// an offset is in: the indentation of a list, the mark of a quotation.
func margin(p *book.Page, f *dialect.Fence, at int) string {
	begin := f.SourceOffset(strings.LastIndexByte(f.Text[:at], '\n') + 1)
	_, line := jsonspan.LineStart(p.Source, begin)
	return string(p.Source[line:begin])
}

// lineEnd returns what ends the lines of a text.
func lineEnd(text string) string {
	if strings.Contains(text, "\r\n") {
		return "\r\n"
	}
	return "\n"
}
