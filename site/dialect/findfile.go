package dialect

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"mergebook/site/nearest"
)

// largest is the size in bytes of a file that can be included.
const largest = 1 << 20

// find finds the file that an include names, and reads it if that was not done
// yet. A problem says why there is none. absent are the files that would have
// been found before it.
func (s *Site) find(from, name string, snippet bool) (found *script, absent []string, problem, suggestion string) {
	call := "include: "
	if snippet {
		call = "snippet: "
	}
	if s.Files == nil {
		return nil, nil, call + "there are no files to include here", ""
	}
	names := candidates(from, name, snippet)
	if len(names) == 0 {
		return nil, nil, call + name + " leads out of the content folder", ""
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for i, n := range names {
		if found := s.included[n]; found != nil {
			return found, names[:i], "", ""
		}
		src, err := readFile(s.Files, n)
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
			continue
		}
		if err != nil {
			return nil, nil, call + name + " cannot be read: " + reason(err), ""
		}
		if s.included == nil {
			s.included = map[string]*script{}
		}
		s.included[n] = parseScript(n, src, findFront(src).next)
		return s.included[n], names[:i], "", ""
	}
	return nil, nil, call + name + ": there is no such file", s.nearFile(name, names[0])
}

// candidates returns the files that a path may mean, the likeliest first: from
// the folder of the file that says it, else from the root; with .md, else as
// it is. Those that lead out of the root are left out.
func candidates(from, name string, snippet bool) []string {
	bases := []string{path.Join(path.Dir(from), name), path.Join(".", name)}
	if strings.HasPrefix(name, "/") {
		bases = []string{strings.TrimLeft(path.Clean(name), "/")}
	}
	if snippet {
		bases = append(bases, path.Join("_snippets", name), path.Join("snippets", name))
	}
	var out []string
	for _, base := range bases {
		if !fs.ValidPath(base) || base == "." {
			continue
		}
		if !strings.HasSuffix(base, ".md") {
			out = append(out, base+".md")
		}
		out = append(out, base)
	}
	return out
}

func readFile(files fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fs.ErrNotExist // with .md it may be a file
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("it is no file")
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, largest+1))
	switch {
	case err != nil:
		return nil, err
	case len(src) > largest:
		return nil, errors.New("it is larger than 1 MB")
	case !utf8.Valid(src):
		return nil, errors.New("it is not UTF-8; save the file as UTF-8")
	}
	return bytes.ReplaceAll(src, []byte(gapSign), []byte(gapReplacement)), nil
}

// reason is an error without the path of the reader's disk.
func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if strings.Contains(err.Error(), "escapes") {
		return "it leads out of the content folder"
	}
	return err.Error()
}

// nearFile returns the path of a file beside the missing one that was probably
// meant, written as the author wrote the missing one.
func (s *Site) nearFile(written, missing string) string {
	entries, err := fs.ReadDir(s.Files, path.Dir(missing))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if name, isPage := strings.CutSuffix(e.Name(), ".md"); isPage {
			names = append(names, name)
		}
	}
	near := nearest.Of(strings.TrimSuffix(path.Base(written), ".md"), names)
	if near == "" {
		return ""
	}
	if strings.HasSuffix(written, ".md") {
		near += ".md"
	}
	folder, _ := path.Split(written)
	return folder + near
}
