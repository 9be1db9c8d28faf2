package check

import (
	"fmt"
	"strings"

	"mergebook/site/book"
)

// Explain returns, a line for each json and har fence of the book, what it was
// taken for and why. The prefix leads to the content folder.
func Explain(b *book.Book, prefix string) string {
	var out strings.Builder
	for _, p := range b.Pages {
		for _, t := range p.Conversation.Turns {
			file, line := p.Place(t.Fence.Offset)
			fmt.Fprintf(&out, "%s:%d: %s: %s", prefix+file, line, t.Fence.Language, t.Role)
			if t.Why != "" {
				out.WriteString(", because " + t.Why)
			}
			out.WriteByte('\n')
			for _, e := range p.Conversation.Examples {
				if e.Fence == t.Fence && e.Answer != nil {
					fmt.Fprintf(&out, "    starts from %s; answers %d %s\n", startOf(p, e), e.Answer.Status, e.Answer.Reason)
				}
				if e.Fence == t.Fence && e.RefusedAsSaid() {
					fmt.Fprintf(&out, "    proven: it is refused, as status=%d says\n", e.Fence.Status)
				}
				if e.Claim == t.Fence && e.Proven() {
					fmt.Fprintf(&out, "    proven: it is what the PATCH in %s leads to\n", lineOf(p, e.Fence.Offset))
				}
			}
		}
	}
	return out.String()
}
