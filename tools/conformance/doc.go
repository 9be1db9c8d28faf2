// Package conformance holds the homes of the sandbox to one suite: scripts of
// requests and what has to be answered, in testdata.
//
// A script is a list of exchanges with an empty line between them, and runs with a
// tenant of its own:
//
//	# what this shows
//	> PATCH /api/v2/users/ada
//	> If-Match: "1"
//	> {"user_metadata": {"a": 1}}
//	< 200
//	< ETag: "2"
//	< {"user_id":"ada"}
//
// Paths of the API are below the tenant's. A token and a Content-Type are sent
// unless there are lines that say otherwise; a header without a value is left out.
// What begins with a brace or bracket is the body, up to the next < or empty line.
// An answer's header is as given; its body too, byte for byte, or after a ~ it
// contains what follows. {token} and {tenant} are those of the script's tenant,
// {other} and {other-token} of another one.
package conformance
