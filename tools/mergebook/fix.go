package main

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"mergebook/site/check"
)

// fix rewrites results in the files of the content folder, each file in one
// step, and shows what it does. Where a file cannot be written it says so, and
// goes on: whoever checks again finds what is left.
func fix(e env, content string, todo []check.Rewrite) error {
	root, err := os.OpenRoot(content) // nothing outside of it can be written
	if err != nil {
		return err
	}
	defer root.Close()
	for len(todo) > 0 {
		n := 1
		for n < len(todo) && todo[n].Place.File == todo[0].Place.File {
			n++
		}
		name := visible(prefix(content) + todo[0].Place.File)
		for _, w := range todo[:n] {
			printRewrite(e, content, w)
		}
		if err := fixFile(root, todo[:n]); err != nil {
			fmt.Fprintf(e.stderr, "%s: not rewritten: %s\n", name, visible(err.Error()))
		} else {
			fmt.Fprintf(e.stdout, "%s rewritten in %s\n", count(n, "result"), name)
		}
		todo = todo[n:]
	}
	return nil
}

// fixFile rewrites results of one file.
func fixFile(root *os.Root, todo []check.Rewrite) error {
	var edits []check.Edit
	for _, w := range todo {
		edits = append(edits, w.Edits...)
	}
	text := todo[0].Text
	return replaceFile(root, todo[0].Place.File, text, check.Edited(text, 0, len(text), edits))
}

// replaceFile puts a new text in the place of a file's old one, in one step.
func replaceFile(root *os.Root, name string, old, text []byte) (err error) {
	defer func() { err = reasonOf(err) }()
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return errors.New("it is a symbolic link")
	case !info.Mode().IsRegular():
		return errors.New("it is no file")
	case info.Mode()&0o200 == 0:
		return errors.New("it is read-only")
	}
	temporary := path.Join(path.Dir(name), "."+path.Base(name)+"."+rand.Text())
	f, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err = cmp.Or(err, f.Chmod(info.Mode().Perm()), f.Sync(), f.Close()); err == nil {
		err = unchanged(root, name, old)
	}
	if err == nil {
		err = root.Rename(temporary, name)
	}
	if err != nil {
		root.Remove(temporary)
	}
	return err
}

// unchanged reports whether a file still has the text that was read of it.
func unchanged(root *os.Root, name string, text []byte) error {
	now, err := root.ReadFile(name)
	switch {
	case err != nil:
		return err
	case bytes.IndexByte(now, 0) >= 0:
		return errors.New("it has a NUL character") // which is not in the text that was read
	case !bytes.Equal(now, text):
		return errors.New("it has changed meanwhile; run it again")
	}
	return nil
}

// printRewrite shows the lines that change.
func printRewrite(e env, content string, w check.Rewrite) {
	w.Place.File = prefix(content) + w.Place.File
	fmt.Fprintf(e.stderr, "%s: the result that the engine gets:\n", e.bold(visible(w.Place.Place())))
	from, _ := lineAround(w.Text, w.Edits[0].Start)
	_, to := lineAround(w.Text, w.Edits[len(w.Edits)-1].End)
	for _, line := range diffLines(lines(string(w.Text[from:to])), lines(string(check.Edited(w.Text, from, to, w.Edits)))) {
		text := line.sign + " " + visibleLine(line.text)
		switch line.sign {
		case "-":
			text = e.red(text)
		case "+":
			text = e.green(text)
		}
		fmt.Fprintln(e.stderr, "  "+text)
	}
}

// visibleLine makes a line of a file visible. Its tabs stay.
func visibleLine(text string) string {
	parts := strings.Split(text, "\t")
	for i, part := range parts {
		parts[i] = visible(part)
	}
	return strings.Join(parts, "\t")
}

func lines(text string) []string {
	return strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
}
