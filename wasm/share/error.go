package share

// An Error says why a link does not open.
type Error struct {
	Code    string // one of the codes below, for programs
	Message string // a short sentence
	Hint    string // what to do next, another sentence
}

// The codes of errors.
const (
	CodeForeign  = "foreign"
	CodeVersion  = "version"
	CodeCut      = "cut"
	CodeTooLong  = "too-long"
	CodeBase64   = "base64"
	CodeDamaged  = "damaged"
	CodeTooLarge = "too-large"
	CodeTooMany  = "too-many"
	CodeUTF8     = "utf8"
)

// Error returns the sentence with the hint.
func (e *Error) Error() string {
	return e.Message + " " + e.Hint
}

// newError puts a code into words.
func newError(code string) *Error {
	switch code {
	case CodeForeign:
		return &Error{code, "This is not a link that the playground made.", "Ask for the link again: behind its # it starts with 1. or 2. and it ends with x."}
	case CodeVersion:
		return &Error{code, "This link was made by a newer Mergebook.", "Reload this page, then open the link again."}
	case CodeCut:
		return &Error{code, "The link did not arrive whole: its end is missing or changed.", "Ask for the link again, and copy all of it, up to the x at its end."}
	case CodeTooLong:
		return &Error{code, "The link is longer than 262,144 characters.", "Ask for the texts as files, and paste them into the playground."}
	case CodeBase64:
		return &Error{code, "The link has a character in it that no link of the playground has.", "Ask for the link again: it was changed on its way to you."}
	case CodeTooLarge:
		return &Error{code, "The link holds more than 256 KiB of text.", "Ask for a smaller example, or for the texts as files."}
	case CodeTooMany:
		return &Error{code, "The link holds more than 50 sent bodies.", "Ask for a link with fewer of them."}
	case CodeUTF8:
		return &Error{code, "The link holds something that is not text.", "Ask for the link again: it was changed on its way, or it was not made by the playground."}
	}
	return &Error{code, "The link was changed on its way: what it holds cannot be unpacked.", "Ask for the link again, and copy it instead of typing it."}
}
