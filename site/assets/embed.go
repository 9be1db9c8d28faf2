package assets

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"slices"
	"sync"
)

//go:embed all:dist
var dist embed.FS

// A Set is the built files.
type Set struct {
	names map[string]string // logical name -> name in dist
	files map[string][]byte
}

// Load returns the built files.
var Load = sync.OnceValues(func() (*Set, error) { return load(dist) })

func load(fsys fs.FS) (*Set, error) {
	manifest, err := fs.ReadFile(fsys, "dist/manifest.json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("the page's files are not built: run make assets")
	}
	if err != nil {
		return nil, err
	}
	s := &Set{files: map[string][]byte{}}
	if err := json.Unmarshal(manifest, &s.names); err != nil {
		return nil, fmt.Errorf("dist/manifest.json: %w", err)
	}
	for _, name := range s.names {
		if s.files[name], err = fs.ReadFile(fsys, "dist/"+name); err != nil {
			return nil, err
		}
		for _, packed := range []string{name + ".br", name + ".gz"} {
			switch data, err := fs.ReadFile(fsys, "dist/"+packed); {
			case err == nil:
				s.files[packed] = data
			case !errors.Is(err, fs.ErrNotExist): // small files have none
				return nil, err
			}
		}
	}
	return s, nil
}

// Name returns the name of a file in dist by its logical name: "site.css". It
// panics when there is no such file, which is a mistake in a template.
func (s *Set) Name(logical string) string {
	name, ok := s.names[logical]
	if !ok {
		panic("assets: no file is called " + logical)
	}
	return name
}

// Files yields all files by their names in dist, in order, with their
// compressed forms (.br, .gz).
func (s *Set) Files() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, name := range slices.Sorted(maps.Keys(s.files)) {
			if !yield(name, s.files[name]) {
				return
			}
		}
	}
}
