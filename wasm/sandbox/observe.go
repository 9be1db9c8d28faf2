package sandbox

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"
)

// observed notes what each request was and came to. A panic is answered, and the
// next request is as if nothing had been.
func (s *Sandbox) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		rec := &recorder{ResponseWriter: w}
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				s.Log.Error("panic", "value", fmt.Sprint(p), "stack", string(debug.Stack()))
				if rec.status == 0 {
					errInternal.write(rec)
				}
			}
			pattern := r.Pattern
			if pattern == "" {
				pattern = "none"
			}
			took := time.Since(start)
			s.metrics.add(pattern, rec.status, took)
			s.Log.Info("request", "method", short(r.Method), "pattern", pattern, "status", rec.status, "ms", float64(took.Microseconds())/1000, "bytes", rec.bytes)
		}()
		next.ServeHTTP(rec, r)
	})
}

type recorder struct {
	http.ResponseWriter
	status, bytes int
}

func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// seconds are the bounds of the buckets in which times are counted.
var seconds = []float64{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1}

type metrics struct {
	mu    sync.Mutex
	calls map[outcome]*calls
}

// An outcome is what requests are counted by.
type outcome struct {
	pattern string
	status  int
}

func (o outcome) labels() string { return fmt.Sprintf("route=%q,status=\"%d\"", o.pattern, o.status) }

type calls struct {
	count   int64
	sum     float64
	buckets [10]int64 // as many as seconds
}

func (m *metrics) add(pattern string, status int, took time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.calls == nil {
		m.calls = map[outcome]*calls{}
	}
	o := outcome{pattern, status}
	c := m.calls[o]
	if c == nil {
		c = &calls{}
		m.calls[o] = c
	}
	c.count++
	c.sum += took.Seconds()
	for i, bound := range seconds {
		if took.Seconds() <= bound {
			c.buckets[i]++
		}
	}
}

// WriteMetrics writes what was counted in the text format of Prometheus, version
// 0.0.4.
func (s *Sandbox) WriteMetrics(w io.Writer) {
	m := &s.metrics
	var b strings.Builder
	b.WriteString("# HELP sandbox_request_seconds How long requests took.\n# TYPE sandbox_request_seconds histogram\n")
	m.mu.Lock()
	outcomes := slices.SortedFunc(maps.Keys(m.calls), func(a, b outcome) int {
		return cmp.Or(strings.Compare(a.pattern, b.pattern), a.status-b.status)
	})
	for _, o := range outcomes {
		c, l := m.calls[o], o.labels()
		for i, bound := range seconds {
			fmt.Fprintf(&b, "sandbox_request_seconds_bucket{%s,le=\"%g\"} %d\n", l, bound, c.buckets[i])
		}
		fmt.Fprintf(&b, "sandbox_request_seconds_bucket{%s,le=\"+Inf\"} %d\nsandbox_request_seconds_sum{%s} %g\nsandbox_request_seconds_count{%s} %d\n", l, c.count, l, c.sum, l, c.count)
	}
	m.mu.Unlock()
	io.WriteString(w, b.String())
}
