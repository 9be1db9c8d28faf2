package main

import (
	"fmt"
	"io"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"mergebook/site/book"
)

// A progress tells on a terminal how far long work on pages is, in one line that
// goes away at the end. Where nobody watches, or the work is done soon, nothing
// is told.
type progress struct {
	verb      string // what is done to the pages: "read"
	done, all atomic.Int64

	stop    chan struct{}
	stopped sync.WaitGroup
}

const (
	patience = 500 * time.Millisecond // what is done by then needs no line
	beat     = 200 * time.Millisecond // how often the line is written
)

// progress begins to tell. Whoever calls it calls end, before anything else is
// printed.
func (e env) progress(verb string) *progress {
	p := &progress{verb: verb, stop: make(chan struct{})}
	if e.terminal {
		p.tell(e.stderr, patience, beat)
	}
	return p
}

// read reads a content folder, except for the pages that are known, and tells
// how far it is.
func (e env) read(content string, known map[string]*book.Known) (*book.Book, error) {
	p := e.progress("read")
	defer p.end()
	r := book.Reader{Known: known, Each: p.one}
	return r.Load(content)
}

func (p *progress) tell(w io.Writer, patience, beat time.Duration) {
	p.stopped.Go(func() {
		wait := time.NewTimer(patience)
		defer wait.Stop()
		for told := false; ; {
			select {
			case <-p.stop:
				if told {
					fmt.Fprint(w, "\r\x1b[K")
				}
				return
			case <-wait.C:
				if all := p.all.Load(); all > 0 {
					fmt.Fprintf(w, "\r%s of %s pages %s\x1b[K", thousands(p.done.Load()), thousands(all), p.verb)
					told = true
				}
				wait.Reset(beat)
			}
		}
	})
}

// one notes that one more page is done, of all that there are.
func (p *progress) one(all int) {
	p.all.Store(int64(all))
	p.done.Add(1)
}

// end takes the line away.
func (p *progress) end() {
	close(p.stop)
	p.stopped.Wait()
}

// thousands writes a number with commas: 10,000.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
