// Package build turns a book into a site: a set of files that any web server
// can serve, from any folder, for all links between pages are relative.
//
//	site.go      the whole: pages, playground, 404, assets, other files
//	page.go      one page
//	menu.go      the navigation as a page shows it
//	nav.go       navigation, previous and next, table of contents
//	href.go      links between pages
//	examples.go  the pages whose examples the playground offers
//	example.go   a HAR request with its snippets and its answer, or a task for the reader
//	about.go     what machines are told: sitemap, llms.txt, Markdown, JSON-LD
//	feed.go      news
//	topics.go    a page for each topic
//	redirect.go  old addresses
//	search.go    the index of the search
//	offline.go   the service worker
//	write.go     the output folder: replaced in one step, or not at all
//	state.go     what a build leaves for the next one
//
// [New] plans a [Site], which makes each file when it is asked for; [Renew] keeps
// the plan after an edit that it is not about. [Write] puts
// all of them into a folder, [Replace] those that have changed. The same book
// gives the same bytes.
package build
