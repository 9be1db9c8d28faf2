// Package dialect reads one page: Markdown as goldmark reads it (CommonMark
// with tables, strikethrough and bare URLs as links), and what documentation
// of HTTP APIs adds to it. One file of this package holds one construct:
//
//	front.go     front matter: YAML between two lines of ---
//	callout.go   ::: note, ::: warning Title … :::, nested by more colons
//	variable.go  ${account.namespace}, in text, code, links and requests; \${…} is left alone
//	fence.go     code fences and the words behind their opening
//	heading.go   ids of headings, table of contents
//	link.go      links and images, with their places
//
// [Parse] never fails: what is wrong with a page comes as findings with their
// place, and the rest of the page counts. The page it returns lists headings,
// links and fences in the order of the text, each with its byte offset, for
// whoever checks them. [Page.Render] writes the page's HTML.
//
// # Fences
//
// A fence opens with three backticks, a language and, for har and json, roles:
//
//	```json role=profile     the stored user from here on
//	```json role=patch       the body of a request, shown for reading
//	```json role=result      what the request before must lead to
//	```json role=ignore      something else
//	```har role=ignore       a request that is not run
//
// Without a role the reader of the conversation (package conversation) infers
// one. A har fence becomes an example: code in every language, with Run.
//
// # Ids of headings
//
// The id of a heading is its text in lower case, with each run of anything but
// letters and digits as one hyphen: "What's new" is what-s-new. The second of
// the same name gets -2.
//
// # Raw HTML
//
// Raw HTML is left out, with a warning; comments are left out without one.
package dialect
