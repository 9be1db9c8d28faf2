// Package nearest finds what an author probably meant by a name that does not
// exist.
//
// Edit distance alone is a bad guess for headings and paths: who writes
// #deleting means #delete-properties, though half of it would have to be
// changed. So names are compared word by word, and two words are as near as
// the larger of what they share at the beginning and what edit distance says.
//
// [Of] does so. [Path], for links, is harder to please: of many pages, one is
// always near by its words.
package nearest
