// Package har reads the request of an HTTP Archive: the object that HAR 1.2
// calls "request" (section 4.4 of the specification by Jan Odvarko), which
// documentation uses to show an HTTP call in every language at once.
//
// # What is accepted
//
// The text must be strict JSON, as package jsonspan reads it: one request, one
// entry of an archive, or an archive of one entry. Authors write these objects
// by hand, so Parse does not ask for what it does not need:
//
//	method       a string, a token of RFC 9110: required
//	url          a string without blanks, http or https or without a scheme, that names a host or begins with a placeholder: required
//	httpVersion  a string; may be missing
//	headers      an array of {"name", "value"}; may be missing
//	queryString  the same
//	cookies      the same
//	postData     an object {"mimeType", "text", "params"}; may be missing, null or empty
//	comment      a string; may be missing
//
// A missing value counts as "", and so does null. The name mimeType is also
// taken in any other mix of upper and lower case, for it is often written so.
// Members of other names, the sizes of HAR 1.2 among them, are ignored; so are
// comments within headers and the like.
//
// # What is refused
//
// Everything that would make the request another one than its author meant: a
// missing or odd method or url, a value of the wrong kind, a name that is
// nearly one of HAR (without a leading _), a header whose name or value no HTTP
// message can carry, a body that is lost or said twice in two ways. All errors
// are told at once, each as a [jsonspan.Error] with byte offset, JSON Pointer,
// a short sentence, and what to do.
//
// # What is kept
//
// The strings are the JSON strings' text, unchanged. PostData.Text is what is
// sent, byte for byte. Where postData has both text and params, as browsers
// export it, they must agree; then only Text is kept.
package har
