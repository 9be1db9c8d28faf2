// Package templates is what the site's pages look like: html/template files,
// and the data that they show.
//
// [Render] writes one of them: "page", "playground" and "404" take a *[Page],
// "example" takes an *[Example] and writes the part of a page that shows one
// request, "editors" those of the playground.
//
// The templates of whole pages run once for all pages that have the same parts:
// what they name as gap is filled in afterwards, page by page (shell.go). To run
// them for each took a tenth of a build.
//
// Every page is whole without JavaScript: the snippets stand one
// below the other, and the answers are written out.
//
// The scripts in site/assets/js make some of the same elements anew when an
// example runs in the page; answer.html and view.js must agree on class names.
//
// Nothing is inline: [CSP] allows no script or style in the page itself. The
// policy goes into the page and should be sent as a header too.
//
// html/template takes an attribute called data-profile or data-...url for an
// address and would reject JSON there: hence the names in example.html.
package templates
