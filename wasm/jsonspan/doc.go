// Package jsonspan reads JSON without changing it: it checks a text strictly
// and says where its parts stand, as byte spans of the text itself.
//
// # What is accepted
//
// Exactly the texts of RFC 8259 in UTF-8, with the rule of I-JSON (RFC 7493,
// section 2.3) that the names of an object are distinct after unescaping.
// Also refused: a byte order mark, escapes of lone surrogates (RFC 7493,
// section 2.1), anything after the value, containers nested deeper than
// [MaxDepth] and texts longer than [MaxSize].
//
// # How to use it
//
// [Scan] takes a text whose value must be an object and returns a [Doc]: the
// members of the object, and of the objects one level below it, each with the
// spans of its name and value. Everything deeper is checked but not recorded.
// [Check] takes any value. [NewTree] records all levels of a checked value,
// for comparing ([Equal]) and walking. Nothing is decoded until it is asked
// for: [Unquote] turns a string literal into its text, and a number stays the
// literal that it is.
//
// # Errors
//
// A good text is read once, fast. Only when that fails is it read again by a
// slower reader that goes on after an error, so [Errors] holds all that is
// wrong, in order, each with the span of the offending bytes, the JSON Pointer
// (RFC 6901) of the place, a sentence and, where a habit explains the error, a
// hint. Line and column are derived from the offset by [Line] and [LineUTF16]
// when somebody wants to see them.
//
// # Costs
//
// Time is linear in the length of the text on every input (names that collide
// on purpose cost a sort). No input makes the package recurse or panic.
//
// The package imports nothing that a WebAssembly build would rather not carry:
// no fmt, reflect or encoding/json.
package jsonspan
