package book

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"mergebook/site/config"
	"mergebook/site/conversation"
	"mergebook/site/dialect"
	"mergebook/site/disk"
	"mergebook/site/finding"
	"mergebook/site/parallel"
)

// A Book is a content folder, read.
type Book struct {
	Config    *config.Config
	Pages     []*Page           // in the order of the navigation
	Redirects []Redirect        // addresses of no page that lead to one, in the order of redirects.yaml
	Files     map[string]string // other files: path in the site -> path on disk
	Findings  []finding.Finding // of site.yaml, of the folder, and of pages that have no place in it

	byURL  map[string]*Page
	byPath map[string]*Page  // by path in the folder without .md
	roots  map[string]bool   // first segments of all urls
	moved  map[string]string // destinations of redirects, by the URL they lead away from

	dir    string
	folder []finding.Finding // of site.yaml and of the folder
	placed []finding.Finding // those, and what came of giving each page its place
	read   []*Page           // all that were read, by name
}

// A Page is one page of the book.
type Page struct {
	*dialect.Page
	URL          string // "/guide/merge/", below the site's root
	Path         string // "guide/merge": in the folder, without .md
	Title        string // in lists: of the front matter, else the page's own; never ""
	Conversation *conversation.Conversation
	Known        *Known // of a page that was not read again: then it has no text, and no conversation

	stamp Stamp // of its file
}

// Load reads the folder. The error is of the file system; what is wrong with
// the files comes as findings.
func Load(dir string) (*Book, error) { return new(Reader).Load(dir) }

// A Reader reads folders. The zero value reads all of them.
type Reader struct {
	Known map[string]*Known // by the names of their files: pages that are not read where they have not changed
	Each  func(of int)      // is called after each page with how many there are, by several goroutines
}

// Load is the function Load.
func (r *Reader) Load(dir string) (*Book, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is a file; give the folder that holds it", dir)
	}
	c, findings, err := config.Load(dir)
	if err != nil {
		return nil, err
	}
	b := &Book{Config: c, Files: map[string]string{}, dir: dir}
	for _, name := range c.Elements {
		if !dialect.MayAllow(name) {
			findings = append(findings, finding.Finding{File: config.File, Rule: "site", Message: "html: " + name + " cannot be allowed in pages"})
		}
	}
	root, err := disk.Open(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	names, strange, err := b.walk(root)
	if err != nil {
		return nil, err
	}
	b.folder = append(findings, strange...)
	if b.read, err = b.readAll(root, names, r); err != nil {
		return nil, err
	}
	b.arrange()
	return b, nil
}

// arrange gives each page that was read its place.
func (b *Book) arrange() {
	b.Findings, b.Pages = slices.Clone(b.folder), nil
	b.byURL, b.byPath, b.roots = map[string]*Page{}, map[string]*Page{}, map[string]bool{}
	for _, p := range b.read {
		b.add(p)
	}
	b.checkNav()
	b.placed = b.Findings
	b.sort()
	b.redirect()
}

// walk lists the files of the folder, and returns the names of the pages.
func (b *Book) walk(root *disk.Folder) (pages []string, strange []finding.Finding, err error) {
	names := os.DirFS(b.dir) // only the names: root's would ask once more what each is
	err = fs.WalkDir(names, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := path.Base(name); name != "." && (base[0] == '_' || base[0] == '.') {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.Type()&fs.ModeSymlink != 0 {
			info, err := root.Stat(name) // follows the link only within the folder
			if err != nil || !info.Mode().IsRegular() {
				strange = append(strange, finding.Finding{File: name, Rule: "folder", Message: "this symbolic link leads to no file of the folder; it is left out"})
				return nil
			}
		} else if !d.Type().IsRegular() {
			return nil
		}
		switch {
		case name == config.File || name == config.RedirectsFile:
		case strings.HasSuffix(name, ".md"):
			pages = append(pages, name)
		default:
			b.Files[name] = filepath.Join(b.dir, filepath.FromSlash(name))
		}
		return nil
	})
	return pages, strange, err
}

// readAll reads pages by their names. It looks at nothing of the book but its
// settings.
func (b *Book) readAll(root *disk.Folder, names []string, r *Reader) ([]*Page, error) {
	c := b.Config
	site := &dialect.Site{
		Variables: c.Variables, Containers: c.Containers, Anchors: dialect.Anchors(c.Anchors), Elements: c.Elements,
		FrontMatter: c.FrontMatter, Strict: c.Strict, Files: root.FS(),
	}
	pages := make([]*Page, len(names))
	return pages, parallel.Each(len(names), func(i int) (err error) {
		if k := r.Known[names[i]]; k != nil && k.holds(root) {
			pages[i] = k.page()
		} else {
			pages[i], err = read(root, site, names[i])
		}
		if r.Each != nil {
			r.Each(len(names))
		}
		return err
	})
}

