//go:build js && wasm

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"time"
	"unsafe"

	"mergebook/wasm/sandbox"
)

// A request as the Worker has read it. The body follows it.
type request struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Header  map[string]string `json:"header"`
	Limited bool              `json:"limited"` // its sender has sent too much
	Name    string            `json:"name"`    // of the tenant that it may make
	Links   links             `json:"links"`
}

// A response as the Worker sends it. The body follows it.
type response struct {
	Status int         `json:"status"`
	Header http.Header `json:"header"`
	Links  links       `json:"links"`
}

var (
	in, out []byte
	box     *sandbox.Sandbox
	making  string // the name of the tenant that the request may make
)

type limitedKey struct{}

// main never ends: the exports are called while it runs.
func main() {
	box = sandbox.New(sandbox.Options{
		DB:    openDB(),
		Links: edgeLinks{},
		// Cloudflare notes each request itself.
		Log: slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelWarn})),
		Limit: func(r *http.Request) sandbox.Rate {
			rate := sandbox.Rate{Reset: time.Now().Add(time.Minute)} // as wrangler.jsonc has it; how many are left is not told
			if r.Context().Value(limitedKey{}) == true {
				rate.Remaining = -1
			}
			return rate
		},
		Name:    func() string { return making },
		Version: version(),
	})
	select {}
}

// version is the commit of which the program is built, as the Go tool writes it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

//go:wasmexport input
func input(size int32) unsafe.Pointer {
	in = make([]byte, size+1)[:size] // one more: an empty buffer has an address too
	return unsafe.Pointer(unsafe.SliceData(in))
}

// handle answers the request in the first bytes of the input, whose body is the rest.
// The answer is the address and the size of the response in JSON, with its size in
// four bytes before it and its body behind it.
//
//go:wasmexport handle
func handle(head int32) int64 {
	var r request
	if err := json.Unmarshal(in[:head], &r); err != nil {
		panic(err)
	}
	current, making = r.Links, r.Name
	w := &recorder{header: http.Header{}, status: http.StatusOK}
	req, err := http.NewRequestWithContext(context.WithValue(context.Background(), limitedKey{}, r.Limited), r.Method, r.URL, bytes.NewReader(in[head:]))
	if err != nil {
		w.status = http.StatusBadRequest
	} else {
		for name, value := range r.Header {
			req.Header.Set(name, value)
		}
		box.ServeHTTP(w, req)
	}
	text, err := json.Marshal(response{Status: w.status, Header: w.header, Links: current})
	if err != nil {
		panic(err)
	}
	n := len(text)
	out = append([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}, text...)
	out = append(out, w.body.Bytes()...)
	return int64(uintptr(unsafe.Pointer(unsafe.SliceData(out))))<<32 | int64(len(out))
}

// migrate makes the tables of a new tenant.
//
//go:wasmexport migrate
func migrate() int32 {
	if err := sandbox.Migrate(context.Background(), box.DB); err != nil {
		os.Stdout.WriteString(strings.TrimSpace(err.Error()) + "\n")
		return 1
	}
	return 0
}

type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(b []byte) (int, error) { return r.body.Write(b) }
