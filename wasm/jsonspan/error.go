package jsonspan

// An Error is one thing that is wrong with a text, with its place. Line and
// column are not kept: Line derives them from Start where they are shown.
type Error struct {
	Input      string // which of the caller's texts: "profile", "body", "" when there is one only
	Code       string // one of the codes below, for programs
	Start, End int    // the offending bytes; empty at the end of the text
	First      int    // for a duplicate or an unclosed bracket: where the other one is; else -1
	Pointer    string // JSON Pointer (RFC 6901) of the place, "" for the root
	Message    string // a short sentence
	Hint       string // what to do about it, where a habit explains the error; else ""
}

// The codes of errors.
const (
	CodeEmpty          = "empty"
	CodeByteOrderMark  = "byte-order-mark"
	CodeBadUTF8        = "bad-utf8"
	CodeControl        = "control-character"
	CodeBadEscape      = "bad-escape"
	CodeLoneSurrogate  = "lone-surrogate"
	CodeUnclosedString = "unclosed-string"
	CodeQuotes         = "quotes"
	CodeBadNumber      = "bad-number"
	CodeBadWord        = "bad-word"
	CodeComment        = "comment"
	CodeTrailingComma  = "trailing-comma"
	CodeExtraComma     = "extra-comma"
	CodeMissingComma   = "missing-comma"
	CodeMissingColon   = "missing-colon"
	CodeMissingValue   = "missing-value"
	CodeBareName       = "bare-name"
	CodeUnexpected     = "unexpected-character"
	CodeMismatch       = "mismatched-bracket"
	CodeUnclosed       = "unclosed-bracket"
	CodeAfterEnd       = "after-end"
	CodeDuplicate      = "duplicate-name"
	CodeTooDeep        = "too-deep"
	CodeTooLarge       = "too-large"
	CodeNotObject      = "not-an-object"
)

// Error returns the sentence with the hint.
func (e *Error) Error() string {
	s := e.Message
	if e.Input != "" {
		s = e.Input + ": " + s
	}
	if e.Hint != "" {
		s += " " + e.Hint
	}
	return s
}

// Errors is all that is wrong with a text, in the order of the text.
type Errors []*Error

// Error returns one sentence a line.
func (es Errors) Error() string {
	var b []byte
	for i, e := range es {
		if i > 0 {
			b = append(b, '\n')
		}
		b = append(b, e.Error()...)
	}
	return string(b)
}
