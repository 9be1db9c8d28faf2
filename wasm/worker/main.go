//go:build js && wasm

package main

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"time"
	"unsafe"

	"mergebook/wasm/sandbox"
)

var (
	in, out wire
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
		Limit: func(r *http.Request) sandbox.Rate { // how many are left is not told
			if r.Context().Value(limitedKey{}) != true {
				return sandbox.Rate{}
			}
			return sandbox.Rate{Remaining: -1, Reset: time.Now().Add(time.Minute)} // as wrangler.jsonc has it
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
	in = make(wire, size+1)[:size] // one more: an empty buffer has an address too
	return unsafe.Pointer(unsafe.SliceData(in))
}

// handle answers the request in the input: its method and address; whether its sender has
// sent too much, and the name of the tenant that it may make; the names and values of its
// header, and the ids and fragments of the links that were read, each with their number
// before them; and its body. The answer is the address and the size of the response: its
// status and header, the id of the link that is wanted, the links that were made, and its
// body.
//
//go:wasmexport handle
func handle() int64 {
	method, address := in.takeText(), in.takeText()
	limited := in.takeNumber() != 0
	making = in.takeText()
	header := http.Header{}
	in.takePairs(header.Set)
	current = links{read: map[string]string{}}
	in.takePairs(func(id, fragment string) { current.read[id] = fragment })
	w := &recorder{header: http.Header{}, status: http.StatusOK}
	r, err := http.NewRequestWithContext(context.WithValue(context.Background(), limitedKey{}, limited), method, address, bytes.NewReader(in))
	if err != nil {
		w.status = http.StatusBadRequest
	} else {
		r.Header = header
		box.ServeHTTP(w, r)
	}
	out = out[:0]
	out.number(int64(w.status))
	pairs := 0
	for _, values := range w.header {
		pairs += len(values)
	}
	out.number(int64(pairs))
	for name, values := range w.header {
		for _, value := range values {
			out.text(name)
			out.text(value)
		}
	}
	out.text(current.wanted)
	out.number(int64(len(current.made)))
	for id, fragment := range current.made {
		out.text(id)
		out.text(fragment)
	}
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
