package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"mergebook/site/book"
	"mergebook/site/build"
	"mergebook/site/check"
)

// The folders of the project's own documentation.
const (
	defaultContent = "content"
	defaultOut     = "public"
)

var buildCommand = command{
	name: "build", args: "[--content DIR] [--out DIR] [--sandbox]",
	short: "make the site of a folder of Markdown",
	help: `
Makes a site of all pages in the content folder and puts it into the output
folder, in one step: if anything fails, the old site stays as it is. The files
can be served by any web server, from any path.

The next build reads only the files whose content has changed, and writes only
what becomes another file. What it needs for that is kept in your cache folder.

A page that shows a result which the engine does not get is not published: the
build fails. Other findings are printed; mergebook check fails on them.

Examples:
  mergebook build
  mergebook build --content docs --out /var/www/docs`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		content := flags.String("content", defaultContent, "the `DIR` that holds the pages")
		out := flags.String("out", defaultOut, "the `DIR` to write the site to; replaced whole")
		sandbox := flags.Bool("sandbox", false, "the server that the site is for has the sandbox too, as make worker's has")
		return func(e env, args []string) error {
			if len(args) > 0 {
				return usageError{"what is " + args[0] + "? The folders are given as --content DIR and --out DIR"}
			}
			return buildSite(e, *content, *out, build.Options{Sandbox: *sandbox})
		}
	},
}

func buildSite(e env, content, out string, options build.Options) error {
	start := time.Now()
	b, last, err := load(e, content, out, options)
	if err != nil {
		return err
	}
	r := check.Run(b)
	printFindings(e, content, r.Findings)
	if hint := hintAtFix(b, r); hint != "" {
		fmt.Fprintln(e.stderr, "  "+hint)
	}
	if n := r.Wrong(); n > 0 {
		return fmt.Errorf("%s; nothing is written", count(n, "wrong claim"))
	}
	p, err := publish(e, b, last, content, out, options)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "%s in %s, %s to %s in %d ms\n", count(len(b.Pages), "page"), content, p.written, out, time.Since(start).Milliseconds())
	if err := build.SaveState(p.site, start, r.Clean, content, out); err != nil {
		fmt.Fprintln(e.stderr, "mergebook build: the next build will read all pages again:", err)
	}
	return nil
}

// A published site.
type published struct {
	site    *build.Site
	written string // what was written, in words
}

// publish writes what has changed since the last build, or the whole site.
func publish(e env, b *book.Book, last *build.State, content, out string, options build.Options) (*published, error) {
	if last != nil {
		options.Words = last.Words
		site, err := build.New(b, options)
		if err != nil {
			return nil, err
		}
		paths, gone := last.Changed(site)
		n, err := build.Replace(site, paths, gone, out)
		if err == nil {
			return &published{site, count(n, "changed file") + " written"}, nil
		}
		if !errors.Is(err, build.ErrMany) {
			return nil, err
		}
		if b, err = e.read(content, nil); err != nil {
			return nil, err
		}
	}
	p := e.progress("written")
	defer p.end()
	options.Words, options.Each = nil, p.one
	site, err := build.New(b, options)
	if err != nil {
		return nil, err
	}
	return &published{site, "written"}, build.Write(site, content, out)
}

// load reads the content folder; where the last build into out is of use, only
// what has changed since, and that build's state comes with the book.
func load(e env, content, out string, options build.Options) (*book.Book, *build.State, error) {
	if last := build.LoadState(content, out, options); last != nil {
		b, err := e.read(content, last.Pages)
		if err != nil {
			return nil, nil, err
		}
		if last.Fits(b) {
			return b, last, nil
		}
	}
	b, err := e.read(content, nil)
	return b, nil, err
}

// prefix is what leads from here to the files of the content folder.
func prefix(content string) string {
	if content == "." {
		return ""
	}
	return strings.TrimSuffix(content, "/") + "/"
}

// count writes a number with its noun: "1 page", "2 pages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
