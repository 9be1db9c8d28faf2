// Package slip finds the name that was meant by one that is a slip of the
// finger, or of habit: user_metadta, userMetadata and User-Metadata all mean
// user_metadata. Both the engine and the site measure by it.
package slip
