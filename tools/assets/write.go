package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

// smallest is the size from which a file is worth compressing.
const smallest = 512

// write brings the folder to hold the files, which are given by their logical
// names. The manifest changes last, and what it no longer names goes after
// that: at any moment the folder is whole.
func write(dist string, files map[string][]byte) error {
	manifest := map[string]string{}
	present := map[string]bool{"manifest.json": true, ".gitignore": true}
	for _, logical := range slices.Sorted(maps.Keys(files)) {
		data := files[logical]
		name := hashed(logical, data)
		manifest[logical] = name
		present[name] = true
		if err := place(dist, name, data); err != nil {
			return err
		}
		line := fmt.Sprintf("%-14s %8d bytes", logical, len(data))
		if len(data) >= smallest {
			for _, c := range compressions {
				size, err := compress(dist, name+c.suffix, data, c.pack)
				if err != nil {
					return err
				}
				present[name+c.suffix] = true
				line += fmt.Sprintf(", %7d %s", size, c.name)
			}
		}
		fmt.Println(line)
	}
	encoded, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	if err := place(dist, "manifest.json", append(encoded, '\n')); err != nil {
		return err
	}
	return removeStale(dist, present)
}

// hashed returns site.3f2a5c0b9e81.css for site.css.
func hashed(logical string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := filepath.Ext(logical)
	return strings.TrimSuffix(logical, ext) + "." + hex.EncodeToString(sum[:6]) + ext
}

var compressions = []struct {
	name, suffix string
	pack         func(io.Writer) (io.WriteCloser, error)
}{
	{"gzip", ".gz", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) }},
	{"brotli", ".br", func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterLevel(w, brotli.BestCompression), nil
	}},
}

// compress writes the compressed form of data, unless it is there, and returns its size.
func compress(dist, name string, data []byte, pack func(io.Writer) (io.WriteCloser, error)) (int64, error) {
	if info, err := os.Stat(filepath.Join(dist, name)); err == nil {
		return info.Size(), nil // the name tells the content
	}
	var b bytes.Buffer
	w, err := pack(&b)
	if err == nil {
		_, err = w.Write(data)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return 0, err
	}
	return int64(b.Len()), place(dist, name, b.Bytes())
}

// place puts a file into the folder at once, whole, unless it is there.
func place(dist, name string, data []byte) error {
	path := filepath.Join(dist, name)
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	// Beside the folder, not in it: what lies in it gets embedded.
	f, err := os.CreateTemp(filepath.Dir(dist), ".dist-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

func removeStale(dist string, present map[string]bool) error {
	entries, err := os.ReadDir(dist)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if present[e.Name()] {
			continue
		}
		if err := os.Remove(filepath.Join(dist, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
