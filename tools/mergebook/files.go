package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"net/http"
	"path"
	"strings"
	"sync/atomic"
	"time"

	"mergebook/site/book"
	"mergebook/site/build"
	"mergebook/site/templates"
)

// files serves a site from memory.
type files struct{ site atomic.Pointer[build.Site] }

func (f *files) set(s *build.Site) { f.site.Store(s) }

// embedded is the one file that may be shown in a frame of another page.
var embedded = strings.TrimPrefix(book.Embed, "/") + "index.html"

// types are those that the system's table may not have.
var types = map[string]string{".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".html": "text/html; charset=utf-8", ".md": "text/markdown; charset=utf-8"}

func (f *files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	site := f.site.Load()
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	ancestors := "'none'"
	if name == embedded {
		ancestors = "*"
	}
	h.Set("Content-Security-Policy", templates.CSP+"; frame-ancestors "+ancestors)
	status := http.StatusOK
	if !site.Has(name) {
		if site.Has(path.Join(name, "index.html")) {
			http.Redirect(w, r, "/"+name+"/", http.StatusMovedPermanently)
			return
		}
		name, status = "404.html", http.StatusNotFound
	}
	data, err := site.File(name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if status == http.StatusNotFound {
		h.Set("Content-Type", types[".html"])
		w.WriteHeader(status)
		w.Write(data)
		return
	}
	f.send(w, r, site, name, data)
}

// send answers with a file, compressed where the browser takes that: a page with
// all its snippets is ten times as long as what has to be sent. What pages load
// is there in compressed form.
func (f *files) send(w http.ResponseWriter, r *http.Request, site *build.Site, name string, data []byte) {
	h := w.Header()
	kind := types[path.Ext(name)]
	if kind == "" {
		kind = mime.TypeByExtension(path.Ext(name))
	}
	if kind == "" {
		kind = "application/octet-stream"
	}
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable") // their names change with them
	}
	for _, c := range []struct{ name, ext string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !site.Has(name + c.ext) {
			continue
		}
		h.Set("Vary", "Accept-Encoding")
		if packed, err := site.File(name + c.ext); err == nil && accepts(r, c.name) {
			h.Set("Content-Encoding", c.name)
			data = packed
			break
		}
	}
	if h.Get("Content-Encoding") == "" && compressible(kind) {
		h.Set("Vary", "Accept-Encoding")
		if accepts(r, "gzip") {
			h.Set("Content-Encoding", "gzip")
			data = zipped(data)
		}
	}
	sum := sha256.Sum256(data)
	h.Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// compressible reports whether a file of that type is text.
func compressible(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.HasPrefix(kind, "application/json") || strings.HasSuffix(kind, "xml")
}

func zipped(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	w.Write(data) // into a buffer: nothing can go wrong
	w.Close()
	return b.Bytes()
}

func accepts(r *http.Request, encoding string) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == encoding && strings.TrimSpace(q) != "q=0" {
			return true
		}
	}
	return false
}
