// Package snippets proves the code of package snippet by running it. Each
// request of testdata/requests.jsonl is written in each language, run by the
// interpreter or compiler that a reader would use, and what a server receives
// is compared with the HAR itself: method, path, query, headers, cookies, and
// the bytes of the body. What a client cannot send is listed by name with the
// reason, and nothing else is left out.
//
// A language is an entry of runners; one whose programs take long to start runs
// all of its snippets in one go, with a driver of testdata. Each snippet is the
// whole program, unchanged.
//
// FuzzRun makes more requests, as hostile as they can be, in the same way.
package snippets
