package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"mergebook/site/book"
	"mergebook/site/config"
	"mergebook/site/packed"
)

// A State is what a build leaves for the next one, so that this need not read
// what has not changed. It is kept in the user's cache, not in the site: it
// tells of files that the author may not want to publish.
type State struct {
	Written  int64  // when its folder was, in nanoseconds: another build has another time
	Program  string // which builds other pages than another one
	Settings [sha256.Size]byte
	Shape    [sha256.Size]byte
	Pages    map[string]*book.Known
	Files    map[string]book.Stamp // files that are copied, without a hash; by their paths
	Index    []string              // names of the files of the search
	Words    []string              // its vocabulary
}

// packed writes or reads the state. First comes the program, for another one may
// have the rest in another form.
func (s *State) packed(c *packed.Codec) {
	if c.Text(&s.Program); s.Program != program() {
		c.Refuse()
		return
	}
	packed.Int(c, &s.Written)
	for _, hash := range []*[sha256.Size]byte{&s.Settings, &s.Shape} {
		bytes := hash[:]
		c.Bytes(&bytes)
		copy(hash[:], bytes)
	}
	packed.Map(c, &s.Pages, func(c *packed.Codec, k **book.Known) {
		if *k == nil {
			*k = &book.Known{}
		}
		(*k).Packed(c)
	})
	packed.Map(c, &s.Files, func(c *packed.Codec, stamp *book.Stamp) { stamp.Packed(c) })
	packed.List(c, &s.Index, (*packed.Codec).Text)
	packed.List(c, &s.Words, (*packed.Codec).Text)
}

// LoadState returns what the last build of a content folder into out has left,
// or nil where that is of no use: there is none, or the folder, the program or
// the settings are others.
func LoadState(content, out string, options Options) *State {
	path, err := statePath(content, out)
	if err != nil {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	s := &State{}
	if packed.Read(data, s.packed) != nil {
		return nil
	}
	if s.Written != written(out) || s.Settings != settings(content, options) {
		return nil
	}
	return s
}

// Fits reports whether a book differs from that of the last build in nothing
// that its other pages show of it.
func (s *State) Fits(b *book.Book) bool { return s.Shape == shape(b) }

// Changed returns the paths of the files of a site that the last build may have
// made in another way, and of those that it made and the site has not.
func (s *State) Changed(site *Site) (paths, gone []string) {
	for _, p := range site.book.Pages {
		if p.Known == nil {
			paths = append(paths, file(p.URL), markdownOf(p.URL))
		}
	}
	if len(paths) > 0 {
		paths = append(paths, examplesFile)
		for name := range site.index() {
			paths = append(paths, searchFolder+name)
		}
		for _, name := range s.Index {
			if site.index()[name] == nil {
				gone = append(gone, searchFolder+name)
			}
		}
	}
	for name, path := range site.book.Files {
		if s.Files[name] != stampOf(path) {
			paths = append(paths, name)
		}
	}
	return slices.DeleteFunc(paths, func(path string) bool { return !site.Has(path) }), gone
}

// written returns when the site in a folder was written, or 0.
func written(out string) int64 {
	info, err := os.Stat(filepath.Join(out, marker))
	if err != nil {
		return 0
	}
	return info.ModTime().UnixNano()
}

// SaveState leaves for the next build what this one, since that start, has read. pages are those that need no second look.
func SaveState(site *Site, start time.Time, pages []*book.Page, content, out string) error {
	known, err := site.book.Keep(start, pages)
	if err != nil {
		return err
	}
	words := site.findable()
	for i, p := range site.book.Pages {
		if k := known[p.File]; k != nil {
			k.Words = words[i].Words
		}
	}
	s := &State{Written: written(out), Program: program(), Settings: settings(content, site.options), Shape: shape(site.book), Pages: known, Files: map[string]book.Stamp{}}
	for name, path := range site.book.Files {
		s.Files[name] = stampOf(path)
	}
	s.Index, s.Words = slices.Collect(maps.Keys(site.index())), site.words.Words()
	path, err := statePath(content, out)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(path), "new-")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	if _, err := temp.Write(packed.Write(s.packed)); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// statePath returns where the state of a site's folder is kept.
func statePath(content, out string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	c, err := real(content)
	if err != nil {
		return "", err
	}
	o, err := real(out)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256([]byte(c + "\x00" + o))
	return filepath.Join(cache, "mergebook", hex.EncodeToString(sum[:16])), nil
}

// program says which program this is, by its file.
func program() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	s := stampOf(path)
	return fmt.Sprint(path, " ", s.Size, " ", s.Time)
}

func stampOf(path string) book.Stamp {
	info, err := os.Stat(path)
	if err != nil {
		return book.Stamp{}
	}
	return book.Stamp{Size: info.Size(), Time: info.ModTime().UnixNano()}
}

// settings is a hash of what all pages depend on.
func settings(content string, options Options) [sha256.Size]byte {
	h := sha256.New()
	for _, name := range []string{config.File, config.RedirectsFile} {
		text, err := os.ReadFile(filepath.Join(content, name))
		if err != nil && !os.IsNotExist(err) {
			text = fmt.Append(nil, err, time.Now()) // never the same
		}
		fmt.Fprintf(h, "%s %d\n%s", name, len(text), text)
	}
	fmt.Fprint(h, options.Sandbox)
	return [sha256.Size]byte(h.Sum(nil))
}

// shape is a hash of what pages show of others, and of which files there are.
func shape(b *book.Book) [sha256.Size]byte {
	h := sha256.New()
	var seen []byte
	for _, p := range b.Pages {
		seen = p.AppendSeen(seen[:0])
		h.Write(seen)
	}
	for _, name := range slices.Sorted(maps.Keys(b.Files)) {
		fmt.Fprintf(h, "%d %s", len(name), name)
	}
	return [sha256.Size]byte(h.Sum(nil))
}
