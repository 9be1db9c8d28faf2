package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"mergebook/site/finding"
)

// A hub tells open pages that the site was built anew, by server-sent events
// (HTML standard, section 9.2): a message "reload", and an event "findings" with
// a JSON list.
type hub struct {
	mu       sync.Mutex
	pages    map[chan struct{}]bool
	findings []byte
	build    int // number of the last one
	done     chan struct{}
}

func newHub() *hub {
	return &hub{pages: map[chan struct{}]bool{}, done: make(chan struct{})}
}

// publish sends every open page the signal to reload; the page then asks for
// the findings anew. A page that was being loaded meanwhile says of which build
// it is when it asks.
func (h *hub) publish(build int, list []finding.Finding) {
	type item struct {
		Text string `json:"text"`
	}
	items := []item{}
	for _, f := range list {
		if f.Level == finding.Error {
			items = append(items, item{f.String()})
		}
	}
	data, err := json.Marshal(items)
	if err != nil {
		panic(err) // strings always marshal
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.findings, h.build = data, build
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
	h.mu.Lock()
	h.pages[page] = true
	findings := h.findings
	if of, err := strconv.Atoi(r.FormValue("build")); err == nil && of < h.build {
		page <- struct{}{}
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
	fmt.Fprintf(w, "event: findings\ndata: %s\n\n", findings)
	if flush() != nil {
		return
	}
	for {
		select {
		case <-r.Context().Done():
			return
		case <-h.done:
			return
		case <-page:
			fmt.Fprint(w, "data: reload\n\n")
			if flush() != nil {
				return
			}
		}
	}
}
