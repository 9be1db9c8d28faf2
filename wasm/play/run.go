package play

import (
	"strings"

	"mergebook/wasm/merge"
)

// A Request is an HTTP request to the API.
type Request struct {
	Method, URL string
	Body        []byte
}

// An Answer is what the API would answer.
type Answer struct {
	Status   int
	Reason   string
	Response string // the body of the HTTP response
	Outcome  *Outcome
}

// Runnable reports whether Run knows the call: PATCH of one user, at
// /api/v2/users/{id} of any host.
func Runnable(method, url string) bool {
	if method != "PATCH" {
		return false
	}
	url, _, _ = strings.Cut(url, "#")
	url, _, _ = strings.Cut(url, "?")
	_, id, found := strings.Cut(url, "/api/v2/users/")
	return found && id != "" && !strings.Contains(id, "/")
}

// Run answers the request on a stored profile. A call that is not Runnable
// gets 404. What the playground does not ask for, such as a token, is not
// checked.
func Run(profile []byte, r Request) *Answer {
	if !Runnable(r.Method, r.URL) {
		return failure(404, "Not Found", "Only PATCH /api/v2/users/{id} is answered here.", "", &Outcome{Profile: profile, Body: r.Body})
	}
	o := Apply(profile, r.Body)
	if o.Result != nil {
		return &Answer{Status: 200, Reason: "OK", Response: string(o.Result.Bytes), Outcome: o}
	}
	e := o.Errors[0]
	if e.Input == merge.InputProfile {
		return failure(500, "Internal Server Error", "The stored profile is not a JSON object.", "", o)
	}
	message := "Payload validation error: '" + strings.TrimSuffix(e.Message, ".") + "'"
	if e.Code == merge.CodeBadField {
		message += " on property " + strings.TrimPrefix(e.Pointer, "/")
	}
	return failure(400, "Bad Request", message, "invalid_body", o)
}

// failure answers in the shape that the API gives its errors.
func failure(status int, reason, message, code string, o *Outcome) *Answer {
	w := &writer{}
	w.open('{')
	w.number("statusCode", status)
	w.text("error", reason)
	w.text("message", message)
	if code != "" {
		w.text("errorCode", code)
	}
	w.close('}')
	return &Answer{Status: status, Reason: reason, Response: string(w.dst), Outcome: o}
}

// AppendJSON appends the answer's JSON form.
func (a *Answer) AppendJSON(dst []byte) []byte {
	w := &writer{dst: dst}
	w.open('{')
	w.number("version", Version)
	w.number("status", a.Status)
	w.text("reason", a.Reason)
	w.text("response", a.Response)
	w.key("outcome")
	w.dst = a.Outcome.AppendJSON(w.dst)
	w.close('}')
	return w.dst
}
