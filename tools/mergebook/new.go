package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"mergebook/site/book"
	"mergebook/wasm/jsonspan"
)

var newCommand = command{
	name: "new", args: "[--content DIR] PATH [--title TITLE]",
	short: "begin a page with an example that is proven",
	help: `
Makes a page in the content folder from a template: front matter, a profile, a
request, and the result, which the engine gets too. PATH is the page's path in
the folder, with or without .md. Folders are made where they are missing; a file
that is there already is never overwritten.

Examples:
  mergebook new guide/set-the-language
  mergebook new --content docs cookies --title "How we use cookies"`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		content := flags.String("content", defaultContent, "the `DIR` that holds the pages")
		title := flags.String("title", "", "the `TITLE` of the page (default: made of its path)")
		return func(e env, args []string) error {
			if len(args) != 1 {
				return usageError{fmt.Sprintf("give the path of one page, not %d", len(args))}
			}
			return newPage(e, *content, args[0], *title)
		}
	},
}

func newPage(e env, content, name, title string) error {
	page, err := pagePath(content, name)
	if err != nil {
		return err
	}
	if !isLine(title) {
		return usageError{"a title is one line of UTF-8"}
	}
	if title = strings.TrimSpace(title); title == "" {
		title = book.TitleOf(page)
	}
	if err := os.MkdirAll(content, 0o755); err != nil {
		return err
	}
	if err := addressIsFree(e, content, page); err != nil {
		return err
	}
	file := page + ".md"
	if err := createFile(content, file, strings.ReplaceAll(pageTemplate, "TITLE", quoted(title))); err != nil {
		return fmt.Errorf("%s: %w", prefix(content)+file, err)
	}
	here := ""
	if content != defaultContent {
		here = " --content " + content
	}
	fmt.Fprintf(e.stdout, "%s\n", visible(prefix(content)+file))
	fmt.Fprintf(e.stdout, "  to see it while you write: mergebook serve%s\n", visible(here))
	fmt.Fprintf(e.stdout, "  to prove its example:      mergebook check%s\n", visible(here))
	return nil
}

// pagePath returns the path of a page without .md, as it was meant.
func pagePath(content, name string) (string, error) {
	page := path.Clean(strings.TrimSuffix(filepath.ToSlash(name), ".md"))
	switch {
	case !isLine(name) || strings.ContainsAny(name, `\?#:`):
		return "", usageError{name + " cannot be the address of a page: leave out \\ ? # : and control characters"}
	case !filepath.IsLocal(filepath.FromSlash(page)) || strings.HasSuffix(name, "/") || path.Base(page) == ".":
		return "", usageError{"give the path of a page in the content folder, such as guide/first-steps, not " + name}
	}
	for step := range strings.SplitSeq(page, "/") {
		if step[0] == '_' || step[0] == '.' {
			return "", usageError{"names that begin with " + step[:1] + " are left out of the site: " + step}
		}
	}
	if within, found := strings.CutPrefix(page, prefix(filepath.ToSlash(filepath.Clean(content)))); found && within != page {
		return "", usageError{name + " begins with the content folder; did you mean " + within + "?"}
	}
	return page, nil
}

// isLine reports whether a text is one line that everybody can read.
func isLine(text string) bool { return utf8.ValidString(text) && visible(text) == text }

// addressIsFree returns an error if a page of the folder has the address that a
// new one would have, or an old address leads away from there.
func addressIsFree(e env, content, page string) error {
	b, err := e.read(content, nil)
	if err != nil {
		return err
	}
	url := "/" + strings.TrimSuffix(page, "index")
	if !strings.HasSuffix(url, "/") {
		url += "/"
	}
	if other := b.Has(url); other != nil {
		if other.Path == page {
			return fmt.Errorf("%s is there already", prefix(content)+other.File)
		}
		return fmt.Errorf("%s has the address %s already", prefix(content)+other.File, url)
	}
	for _, r := range b.Redirects {
		if r.From == url {
			return fmt.Errorf("redirects.yaml leads from %s to %s; take that line out first", url, r.To)
		}
	}
	return nil
}

// createFile writes a new file below a folder, and the folders on the way.
func createFile(dir, name, text string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return fmt.Errorf("its folder cannot be made: %w", reasonOf(err))
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return errors.New("the file is there already")
	}
	if err != nil {
		return reasonOf(err)
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// reasonOf returns an error without the path, which is said beside it.
func reasonOf(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// quoted returns a text as YAML: JSON strings are such.
func quoted(text string) string { return string(jsonspan.AppendQuote(nil, text)) }
