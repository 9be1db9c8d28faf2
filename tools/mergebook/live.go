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
// it, by server-sent events (HTML standard, section 9.2): a message "renew" where
// another text of the page is all that there may be, else "reload", and an event
// "findings" with a JSON list.
type hub struct {
	mu       sync.Mutex
	pages    map[chan struct{}]bool
	findings []byte
	build    int // number of the last one
	whole    int // that of the last one of which pages show more than their text
	done     chan struct{}
}

func newHub() *hub {
	return &hub{pages: map[chan struct{}]bool{}, findings: []byte("[]"), done: make(chan struct{})}
}

// renew has every open page show what is new: each says of which build it is.
// After a build of the whole site, it loads all that it shows anew.
func (h *hub) renew(build int, whole bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.build = build
	if whole {
		h.whole = build
	}
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
		build, whole, findings := h.build, h.whole, h.findings
		h.mu.Unlock()
		if !bytes.Equal(findings, told) {
			fmt.Fprintf(w, "event: findings\ndata: %s\n\n", findings)
			told = findings
		}
		if of < build {
			message := "renew"
			if of < whole {
				message = "reload"
			}
			fmt.Fprintf(w, "data: %s\n\n", message)
			of = build // a page that does not do it is not asked twice
		}
		if flush() != nil {
			return
		}
	}
}
