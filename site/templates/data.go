package templates

import (
	"bytes"
	"html/template"
)

// CSP is the policy under which every page works.
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; " +
	"img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
	"require-trusted-types-for 'script'; trusted-types mergebook"

// A Page is one page of the site. Its URLs are relative to it.
type Page struct {
	SiteTitle, Title, Description string
	Language                      string   // of the text: "en"
	Root                          string   // prefix to the site's root: "../../" or "./"
	RulesURL                      string   // the reference page whose headings are rule-1 to rule-10; "" where the site has none
	TitleID                       string   // id of the title; "" for none
	Playground                    bool     // this is the playground
	URL                           string   // where the page will be; "" where the site does not know
	Edit                          string   // where its file can be edited; or ""
	Markdown                      string   // its text as Markdown; or ""
	Moved                         string   // where the page is now, if this one only leads there
	Feed                          string   // the site's news; or ""
	Topics                        []Link   // what the page is about
	LD                            any      // what it is, as JSON-LD; or nil
	Menu                          Fragment // the pages around this one, as items of a list
	Sections                      Fragment // what is at the top of the site, as items of a list; or nil
	TOC                           []Heading
	Prev, Next                    *Link
	Content                       Fragment
	Live                          int      // number of the build under serve, 0 elsewhere: load the script that shows what is new
	Sandbox                       bool     // the API is at the root of the server
	Editors                       Fragment // of the playground
}

// A Link leads to another page.
type Link struct{ Title, URL string }

// A Heading is an entry of the table of contents.
type Heading struct {
	ID, Text string
	Level    int
	Children []Heading
}

// An Example is one request with its answer.
type Example struct {
	ID           string // of the element; unique in its page
	Method, Path string // as its title shows them
	Snippets     []Snippet
	Slots        bool // the snippets have placeholders that a reader can fill in

	Runnable      bool   // there is a profile: Run works, and there is an answer
	Profile, Body string // the texts that Run starts from
	URL           string // the whole URL, as Run sends it
	PlaygroundURL string // the playground with this example in it
	RulesURL      string // as Page.RulesURL

	Exercise   *Exercise   // instead of all that is above, but ID, Method and Path
	Prediction *Prediction // instead of snippets

	Answer *Answer
	Open   bool // show the answer unfolded
	Proven bool // the page claims this result, and the claim was compared at build

	out *bytes.Buffer // what the template writes into; see WriteSnippets
}

// An Exercise is what a reader shall do: find a body.
type Exercise struct {
	Profile, Goal string        // texts, for the engine
	GoalCode      template.HTML // the wanted profile
	Solution      template.HTML // a body that leads there
}

// A Prediction is what a reader shall do: say what becomes of the profile.
type Prediction struct {
	Goal     string        // what becomes of it
	BodyCode template.HTML // the body
	Rows     int           // of the editor
}

// A Snippet is the request in one language.
type Snippet struct {
	ID, Label string
	Code      Fragment
}

// An Answer is what a request does.
type Answer struct {
	Status   int
	Reason   string
	Summary  string        // "1 added"
	Code     template.HTML // the new profile, or the error's body
	Steps    []Step
	Warnings []Warning
	Errors   []Problem
}

// A Step is what happened to one property.
type Step struct {
	Op            string // added, replaced, deleted, cleared, created, unchanged, no-op
	Rule          int
	Pointer, Text string
	Lost          []string // pointers of nested values that are gone
}

// A Warning is about something in the body that may surprise.
type Warning struct {
	Pointer, Text string
	Action        string // what the playground can do about it; or ""
}

// A Problem is an error in one of the two texts.
type Problem struct {
	Input               string // "profile" or "body"
	Line, Column        int
	Pointer, Text, Hint string
}

// HasTOC reports whether there is enough to find one's way in.
func (p *Page) HasTOC() bool { return headings(p.TOC) > 1 }

func headings(list []Heading) int {
	n := len(list)
	for _, h := range list {
		n += headings(h.Children)
	}
	return n
}

// OK reports whether the request was carried out.
func (a *Answer) OK() bool { return a.Status < 400 }
