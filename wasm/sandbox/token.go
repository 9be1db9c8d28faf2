package sandbox

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strings"
)

// AllScopes are those of a token that may do everything.
const AllScopes = "read:users create:users update:users update:users_app_metadata delete:users"

// newToken returns a token that nobody can guess.
func newToken() string { return "sandbox_" + random(32) }

// newName returns a name that nothing else has.
func newName() string { return strings.ToLower(random(10)) }

func random(bytes int) string {
	b := make([]byte, bytes)
	rand.Read(b) // never fails
	return strings.NewReplacer("-", "0", "_", "1").Replace(base64.RawURLEncoding.EncodeToString(b))
}

func hashOf(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// bearer returns the token of a request (RFC 6750, section 2.1).
func bearer(r *http.Request) (string, error) {
	all := r.Header.Values("Authorization")
	if len(all) != 1 {
		return "", errNoToken
	}
	scheme, token, _ := strings.Cut(all[0], " ")
	if token = strings.TrimSpace(token); !strings.EqualFold(scheme, "Bearer") || token == "" {
		return "", errNoToken
	}
	return token, nil
}

// may reports a fault where a token has none of the scopes.
func (a *access) may(scopes ...string) error {
	for _, scope := range strings.Fields(a.scope) {
		for _, wanted := range scopes {
			if scope == wanted {
				return nil
			}
		}
	}
	return errScope(scopes...)
}
