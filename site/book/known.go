package book

import (
	"crypto/sha256"
	"time"

	"mergebook/site/dialect"
	"mergebook/site/disk"
)

// Known is what is kept of a page between two builds: what others see of it.
// A page that is known and has not changed since is not read again.
type Known struct {
	File     Stamp
	Includes []Stamp
	Absent   []string // files that were not there, and would be included instead of one of those

	URL, Path, Title, Description string
	PageTitle, TitleID            string
	Section                       string
	Topics                        []string
	Date                          time.Time
	Headings                      []dialect.Heading
	IDs                           []string

	Examples, Proven int    // how many of its requests were run, and of its results proven
	Predicted        int    // how many results readers say in advance
	Words            []byte // for the search, by the numbers of the build's vocabulary
}

// A Stamp tells whether a file has changed: by its size and time, or, where
// only the time is another, by its content.
type Stamp struct {
	Name string
	Size int64
	Time int64 // of the last change, in nanoseconds
	Hash [sha256.Size]byte
}

// settled is how long before a build a file must have changed for its time to
// tell that it has not changed since: clocks of file systems are coarse.
const settled = 100 * time.Millisecond

// stamped reads a file of a page, and makes its stamp.
func stamped(root *disk.Folder, name string) ([]byte, Stamp, error) {
	content, changed, err := root.Read(name)
	return content, Stamp{name, int64(len(content)), changed.UnixNano(), sha256.Sum256(content)}, err
}

// holds reports whether the file is as it was.
func (s *Stamp) holds(root *disk.Folder) bool {
	info, err := root.Stat(s.Name)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	if info.Size() == s.Size && info.ModTime().UnixNano() == s.Time {
		return true
	}
	_, now, err := stamped(root, s.Name)
	if err != nil || now.Hash != s.Hash {
		return false
	}
	*s = now
	return true
}

// holds reports whether all files of a page are as they were.
func (k *Known) holds(root *disk.Folder) bool {
	for i := range k.Includes {
		if !k.Includes[i].holds(root) {
			return false
		}
	}
	for _, name := range k.Absent {
		if info, err := root.Stat(name); err == nil && !info.IsDir() {
			return false
		}
	}
	return k.File.holds(root)
}

// settled reports whether all files of a page had been as they are for a while.
func (k *Known) settled(latest int64) bool {
	for i := range k.Includes {
		if k.Includes[i].Time > latest {
			return false
		}
	}
	return k.File.Time <= latest
}

// page returns the page as far as it is known.
func (k *Known) page() *Page {
	p := &dialect.Page{File: k.File.Name, Title: k.PageTitle, TitleID: k.TitleID, Headings: k.Headings, IDs: k.IDs, Absent: k.Absent}
	p.Front.Description, p.Front.Section, p.Front.Topics, p.Front.Date = k.Description, k.Section, k.Topics, k.Date
	for _, s := range k.Includes {
		p.Includes = append(p.Includes, s.Name)
	}
	return &Page{Page: p, URL: k.URL, Path: k.Path, Title: k.Title, Known: k}
}

// Keep returns what to keep, by the names of their files, of the pages that a
// build since its start has read or known. It leaves out those of which a file
// may have changed meanwhile.
func (b *Book) Keep(start time.Time, pages []*Page) (map[string]*Known, error) {
	root, err := disk.Open(b.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	latest := start.Add(-settled).UnixNano()
	all := map[string]*Known{}
	for _, p := range pages {
		k := p.Known
		if k == nil {
			k = p.know(root)
		}
		if k != nil && k.settled(latest) {
			all[p.File] = k
		}
	}
	return all, nil
}

// know returns nil where a file that the page includes is gone.
func (p *Page) know(root *disk.Folder) *Known {
	k := &Known{
		File: p.stamp, URL: p.URL, Path: p.Path, Title: p.Title, Description: p.Front.Description,
		Section: p.Front.Section, Topics: p.Front.Topics, Date: p.Front.Date, PageTitle: p.Page.Title, TitleID: p.TitleID, Headings: p.Headings, IDs: p.IDs,
		Absent: p.Absent,
	}
	for _, name := range p.Includes {
		_, s, err := stamped(root, name)
		if err != nil {
			return nil
		}
		k.Includes = append(k.Includes, s)
	}
	for _, e := range p.Conversation.Examples {
		if e.Answer != nil {
			k.Examples++
		}
		if e.Proven() {
			k.Proven++
		}
		if e.Predicted() {
			k.Predicted++
		}
	}
	return k
}
