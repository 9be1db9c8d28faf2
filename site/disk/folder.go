// Package disk reads and writes the files of a folder, in as few system calls
// as the system allows: a site has thousands of small ones.
package disk

import (
	"io"
	"os"
	"time"
)

// A Folder is one out of which no name and no symbolic link leads: see os.Root,
// all of which it has.
type Folder struct {
	*os.Root
	quick
}

// Open opens a folder, which must be there.
func Open(dir string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	quick, err := newQuick(root)
	if err != nil {
		root.Close()
		return nil, err
	}
	return &Folder{root, quick}, nil
}

// Close closes the folder.
func (f *Folder) Close() error {
	f.quick.close()
	return f.Root.Close()
}

// Read returns what a file holds, and when it was changed. The time is taken
// first: a change in between makes it another than the file's.
func (f *Folder) Read(name string) (data []byte, changed time.Time, err error) {
	if data, changed, err := f.quick.read(name); err == nil {
		return data, changed, nil
	}
	file, err := f.Root.Open(name) // also tells what is wrong, in the words of os
	if err != nil {
		return nil, changed, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, changed, err
	}
	data, err = io.ReadAll(file)
	return data, info.ModTime(), err
}

// Write makes a file, or makes another file of it.
func (f *Folder) Write(name string, data []byte) error {
	if f.quick.write(name, data) == nil {
		return nil
	}
	return f.Root.WriteFile(name, data, mode)
}

// mode is that of new files.
const mode = 0o644
