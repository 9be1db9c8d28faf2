// Package conversation reads the JSON and HAR fences of a page as one talk
// with the API: here is a user, this call is made, the user now looks so.
//
// # How roles are inferred
//
// A role that the author gives (package dialect) always counts. A har fence is
// run when it is a PATCH of one user and a profile is known. Its start is the
// profile that was shown last; where another request came since, its result.
// A json fence without a role that holds an object is, by the first that fits:
//
//	patch     it equals the body of the request before it or of the next one
//	patch     it holds metadata only, with a null or {} that no profile keeps
//	ignored   it stands behind a request that is refused as the author says, and has
//	          neither an attribute that users have nor metadata
//	result    it stands behind a request that was run, and the sentence before it
//	          speaks of a result ("now", "appears", …) and not of a new beginning
//	          ("assume", "suppose", …)
//	result    it stands behind a request that was run, under the same heading, shares
//	          an attribute with the profile, and the sentence speaks neither of
//	          sending nor of a new beginning
//	profile   it has an attribute that users have (email, user_id, name, …) and metadata
//	patch     the sentence before it speaks of what is sent ("body", "send", …)
//	profile   it has an attribute that users have
//	profile   it has a metadata field, and no profile is known yet
//	ignored   anything else
//
// A result is compared with what the engine makes of the start and the body.
// Where it is not the same but is what the body makes of the profile shown
// last, the author meant that: two requests may both start from one profile.
//
// A request that is refused changes nothing. The next one starts from the
// profile before it; so does what the page shows behind it, where the author
// says by status=400 that it is refused.
//
// The sentence is the last one of the paragraph right before the fence, in
// English. Pages in another language, and everything that the rules get wrong, take roles.
package conversation
