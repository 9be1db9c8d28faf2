package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"mergebook/wasm/sandbox"

	_ "modernc.org/sqlite"
)

// sandboxFile is where the database is, unless somebody says otherwise.
func sandboxFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "mergebook", "sandbox.db")
}

// openSandbox opens the sandbox on the database in a file, which it makes if there
// is none.
func openSandbox(ctx context.Context, file, tenant string, rate int, log *slog.Logger) (*sandbox.Sandbox, error) {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return nil, err
	}
	o := sandbox.Options{Default: tenant, Log: log, Version: version()}
	if rate > 0 {
		o.Limit = sandbox.NewLimiter(10*rate, float64(rate), time.Now).Rate
	}
	box, err := sandbox.OpenSQLite(ctx, file, o)
	if err != nil {
		return nil, fmt.Errorf("the sandbox's database %s: %w", file, err)
	}
	return box, nil
}

// expire removes tenants that have ended, now and every hour.
func expire(ctx context.Context, s *sandbox.Sandbox, log *slog.Logger) {
	ticker := time.NewTicker(time.Hour)
	defer ticker.Stop()
	for {
		if err := s.Expire(ctx); err != nil && ctx.Err() == nil {
			log.Error("expire", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// slow is how long a body may take to arrive.
const slow = 15 * time.Second

// mount puts the sandbox and its metrics beside the pages.
func mount(mux *http.ServeMux, s *sandbox.Sandbox, slow time.Duration) {
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// It holds when the handler is done too: the server would wait for the rest of
		// the body before it answers. For the next request the server sets another.
		http.NewResponseController(w).SetReadDeadline(time.Now().Add(slow))
		s.ServeHTTP(w, r)
	})
	for _, pattern := range []string{"/api/", "/t/", "/s/", "/-/health", "/-/version"} {
		mux.Handle(pattern, handler)
	}
	mux.HandleFunc("GET /-/metrics", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		s.WriteMetrics(w)
	})
}
