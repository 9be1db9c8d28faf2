package sandbox

import (
	"encoding/json"
	"net/http"
	"strings"
)

// A fault is an error as the API tells it:
//
//	{"statusCode": 404, "error": "Not Found", "message": "…", "errorCode": "inexistent_user"}
type fault struct {
	Status  int    `json:"statusCode"`
	Reason  string `json:"error"`
	Message string `json:"message"`
	Code    string `json:"errorCode,omitempty"`
}

func (f *fault) Error() string { return f.Message }

func newFault(status int, code, message string) *fault {
	return &fault{status, http.StatusText(status), message, code}
}

// The faults that are the same each time. The texts of 401, 403 (but for scopes), 409,
// 412, 413, 415, 429 and 500 are documented nowhere: they are our choice.
var (
	errNoToken     = newFault(401, "unauthorized", "Missing token: send the header Authorization: Bearer TOKEN.")
	errBadToken    = newFault(401, "invalid_token", "Invalid token: it is unknown here, or its tenant has ended. Make a new tenant.")
	errNoUser      = newFault(404, "inexistent_user", "The user does not exist.")
	errNoRoute     = newFault(404, "", "There is nothing at this address. Users are at /api/v2/users/{id}, or below /t/{tenant}.")
	errNoLink      = newFault(404, "inexistent_link", "There is no such link.")
	errUserExists  = newFault(409, "user_exists", "The user already exists.")
	errBusy        = newFault(409, "conflict", "Others are changing this user at this moment. Nothing was changed: send it again.")
	errChanged     = newFault(412, "precondition_failed", "The user is not what If-Match names: somebody has changed it. Read it again.")
	errContentType = newFault(415, "unsupported_media_type", "Send JSON, with the header Content-Type: application/json.")
	errEncoding    = newFault(415, "unsupported_media_type", "Send the body as it is, without Content-Encoding.")
	errTooManyReq  = newFault(429, "too_many_requests", "Too many requests. Wait until X-RateLimit-Reset.")
	errTooManyUser = newFault(403, "too_many_entities", "The tenant has as many users as it may have. Delete some.")
	errFull        = newFault(403, "too_much_stored", "The tenant stores as much as it may. Make profiles shorter, or delete some.")
	errInternal    = newFault(500, "internal_error", "This should not have happened. Nothing is known of what became of the request: read the user.")
)

// errScope is for a token that has none of the scopes.
func errScope(scopes ...string) *fault {
	return newFault(403, "insufficient_scope", "Insufficient scope, expected any of: "+strings.Join(scopes, ","))
}

// payloadError is for a body that the API does not take.
func payloadError(what, property string) *fault {
	message := "Payload validation error: '" + what + "'"
	if property != "" {
		message += " on property " + property
	}
	return newFault(400, "invalid_body", message)
}

// writeJSON answers with a text that is JSON.
func writeJSON(w http.ResponseWriter, status int, text []byte) {
	h := w.Header()
	h.Set("Content-Type", "application/json; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	w.Write(text)
}

func (f *fault) write(w http.ResponseWriter) {
	text, err := json.Marshal(f) // escapes < and >, so no browser takes it for HTML
	if err != nil {
		panic(err)
	}
	if f.Status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", "Bearer") // RFC 6750, section 3
	}
	writeJSON(w, f.Status, text)
}
