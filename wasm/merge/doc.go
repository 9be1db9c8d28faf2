// Package merge does what a PATCH of a user does, and nothing else.
//
// The profile is the stored user, a JSON object; the body is what the PATCH
// sends, a JSON object too. The metadata fields are user_metadata and
// app_metadata at the root of either; every other root member is an
// attribute. [Apply] merges a body into a profile by these rules:
//
//  1. A root member that the body does not name keeps its value, its bytes and its place.
//  2. An attribute's value replaces the stored one whole; null removes it.
//     Those that steer the call (password, verify_email, verify_phone_number,
//     connection, client_id) are not stored.
//  3. Of a metadata field that is a non-empty object, each property is merged alone:
//     a value replaces the stored one whole, nested objects and arrays included;
//     null deletes the property; deleting what is not there is a no-op.
//  4. A metadata field that is {} removes the whole field; a no-op where it is absent.
//  5. A metadata field that is null does the same as {}. (Our choice.)
//  6. Deleting the last property by null leaves {}. (Our choice.) An absent field is
//     created only by at least one non-null property, and null properties are not
//     stored on creation. A stored field that is null counts as absent, for rules 4
//     and 5 too.
//  7. Below the first level nothing is special: nested null and {} are stored as
//     written. (Our choice for null.)
//  8. A metadata field of the body that is neither an object nor null is an error. A
//     stored one that is neither is replaced by the body's object. (Our choice.)
//  9. The body {} changes nothing, byte for byte.
//  10. Names compare by code points after unescaping.
//
// # Bytes
//
// The result is made of pieces of the two texts; no value is decoded and
// written again. Numbers and escapes stay as they were written, kept members
// stay where they were, replaced values are replaced in place, and new members
// are appended in the body's order. A deleted member takes its comma and its
// line with it. A new member copies the indentation of its siblings.
//
// # Steps
//
// Every property or attribute that the body names gets one [Step], in the
// body's order: what happened, by which rule, and where its value stands in
// the profile, in the body and in the result.
package merge
