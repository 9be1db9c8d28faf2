package assets

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
	dist  fs.FS
	files map[string]bool // names in dist, with the compressed forms
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
	s := &Set{dist: fsys, files: map[string]bool{}}
	if err := json.Unmarshal(manifest, &s.names); err != nil {
		return nil, fmt.Errorf("dist/manifest.json: %w", err)
	}
	for _, name := range s.names {
		if _, err := fs.Stat(fsys, "dist/"+name); err != nil {
			return nil, err
		}
		s.files[name] = true
		for _, packed := range []string{name + ".br", name + ".gz"} {
			if _, err := fs.Stat(fsys, "dist/"+packed); err == nil { // small files have none
				s.files[packed] = true
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

// Logical returns the logical names of all files, in order.
func (s *Set) Logical() []string { return slices.Sorted(maps.Keys(s.names)) }

// Files yields the names of all files in dist, in order, with their compressed
// forms (.br, .gz).
func (s *Set) Files() iter.Seq[string] { return slices.Values(slices.Sorted(maps.Keys(s.files))) }

// Open returns a reader of the file of a name in dist, or nil. It need not be
// closed.
func (s *Set) Open(name string) io.Reader {
	if !s.files[name] {
		return nil
	}
	file, err := s.dist.Open("dist/" + name)
	if err != nil {
		panic(err) // it is a part of the program
	}
	return file
}

// File returns the file of a name in dist, or nil.
func (s *Set) File(name string) []byte {
	if !s.files[name] {
		return nil
	}
	data, err := fs.ReadFile(s.dist, "dist/"+name)
	if err != nil {
		panic(err) // it is a part of the program
	}
	return data
}
