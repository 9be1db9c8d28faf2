package build

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	stdpath "path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"mergebook/site/disk"
	"mergebook/site/parallel"
)

// marker is a file that says that a folder is Mergebook's to replace. A build
// that changes a few files leaves it as it is.
const marker = ".mergebook"

const markerText = "This folder is written by mergebook build, which replaces all of it.\n"

// Write puts the site into the folder out: first beside it, then in its place,
// in one step where the system can do that. An out that holds anything but an
// earlier site is refused, so that nobody's files are lost.
func Write(site *Site, content, out string) error {
	if err := checkOut(content, out); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(out)), 0o755); err != nil {
		return err
	}
	temp, err := tempBeside(out)
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if err := fill(site, temp); err != nil {
		return err
	}
	return swap(temp, out)
}

// fill writes the site into a new folder of ours, in which no name can lead out
// by a link.
func fill(site *Site, dir string) error {
	if err := os.Chmod(dir, 0o755); err != nil {
		return err
	}
	to, err := disk.Open(dir)
	if err != nil {
		return err
	}
	defer to.Close()
	if err := to.Write(marker, []byte(markerText)); err != nil {
		return err
	}
	go site.index() // takes a while; the pages are written meanwhile
	if err := writeAll(site, site.paths(), to); err != nil {
		return err
	}
	var found []string
	for name := range site.index() {
		found = append(found, searchFolder+name)
	}
	return writeAll(site, found, to)
}

// writeAll writes files, folder by folder.
func writeAll(site *Site, paths []string, to *disk.Folder) error {
	folders := map[string][]string{}
	for _, path := range paths {
		if !fs.ValidPath(path) || !filepath.IsLocal(filepath.FromSlash(path)) {
			return fmt.Errorf("%s is no name of a file", path)
		}
		in := stdpath.Dir(path)
		folders[in] = append(folders[in], path)
	}
	names := slices.Sorted(maps.Keys(folders))
	around := map[string]bool{} // folders that others are in: they must be there first
	for _, name := range names {
		for name != "." {
			name = stdpath.Dir(name)
			around[name] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(around)) {
		if err := mkdir(to, name); err != nil {
			return err
		}
	}
	return parallel.Each(len(names), func(i int) error {
		if err := mkdir(to, names[i]); err != nil {
			return err
		}
		for _, path := range folders[names[i]] {
			if err := write(site, path, to); err != nil {
				return err
			}
		}
		return nil
	})
}

// write writes a file. What pages load is too long to be put together first.
func write(site *Site, path string, to *disk.Folder) error {
	asset := site.asset(path)
	if asset == nil {
		return site.make(path, func(data []byte) error { return to.Write(path, data) })
	}
	file, err := to.Create(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, asset)
	return errors.Join(err, file.Close())
}

// mkdir makes a folder of the site, unless it is there.
func mkdir(to *disk.Folder, name string) error {
	err := os.Mkdir(filepath.Join(to.Name(), filepath.FromSlash(name)), 0o755) // to is ours, and no link is in it
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// Replace writes those of some files of a site that are others than before into
// the folder of an earlier build of it, which has all their folders, and removes
// what the site has no more. Each file is replaced in one step, and none before
// all are written. It returns how many there were. For more than a few, which
// might be there only in part when the program is ended, it does nothing, and
// the error is ErrMany: Write does all of a site in one step.
func Replace(site *Site, paths, gone []string, out string) (int, error) {
	temp, err := tempBeside(out)
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(temp)
	place := func(path string) string { return filepath.Join(out, filepath.FromSlash(path)) }
	parts := make([]string, len(paths))
	err = parallel.Each(len(paths), func(i int) error {
		return site.make(paths[i], func(data []byte) error {
			if old, err := os.ReadFile(place(paths[i])); err == nil && bytes.Equal(old, data) {
				return nil
			}
			parts[i] = filepath.Join(temp, strconv.Itoa(i))
			return os.WriteFile(parts[i], data, 0o644)
		})
	})
	if err != nil {
		return 0, err
	}
	n := len(gone)
	for _, part := range parts {
		if part != "" {
			n++
		}
	}
	if n > mostReplaced {
		return 0, ErrMany
	}
	for i, part := range parts {
		if part == "" {
			continue
		}
		if err := os.Rename(part, place(paths[i])); err != nil {
			return 0, err
		}
	}
	for _, path := range gone {
		if err := os.Remove(place(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return 0, err
		}
	}
	return n, nil
}

// ErrMany says that many files of a site have changed.
var ErrMany = errors.New("many files have changed")

// mostReplaced is how many files are replaced one by one: about a page with its
// words in the search.
const mostReplaced = 100

// tempBeside makes a folder beside out, and removes those that builds have left
// which were ended.
func tempBeside(out string) (string, error) {
	dir, prefix := filepath.Dir(filepath.Clean(out)), "."+filepath.Base(out)+"-new-"
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), prefix) && time.Since(info.ModTime()) > abandoned {
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	return os.MkdirTemp(dir, prefix)
}

// abandoned is when nobody works on a temporary folder any more.
const abandoned = 10 * time.Minute

// swap puts the new folder in the place of the old one.
func swap(temp, out string) error {
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(temp, out)
	}
	if exchange(temp, out) == nil {
		return nil // the old one is now temp, and is removed with it
	}
	old := temp + "-old"
	if err := os.Rename(out, old); err != nil {
		return err
	}
	if err := os.Rename(temp, out); err != nil {
		return errors.Join(err, os.Rename(old, out))
	}
	return os.RemoveAll(old)
}

func checkOut(content, out string) error {
	c, err := real(content)
	if err != nil {
		return err
	}
	o, err := real(out)
	if err != nil {
		return err
	}
	if within(c, o) || within(o, c) {
		return fmt.Errorf("%s and %s hold one another; choose an output folder outside of the content", content, out)
	}
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == marker {
			return nil
		}
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s holds files that mergebook did not write, and would lose them; choose another folder or empty it", out)
	}
	return nil
}

// real returns the absolute path without symbolic links, as far as it exists.
func real(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if resolved, err := filepath.EvalSymlinks(abs); err == nil {
		return resolved, nil
	}
	parent, err := filepath.EvalSymlinks(filepath.Dir(abs))
	if err != nil {
		return abs, nil
	}
	return filepath.Join(parent, filepath.Base(abs)), nil
}

func within(dir, path string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
