package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"mergebook/site/book"
	"mergebook/site/build"
)

func TestProgress(t *testing.T) {
	out := &output{}
	p := env{}.progress("read")
	p.tell(out, time.Millisecond, time.Millisecond)
	for range 4120 {
		p.one(10_000)
	}
	const line = "\r4,120 of 10,000 pages read\x1b[K"
	for i := 0; !strings.HasSuffix(out.String(), line); i++ {
		if i == 1000 {
			t.Fatalf("%q does not end with %q", out, line)
		}
		time.Sleep(time.Millisecond)
	}
	p.end()
	if !strings.HasSuffix(out.String(), line+"\r\x1b[K") {
		t.Errorf("%q: the line is not taken away", out)
	}
}

// TestProgressIsQuiet holds that work which is done soon says nothing.
func TestProgressIsQuiet(t *testing.T) {
	out := &output{}
	p := env{}.progress("read")
	p.tell(out, time.Hour, time.Hour)
	p.one(2)
	p.end()
	if out.String() != "" {
		t.Errorf("%q", out)
	}
}

// TestProgressCounts holds that reading and writing count the pages.
func TestProgressCounts(t *testing.T) {
	dir := t.TempDir()
	for i := range 30 {
		write(t, dir, fmt.Sprintf("p%d.md", i), "# Page\n")
	}
	read, written := env{}.progress("read"), env{}.progress("written")
	b, err := (&book.Reader{Each: read.one}).Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	site, err := build.New(b, build.Options{Each: written.one})
	if err != nil {
		t.Fatal(err)
	}
	if err := build.Write(site, dir, filepath.Join(t.TempDir(), "out")); err != nil {
		t.Fatal(err)
	}
	for _, p := range []*progress{read, written} {
		if p.done.Load() != 30 || p.all.Load() != 30 {
			t.Errorf("%d of %d %s", p.done.Load(), p.all.Load(), p.verb)
		}
	}
}

// TestProgressOfCommands holds that commands watch: what is told of many pages
// on a terminal stands in a line that is gone in the end, and elsewhere nothing
// is told.
func TestProgressOfCommands(t *testing.T) {
	dir := t.TempDir()
	for i := range 30 {
		write(t, dir, fmt.Sprintf("p%d.md", i), "# Page\n")
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	for _, terminal := range []bool{true, false} {
		for _, args := range [][]string{{"build", "--out", filepath.Join(t.TempDir(), "out")}, {"check"}, {"check", "--format", "json"}} {
			var printed output
			if status := run(env{stdin: strings.NewReader(""), stdout: io.Discard, stderr: &printed, terminal: terminal}, append(args, "--content", dir)); status != 0 {
				t.Fatalf("%q: %d: %s", args, status, &printed)
			}
			said := printed.String()
			if said != "" && (!terminal || !strings.HasSuffix(said, "\r\x1b[K")) {
				t.Errorf("%q on a terminal (%v): %q", args, terminal, said)
			}
		}
	}
}
