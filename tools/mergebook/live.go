package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"mergebook/site/finding"
)

// A hub tells open pages that the site was built anew and what is wrong with
// it, by server-sent events (HTML standard, section 9.2): a message "reload",
// and an event "findings" with a JSON list.
type hub struct {
	mu       sync.Mutex
	pages    map[chan struct{}]bool
	findings []byte
	build    int // number of the last one
	done     chan struct{}
}

func newHub() *hub {
	return &hub{pages: map[chan struct{}]bool{}, findings: []byte("[]"), done: make(chan struct{})}
}

// reload has every open page load anew: each says of which build it is.
func (h *hub) reload(build int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.build = build
	h.wake()
}

// tell sends the findings to every open page, and the hint behind them, if there
// is one.
func (h *hub) tell(list []finding.Finding, hint string) {
	type item struct {
		Text string `json:"text"`
	}
	items := []item{}
	for _, f := range list {
		if f.Level == finding.Error && len(items) < mostShown {
			items = append(items, item{f.String()})
		}
	}
	if hint != "" {
		items = append(items, item{hint})
	}
	data, err := json.Marshal(items)
	if err != nil {
		panic(err) // strings always marshal
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.findings = data
	h.wake()
}

// mostShown is how many findings are shown over a page; the terminal has all.
const mostShown = 50

// wake has every open page look at what is new.
func (h *hub) wake() {
	for page := range h.pages {
		select {
		case page <- struct{}{}:
		default: // it has one waiting
		}
	}
}

func (h *hub) close() { close(h.done) }

func (h *hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page := make(chan struct{}, 1)
	page <- struct{}{}
	h.mu.Lock()
	h.pages[page] = true
	of, err := strconv.Atoi(r.FormValue("build"))
	if err != nil {
		of = h.build
	}
	h.mu.Unlock()
	defer func() {
		h.mu.Lock()
		delete(h.pages, page)
		h.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	flush := http.NewResponseController(w).Flush
	var told []byte
	for {
		select {
		case <-r.Context().Done():
			return
		case <-h.done:
			return
		case <-page:
		}
		h.mu.Lock()
		build, findings := h.build, h.findings
		h.mu.Unlock()
		if !bytes.Equal(findings, told) {
			fmt.Fprintf(w, "event: findings\ndata: %s\n\n", findings)
			told = findings
		}
		if of < build {
			fmt.Fprint(w, "data: reload\n\n")
			of = build // a page that does not load anew is not asked twice
		}
		if flush() != nil {
			return
		}
	}
}
