// Package build turns a book into a site: a set of files that any web server
// can serve, from any folder, for all links between pages are relative.
//
//	site.go     the whole: pages, playground, 404, assets, other files
//	page.go     one page
//	nav.go      navigation, previous and next, table of contents
//	href.go     links between pages
//	example.go  a HAR request with its snippets and its answer
//	write.go    the output folder: replaced in one step, or not at all
//
// [Make] makes the files in memory. [Write] puts them into a folder. The same
// book gives the same bytes.
package build
