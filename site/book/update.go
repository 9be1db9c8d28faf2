package book

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"mergebook/site/config"
	"mergebook/site/disk"
)

// Update returns the book with some of its pages read anew: those of the names
// in changed, and those that include such a file. It is the same book where none
// of these has to do with it. It reports false where more may have changed than
// files that are there; then only Load tells.
func (b *Book) Update(changed []string) (*Book, bool) {
	root, err := disk.Open(b.dir)
	if err != nil {
		return nil, false
	}
	defer root.Close()
	used := map[string]bool{} // those of changed that are of the book
	var names []string
	var at []int
	for i, p := range b.read {
		anew := false
		uses := func(name string) {
			if slices.Contains(changed, name) {
				anew, used[name] = true, true
			}
		}
		uses(p.File)
		for _, name := range p.Includes {
			uses(name)
		}
		if anew {
			names, at = append(names, p.File), append(at, i)
		}
	}
	same := true
	for _, name := range changed {
		if !used[name] && b.Files[name] == "" {
			if b.foreign(root, name) {
				continue
			}
			return nil, false
		}
		if info, err := root.Lstat(name); err != nil || !info.Mode().IsRegular() {
			return nil, false
		}
		same = false
	}
	if same {
		return b, true
	}
	pages, err := b.readAll(root, names, new(Reader))
	if err != nil {
		return nil, false
	}
	anew := *b
	anew.read = slices.Clone(b.read)
	for i, p := range pages {
		anew.read[at[i]] = p
	}
	if anew.replace(b, pages, at) {
		anew.redirect() // a heading to which one leads may be another
	} else {
		anew.arrange()
	}
	return &anew, true
}

// replace puts pages where those of another book are whose places in read are
// given, and reports whether these are the places of all of them.
func (b *Book) replace(other *Book, pages []*Page, at []int) bool {
	b.Pages, b.byURL, b.byPath = slices.Clone(other.Pages), maps.Clone(other.byURL), maps.Clone(other.byPath)
	for i, p := range pages {
		old := other.read[at[i]]
		place := slices.Index(other.Pages, old)
		if place < 0 || p.URL != old.URL || p.Front.Section != old.Front.Section {
			return false
		}
		b.Pages[place], b.byURL[p.URL], b.byPath[p.Path] = p, p, p
	}
	return true
}

// foreign reports whether a file or folder of that name, which no page is of, is
// nothing to the book: the files that editors keep beside the one that they
// write, and take away.
func (b *Book) foreign(root *disk.Folder, name string) bool {
	if name == config.File || name == config.RedirectsFile {
		return false
	}
	folder := name + "/"
	asked := func(other string) bool { return other == name || strings.HasPrefix(other, folder) }
	for other := range b.Files {
		if asked(other) {
			return false
		}
	}
	for _, p := range b.read {
		if asked(p.File) || slices.ContainsFunc(p.Includes, asked) || slices.ContainsFunc(p.Absent, asked) {
			return false
		}
	}
	if hidden := strings.HasPrefix(name, ".") || strings.Contains(name, "/."); hidden {
		return true
	}
	_, err := root.Lstat(name)
	return errors.Is(err, fs.ErrNotExist)
}
