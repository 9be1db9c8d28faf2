// Package share turns what stands in the playground, a profile and a body, with
// the bodies that were sent before, into the fragment of a link and back. It is
// the only code that knows the format.
//
// # The format
//
// A fragment, without the "#" before it, is
//
//	1.<packed>x
//
// or, with bodies that were sent,
//
//	2.<packed>x
//
// The number is the version of the format. The x shows that the link arrived
// whole: mail programs break long links, and they take the full stop behind a
// link for a part of it. Between them stands the payload, compressed by DEFLATE
// (RFC 1951, no header around it) and written in base64url without padding
// (RFC 4648, section 5). The payload is, with each number as a varint (seven
// bits a byte, lowest first, the top bit set on all but the last),
//
//	version 1    the length of the profile in bytes, the profile,
//	             the body, which takes the rest
//	version 2    how many bodies were sent, 1 to [MaxSent],
//	             the length of the profile, the profile that the first one met,
//	             for each body that was sent, in order: its length, the body,
//	             the body that was not sent, which takes the rest
//
// Texts are UTF-8; they need not be JSON, for a mistake is worth sharing too.
// What the bodies make of the profile is not in the link: whoever opens it
// computes that, and finds out whether they can be sent at all.
//
// # How to use it
//
// [Encode] always gives a fragment, and the same one for the same state.
// [Decode] gives the state back, or an [*Error] in words for the person who
// opened the link. It takes a fragment as mail programs may leave it: with "#"
// and an opening bracket or quote before it, closing punctuation .,;:!?)>]'"
// behind it, white space and line breaks anywhere, and "%23" and the like for
// any of its characters. Upper and lower case are two things in a link.
//
// Decode refuses fragments longer than [MaxFragment], payloads larger than
// [MaxPayload] and more than MaxSent bodies. Encode does not look: a state beyond
// these bounds, or one that is not UTF-8, becomes a link that Decode refuses.
//
// There is no checksum: a link with one character changed on its way may open
// with another text in it.
//
// # How it is packed
//
// Package compress/flate is too much for a WebAssembly build, for it carries
// fmt. So DEFLATE is written out here. To pack, lz77.go finds what repeats,
// parse.go chooses the repeats that make the stream shortest, huffman.go works
// out the best code, and deflate.go writes it all, with the help of lengths.go
// for the code itself. To unpack, inflate.go is enough. Both rest on the
// numbers in tables.go. A newer encoder may pack a state in fewer characters,
// but each link ever made must open.
//
// # Costs
//
// Time is linear in the length of the text or link on every input. Decode keeps
// no more than the packed bytes and a buffer that never grows past MaxPayload.
package share
