package check

import (
	"mergebook/site/book"
	"mergebook/site/finding"
)

// A Report is what a check found.
type Report struct {
	Findings []finding.Finding // sorted
	Pages    int
	Examples int // requests that were run
	Proven   int // results shown on pages that the engine gets too

	Clean []*book.Page // those with nothing to find in them
}

// Run checks the whole book.
func Run(b *book.Book) *Report {
	r := &Report{Findings: b.AllFindings(), Pages: len(b.Pages)}
	foreign := foreignLinks{}
	for _, p := range b.Pages {
		if k := p.Known; k != nil { // it was clean
			r.Examples += k.Examples
			r.Proven += k.Proven
			r.Clean = append(r.Clean, p)
			continue
		}
		before, links := len(r.Findings), foreign.count()
		r.add(checkLinks(b, p, foreign))
		for _, e := range p.Conversation.Examples {
			if e.Answer != nil {
				r.Examples++
			}
			if e.Proven() {
				r.Proven++
			}
			r.add(checkExample(p, e))
			r.add(checkBody(p, e))
		}
		r.add(checkRoles(p))
		if len(p.Findings) == 0 && len(r.Findings) == before && foreign.count() == links {
			r.Clean = append(r.Clean, p)
		}
	}
	r.add(checkOrphans(b))
	r.add(foreign.note())
	finding.Sort(r.Findings)
	r.Findings = finding.Unique(r.Findings)
	return r
}

func (r *Report) add(found []finding.Finding) { r.Findings = append(r.Findings, found...) }

// Wrong returns how many claims of the pages about results do not hold.
func (r *Report) Wrong() int {
	n := 0
	for _, f := range r.Findings {
		if f.Rule == ruleDoctest && f.Level == finding.Error {
			n++
		}
	}
	return n
}

// Failed reports whether something is wrong for certain.
func (r *Report) Failed() bool { return finding.Count(r.Findings, finding.Error) > 0 }
