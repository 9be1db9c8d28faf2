package main

import "mergebook/wasm/jsonspan"

// A failure says that a text is bad or cannot be read.
type failure struct {
	head
	Errors []failed `json:"errors"`
}

// A failed is one error.
type failed struct {
	Input   string  `json:"input"`
	File    string  `json:"file"`
	Code    string  `json:"code"`
	Span    span    `json:"span"`
	Line    *int    `json:"line"`
	Column  *int    `json:"column"`
	Pointer string  `json:"pointer"`
	Text    string  `json:"text"`
	Hint    string  `json:"hint"`
	First   *lineAt `json:"first"`
}

// A lineAt is a place.
type lineAt struct {
	Offset int `json:"offset"`
	Line   int `json:"line"`
	Column int `json:"column"`
}

func placeAt(src []byte, offset int) *lineAt {
	line, column := jsonspan.Line(src, offset)
	return &lineAt{offset, line, column}
}

// codeUnreadable is the code of an error that is not about a text.
const codeUnreadable = "unreadable"

// failureOf returns nil when nothing is wrong with the sources.
func failureOf(errs jsonspan.Errors, sources ...source) *failure {
	f := &failure{head: head{answerVersion, false}}
	for i := range sources {
		s := &sources[i]
		if s.err != nil {
			f.Errors = append(f.Errors, failed{Input: s.input, File: s.file, Code: codeUnreadable, Text: "The file cannot be read: " + s.err.Error() + "."})
		}
		for _, e := range errs {
			if e.Input != s.input {
				continue
			}
			at := placeAt(s.text, e.Start)
			bad := failed{s.input, s.file, e.Code, &[2]uint32{uint32(e.Start), uint32(e.End)}, &at.Line, &at.Column, e.Pointer, e.Message, e.Hint, nil}
			if e.First >= 0 {
				bad.First = placeAt(s.text, e.First)
			}
			f.Errors = append(f.Errors, bad)
		}
	}
	if f.Errors == nil {
		return nil
	}
	return f
}
