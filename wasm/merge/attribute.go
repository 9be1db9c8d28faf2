package merge

import (
	"slices"

	"mergebook/wasm/jsonspan"
)

// updatable are the root members that a PATCH may name.
var updatable = [...]string{
	"app_metadata", "blocked", "email", "email_verified", "family_name", "given_name", "name", "nickname", "password",
	"phone_number", "phone_verified", "picture", "username", "user_metadata",
	"verify_email", "verify_phone_number", "connection", "client_id",
}

// steering are those of them that say how the call is to be done, or set a
// secret: the profile does not have them afterwards.
var steering = [...]string{"password", "verify_email", "verify_phone_number", "connection", "client_id"}

// Steers reports whether the root member of this name, a literal, steers the
// call and is not stored.
func Steers(src []byte, name jsonspan.Span) bool {
	switch src[name.Start+1] {
	case 'p', 'v', 'c', '\\': // all other names should fail on their first byte
	default:
		return false
	}
	return slices.Contains(steering[:], jsonspan.Unquote(name.Of(src)))
}

// UpdatableNames returns the names of the root members that a PATCH may have.
func UpdatableNames() []string { return updatable[:] }

// Updatable reports whether the API lets a PATCH name this root member. Apply
// does not ask: it shows what a call would do if it were let through.
func Updatable(src []byte, m *jsonspan.Member) bool {
	for _, name := range updatable {
		if m.NameIs(src, name) {
			return true
		}
	}
	return false
}
