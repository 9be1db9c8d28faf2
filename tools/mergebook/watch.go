package main

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long nothing must happen before a change counts as finished. Editors that
// write into a file do it in steps that follow one another at once; those that
// put another file in its place have none for a while.
const (
	briefly = 5 * time.Millisecond
	quiet   = 20 * time.Millisecond
)

// emptyFor is how long a file may stay empty before that is taken for what
// somebody has written: editors empty a file first.
const emptyFor = 200 * time.Millisecond

// settled is how long nothing must happen after a change for what can wait.
const settled = 100 * time.Millisecond

// A watcher tells when a folder changes, with all below it.
type watcher struct {
	dir    string
	notify *fsnotify.Watcher
}

func watch(dir string) (*watcher, error) {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{dir, n}
	w.add(dir)
	return w, nil
}

func (w *watcher) close() { w.notify.Close() }

// add watches a folder and those in it. What cannot be watched is only not
// noticed.
func (w *watcher) add(dir string) {
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			w.notify.Add(path)
		}
		return nil
	})
}

// run calls changed after each change, with the names of the files below the
// folder, and rest when nothing has happened after that, until the context ends.
func (w *watcher) run(ctx context.Context, changed func(names []string), rest func()) {
	names := map[string]bool{}
	wait := briefly
	var first time.Time // of the events that are not told yet
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event, ok := <-w.notify.Events:
			if !ok {
				return
			}
			if event.Op == fsnotify.Chmod {
				continue
			}
			if event.Has(fsnotify.Create) {
				w.add(event.Name)
			}
			if name, err := filepath.Rel(w.dir, event.Name); err == nil {
				names[filepath.ToSlash(name)] = true
			}
			if first.IsZero() {
				first = time.Now()
			}
			if event.Op != fsnotify.Write {
				wait = quiet
			}
			timer.Reset(wait)
		case <-timer.C:
			if len(names) == 0 {
				rest()
				continue
			}
			if w.anyEmpty(names) && time.Since(first) < emptyFor {
				timer.Reset(quiet)
				continue
			}
			changed(slices.Sorted(maps.Keys(names)))
			clear(names)
			wait, first = briefly, time.Time{}
			timer.Reset(settled)
		case _, ok := <-w.notify.Errors:
			if !ok {
				return
			}
		}
	}
}

func (w *watcher) anyEmpty(names map[string]bool) bool {
	for name := range names {
		if info, err := os.Stat(filepath.Join(w.dir, filepath.FromSlash(name))); err == nil && info.Size() == 0 {
			return true
		}
	}
	return false
}
