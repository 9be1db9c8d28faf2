// Package search makes the index that the search of a site reads in the
// browser. There is no server to ask, so the index is files:
//
//	pages.json  {"files": ["m.json", ...], "pages": [[title, url, description, [[heading, id], ...]], ...]}
//	m.json      {"merge": [page, weight, page, weight, ...], ...}
//
// A page is its number in pages.json. Each other file has the words that begin
// with one character, so that a reader loads what a query needs: [Words] says
// what a word is, [FileOf] in which file it is. The script that reads them,
// search.js, does both in the same way.
package search
