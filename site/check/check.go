package check

import (
	"mergebook/site/book"
	"mergebook/site/finding"
	"mergebook/site/parallel"
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
	reports := make([]pageReport, len(b.Pages))
	parallel.Each(len(b.Pages), func(i int) error {
		reports[i] = checkPage(b, b.Pages[i])
		return nil
	})
	foreign := foreignLinks{}
	sections := checkSections(b)
	for i, p := range reports {
		page := b.Pages[i]
		r.Examples += p.examples
		r.Proven += p.proven
		r.add(p.findings)
		r.add(sections[page])
		foreign.merge(p.foreign)
		if p.clean && sections[page] == nil {
			r.Clean = append(r.Clean, page)
		}
	}
	r.add(checkOrphans(b))
	r.add(foreign.note())
	finding.Sort(r.Findings)
	r.Findings = finding.Unique(r.Findings)
	return r
}

// A pageReport is what is to be said of one page.
type pageReport struct {
	findings         []finding.Finding // but for those that reading it made
	foreign          foreignLinks
	examples, proven int
	clean            bool
}

func checkPage(b *book.Book, p *book.Page) (r pageReport) {
	if k := p.Known; k != nil { // it was clean
		return pageReport{examples: k.Examples, proven: k.Proven, clean: true}
	}
	r.foreign = foreignLinks{}
	r.findings = checkLinks(b, p, r.foreign)
	for _, e := range p.Conversation.Examples {
		if e.Answer != nil {
			r.examples++
		}
		if e.Proven() {
			r.proven++
		}
		r.findings = append(r.findings, checkExample(p, e)...)
		r.findings = append(r.findings, checkBody(p, e)...)
		r.findings = append(r.findings, checkMedia(p, e)...)
	}
	r.findings = append(r.findings, checkRoles(p)...)
	r.clean = len(p.Findings) == 0 && len(r.findings) == 0 && len(r.foreign) == 0
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
