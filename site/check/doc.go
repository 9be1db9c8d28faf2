// Package check finds what is wrong with a book before readers do.
//
//	links.go    links and anchors that lead to nothing
//	image.go    images that are not shown, or say nothing
//	section.go  pages in a section of their own, by a slip
//	orphan.go   pages that nothing leads to
//	doctest.go  results that a page shows and the engine does not get
//	har.go      requests whose body the API would refuse
//	rewrite.go  what those results have to be, as edits of the files
//	relay.go    JSON that becomes another one and keeps its layout
//	align.go    which elements of two arrays are the same
//	explain.go  what the conversation of each page was taken for, and why
//
// [Run] looks at everything and returns all findings, in the order of files
// and lines; those of reading the book are among them.
package check
