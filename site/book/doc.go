// Package book reads a content folder as a whole: what is in it, where each
// page goes, and what its links lead to. Package build writes it as a site,
// package check looks for what is wrong with it; both see the same book.
//
// # What becomes of a file
//
//	guide/merge.md     the page /guide/merge/
//	guide/index.md     the page /guide/
//	_part.md, _x/…     nothing by themselves, but pages can include them
//	site.yaml          the settings (package config)
//	redirects.yaml     addresses that lead elsewhere: Book.Redirects
//	anything else      a file of the site, as it is
//
// A url in the front matter overrules the path of a page.
//
// # Links
//
// A link may name a page by its path in the folder, with or without .md, from
// the page's own folder or from the root with a leading slash, or by its url.
// [Book.Resolve] says what a destination is.
//
// Links are not followed out of the folder: a symbolic link that leads
// elsewhere is left out with a finding.
//
// # After an edit
//
// [Book.Update] reads only the pages that the edit is of. All keep their places
// where none of these has another one.
package book
