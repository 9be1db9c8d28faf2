package main

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

// TestWatch has an editor empty a file and take its time to write it, and looks
// at what the file held when it was told of.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "a.md")
	if err := os.WriteFile(page, []byte("before"), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := watch(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer w.close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	type change struct {
		names []string
		text  string
	}
	changes, rests := make(chan change, 10), make(chan bool, 10)
	go w.run(ctx, func(names []string) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Error(err)
		}
		changes <- change{names, string(text)}
	}, func() { rests <- true })
	tell := func(want string) {
		t.Helper()
		if got := <-changes; got.text != want || !reflect.DeepEqual(got.names, []string{"a.md"}) {
			t.Errorf("told of %v, which holds %q; want %q", got.names, got.text, want)
		}
		<-rests
	}

	f, err := os.Create(page)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	time.Sleep(3 * quiet)
	if _, err := f.WriteString("after"); err != nil {
		t.Fatal(err)
	}
	tell("after")
	if err := os.Truncate(page, 0); err != nil {
		t.Fatal(err)
	}
	tell("")
	if len(changes) > 0 {
		t.Errorf("and then of %v", <-changes)
	}
}