func read(root *disk.Folder, site *dialect.Site, name string) (*Page, error) {
	source, stamp, err := stamped(root, name)
	if err != nil {
		return nil, err
	}
	p := &Page{Page: dialect.Parse(name, source, site), Path: strings.TrimSuffix(name, ".md"), stamp: stamp}
	p.URL = pageURL(p.Path)
	if p.Front.URL != "" {
		if url := pageURL(p.Front.URL); url != "" {
			p.URL = url
		} else {
			p.Findings = append(p.Findings, finding.Finding{File: name, Line: 1, Column: 1, Rule: "front-matter", Message: "url: " + p.Front.URL + " leads out of the site"})
		}
	}
	p.Title = cmp.Or(p.Front.Title, p.Page.Title, TitleOf(p.Path))
	p.Conversation = conversation.Read(p.Page)
	return p, nil
}

// add gives a page its place, unless that is taken.
func (b *Book) add(p *Page) {
	if p.URL == "" {
		b.Findings = append(b.Findings, p.Findings...)
		b.Findings = append(b.Findings, finding.Finding{File: p.File, Rule: "url", Message: `this name cannot be an address, for it has one of \ ? # and :; give the file another name, or the page a url in its front matter`})
		return
	}
	if other := b.byURL[p.URL]; other != nil {
		b.Findings = append(b.Findings, p.Findings...)
		b.Findings = append(b.Findings, finding.Finding{File: p.File, Rule: "url", Message: "its address " + p.URL + " is that of " + other.File + " already; give one of them another url in its front matter"})
		return
	}
	if name := b.fileOn(p.URL); name != "" {
		b.Findings = append(b.Findings, p.Findings...)
		b.Findings = append(b.Findings, finding.Finding{File: p.File, Rule: "url", Message: "its address " + p.URL + " needs a folder where the file " + name + " is; give it another url in its front matter"})
		return
	}
	b.Pages = append(b.Pages, p)
	b.byURL[p.URL], b.byPath[p.Path] = p, p
	b.roots[firstSegment(p.URL)] = true
}

// own are the files that a site has of its own.
var own = map[string]bool{"404.html": true, "_redirects": true, "feed.xml": true, "llms.txt": true, "robots.txt": true, "sitemap.xml": true}

// fileOn returns the name of a file of the site that stands where the page of a
// URL needs a folder, or "".
func (b *Book) fileOn(url string) string {
	path := strings.Trim(url, "/")
	for i := 0; i <= len(path); i++ {
		if i < len(path) && path[i] != '/' {
			continue
		}
		name := path[:i]
		if step := name[strings.LastIndexByte(name, '/')+1:]; own[name] || b.Files[name] != "" || step == "index.html" || step == "index.md" {
			return name
		}
	}
	return ""
}

// pageURL returns the URL of a path of the folder or a url of front matter; ""
// for one that leads out of the site.
func pageURL(p string) string {
	p = path.Clean("/" + strings.Trim(strings.TrimSuffix(p, ".md"), "/"))
	if strings.ContainsAny(p, "\\?#:\x00") {
		return ""
	}
	if base := path.Base(p); base == "index" {
		p = path.Dir(p)
	}
	if p == "/" {
		return p
	}
	return p + "/"
}

func firstSegment(url string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(url, "/"), "/")
	return first
}

// TitleOf makes a title of a path: "guide/first-steps" is "First steps".
func TitleOf(p string) string {
	name := path.Base(p)
	if name == "index" && path.Dir(p) != "." {
		name = path.Base(path.Dir(p))
	}
	name = strings.TrimSpace(strings.NewReplacer("-", " ", "_", " ").Replace(name))
	if name == "" || name == "index" {
		return "Start"
	}
	_, first := utf8.DecodeRuneInString(name)
	return strings.ToUpper(name[:first]) + name[first:]
}

// AllFindings returns what is wrong with the book and its pages, in order. What
// is wrong with a file that many pages include is there once.
func (b *Book) AllFindings() []finding.Finding {
	all := slices.Clone(b.Findings)
	for _, p := range b.Pages {
		all = append(all, p.Findings...)
	}
	finding.Sort(all)
	return finding.Unique(all)
}
