// Package snippet writes an HTTP request as code: a complete program, or a
// command, that sends exactly the request of a HAR.
//
// # From HAR to text
//
// [Normalize] turns a har.Request into a [Request], in which every question
// that has one answer for all languages is answered: the query is part of the
// URL, the cookies are a header, a form is bytes. A [Language] writes that as
// text. [Languages] lists them in the order in which a page shows them.
//
// # Adding a language
//
// A language is one file with a Language value, which is entered in the table
// of language.go, and one function that writes any string as a literal of that
// language: its quoter. Nothing of a request may reach the text but through
// the quoter; that, and the test that runs each snippet against a server and
// compares what arrives, is why a snippet cannot execute what a body says.
//
// # What is exact
//
// Method, URL, header names and values, and the bytes of the body arrive as
// the HAR has them. Clients add headers of their own (User-Agent, Accept).
// A header beyond ASCII is one that the clients of Java and C# refuse; their
// programs say so beside it.
// Left out are the headers that describe a connection rather than a request
// (Content-Length, Transfer-Encoding and the like): the client must find
// their values itself.
//
// Placeholders are text like any other, and survive URL encoding when written
// as ${name}, {name} or YOUR_NAME. [FindSlots] finds those that a page lets its
// reader fill in.
package snippet
