// Package dialect reads one page: Markdown as goldmark reads it (CommonMark
// with tables, strikethrough and bare URLs as links), and what documentation
// of HTTP APIs adds to it. One file of this package holds one construct:
//
//	front.go     front matter: YAML between two lines of ---
//	callout.go   ::: note, ::: warning Title … :::, nested by more colons
//	variable.go  ${account.namespace}, in text, code, links and requests; \${…} is left alone
//	slot.go      places for values of the reader's own, in what variables bring
//	directive.go <%= include('path') %>, <%= name %>, <% if (name) { %>; \<% is left alone
//	html.go      raw HTML: its elements (element.go), of which allow.go says what may stay
//	fence.go     code fences and the words behind their opening
//	heading.go   ids of headings, table of contents; title.go the page's title
//	link.go      links and images, with their places
//
// [Parse] never fails: what is wrong with a page comes as findings with their
// place, and the rest of the page counts. The page it returns lists headings,
// links and fences in the order of the text, each with its byte offset, for
// whoever checks them. [Page.Render] writes the page's HTML.
//
// # Fences
//
// A fence opens with three backticks, a language and, for har and json, words:
//
//	```json role=profile     the stored user from here on
//	```json role=patch       the body of a request, shown for reading
//	```json role=result      what the request before must lead to
//	```json role=ignore      something else
//	```har role=ignore       a request that is not run
//	```har role=exercise     a request for readers to find
//	```har role=predict      a request whose result readers say in advance
//	```har status=400        a request that is refused with this status
//
// Without a role the reader of the conversation (package conversation) infers
// one. A har fence becomes an example: code in every language, with Run.
//
// # Directives
//
// A page is read in two steps. First its directives are done, as text: an
// include becomes the text of another file, an if one of its branches: a file
// is cut into text and directives (directive.go, statement.go), and these are put
// out one by one (expand.go, include.go). The result is [Page.Source], and Markdown is read in
// it. So a list may go on in an included file, and a container may hold one.
//
// Places survive that by a list of segments (place.go): each says of a part of
// Source which file it came from, where it begins there, and through which
// includes. All offsets in this package are of Source; [Page.At] turns one into
// a finding in the author's own file. A page without <% skips the first step,
// and its Source is its file.
//
// What can be said in a directive (expression.go, value.go) is names, texts,
// lists and objects as arguments, and in conditions typeof, !, ==, !=, && and ||.
// No JavaScript is run; anything else is a finding. How deep, how often and how
// much a page includes is limited, and so is how many findings it has.
//
// # Ids of headings
//
// The id of a heading is its text in lower case, with each run of anything but
// letters and digits as one hyphen: "What's new" is what-s-new, and "What's
// new?" is what-s-new-. The second of the same name gets -2. With [GitHub] it
// is GitHub's rule, and -1.
//
// # Raw HTML
//
// Raw HTML is read as browsers read it, token by token. Elements and attributes
// that allow.go lists stay; what is opened among the children of a node of the
// Markdown tree is closed there. So no HTML can end what is around it, and
// Markdown between tags is Markdown. Comments are left out.
package dialect
