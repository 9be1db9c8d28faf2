package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os/signal"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"syscall"
	"time"

	"mergebook/site/book"
	"mergebook/site/build"
	"mergebook/site/check"
	"mergebook/wasm/sandbox"
)

var serveCommand = command{
	name: "serve", args: "[--content DIR] [--port N] [--sandbox FILE] [--rate N]",
	short: "show the site in your browser while you write",
	help: `
Builds the site in memory and serves it on this machine only. Open pages show
what you change in the content folder; findings show up in the terminal and over
the page. Ctrl-C ends it.

Beside the pages is the sandbox: the API that they are about, at /api/v2/users,
with a database in a file. The command that it prints reads a user of it.

Examples:
  mergebook serve
  mergebook serve --content docs --port 9000`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		content := flags.String("content", defaultContent, "the `DIR` that holds the pages")
		port := flags.Int("port", 8080, "the port `N`; the next free one is taken where it is not free")
		file := flags.String("sandbox", sandboxFile(), "the `FILE` with the sandbox's database")
		rate := flags.Int("rate", 0, "the requests a second, `N`, that the sandbox takes from one address; 0 is no limit")
		return func(e env, args []string) error {
			if len(args) > 0 {
				return usageError{"what is " + args[0] + "? The folder is given as --content DIR"}
			}
			if *rate < 0 {
				return usageError{"--rate is 0 or more"}
			}
			ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
			defer stop()
			return serve(ctx, e, *content, *port, *file, *rate)
		}
	},
}

// serve serves the content folder, and the sandbox in a file, until the context
// ends.
func serve(ctx context.Context, e env, content string, port int, file string, rate int) error {
	s := &server{env: e, content: content, files: &files{}, hub: newHub(), build: int(time.Now().Unix())} // pages that another server has sent are older
	if err := s.rebuild(nil); err != nil {
		return err
	}
	s.check()
	listener, err := listen(port)
	if err != nil {
		return err
	}
	watcher, err := watch(content)
	if err != nil {
		return err
	}
	defer watcher.close()
	log := slog.New(slog.NewJSONHandler(e.stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	tenant := fmt.Sprintf("local-%d", listener.Addr().(*net.TCPAddr).Port) // another server may have the same file
	box, err := openSandbox(ctx, file, tenant, rate, log)
	if err != nil {
		return err
	}
	defer box.Close()
	own, err := box.MakeTenant(ctx, tenant, sandbox.AllScopes)
	if err != nil {
		return err
	}
	go expire(ctx, box, log)
	mux := http.NewServeMux()
	mount(mux, box, slow)
	mux.Handle("/", s.files)
	mux.Handle("GET /-/live", s.hub)
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute, MaxHeaderBytes: 32 << 10}
	go func() {
		<-ctx.Done()
		s.hub.close()
		timeout, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		defer cancel()
		server.Shutdown(timeout)
	}()
	go watcher.run(ctx, func(names []string) {
		if err := s.rebuild(names); err != nil {
			fmt.Fprintln(e.stderr, "mergebook serve:", err)
		}
	}, s.check)
	fmt.Fprintf(e.stdout, "http://%[1]s/\nThe API of the pages: curl --header 'Authorization: Bearer %[2]s' http://%[1]s/api/v2/users/%[3]s\n", listener.Addr(), own.Token, own.UserID)
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// A server holds what is served.
type server struct {
	env
	content string
	files   *files
	hub     *hub
	book    *book.Book
	site    *build.Site
	checked *book.Book // the last one of which it was told what is wrong
	build   int        // a number that grows when there is something new
}

// rebuild reads what has changed, or all of it, and has open pages show it.
func (s *server) rebuild(changed []string) error {
	start := time.Now()
	var b *book.Book
	updated := false
	if s.book != nil {
		b, updated = s.book.Update(changed)
	}
	if updated && b == s.book {
		return nil
	}
	if !updated {
		var err error
		if b, err = s.read(s.content, nil); err != nil {
			return err
		}
	}
	site, err := build.Renew(s.site, b, build.Options{Live: s.build + 1, Sandbox: true})
	if err != nil {
		return err
	}
	whole := !updated || slices.ContainsFunc(changed, func(name string) bool { return b.Files[name] != "" })
	s.book, s.site = b, site
	s.build++
	s.files.set(site)
	s.hub.renew(s.build, whole)
	what := count(len(b.Pages), "page")
	if updated {
		what = "change"
	}
	fmt.Fprintf(s.stdout, "%s read in %d ms\n", what, time.Since(start).Milliseconds())
	return nil
}

// check tells what is wrong with all pages. To look through them takes longer
// than to show one, so it is done when open pages have what they need.
func (s *server) check() {
	if s.checked == s.book {
		return
	}
	s.checked = s.book
	r := check.Run(s.book)
	printFindings(s.env, s.content, r.Findings)
	hint := hintAtFix(s.book, r)
	if hint != "" {
		fmt.Fprintln(s.stderr, "  "+hint)
	}
	s.hub.tell(r.Findings, hint)
	go collect() // else the next edit may have to wait for it
}

// litter is how many bytes may be garbage before it is collected.
const litter = 16 << 20

// collect collects garbage, and has it done less often where there is little else: the
// pages of a small site fill a few MB, and with as much again for garbage a busy
// sandbox would have it collected a hundred times a second.
func collect() {
	runtime.GC()
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	debug.SetGCPercent(int(max(100, 100*litter/now.HeapAlloc)))
}

// listen takes the port, or the next free one of the twenty behind it.
func listen(port int) (net.Listener, error) {
	var first error
	for p := port; p < port+20; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(p)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}
