package main

import (
	"context"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long nothing must happen before a change counts as finished:
// editors write a file in several steps.
const quiet = 20 * time.Millisecond

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
// folder, until the context ends.
func (w *watcher) run(ctx context.Context, changed func(names []string)) {
	names := map[string]bool{}
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
			timer.Reset(quiet)
		case <-timer.C:
			changed(slices.Sorted(maps.Keys(names)))
			clear(names)
		case _, ok := <-w.notify.Errors:
			if !ok {
				return
			}
		}
	}
}
