package main

import (
	"bytes"
	"encoding/json"

	"mergebook/wasm/jsonspan"
)

// What --format json prints is one of five structures, in a line: applied,
// routed, blocked, report or failure, each in a file of its name or beside routed.
// content/reference/json.md is their manual. They say what the page gets from
// package play, under the same names; but places are in bytes, columns in code
// points, and values stand there as texts too, for programs without the files.

// answerVersion grows when a member changes its meaning or goes. It does not
// grow for a new member.
const answerVersion = 1

// A head begins each of them.
type head struct {
	Version int  `json:"version"`
	OK      bool `json:"ok"`
}

// A span is [start, end] in bytes; nil is none.
type span *[2]uint32

func spanOf(s jsonspan.Span) span {
	if s.Len() == 0 {
		return nil
	}
	return &[2]uint32{s.Start, s.End}
}

// textOf returns the text of a value as it is written; nil for none.
func textOf(src []byte, s jsonspan.Span) *string {
	if s.Len() == 0 {
		return nil
	}
	text := string(s.Of(src))
	return &text
}

// printAnswer prints an answer in a line.
func printAnswer(e env, answer any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(answer); err != nil {
		return err
	}
	_, err := e.stdout.Write(escaped(b.Bytes()))
	return err
}

// failWith prints an answer that says no.
func failWith(e env, answer any) error {
	if err := printAnswer(e, answer); err != nil {
		return err
	}
	return errSaid
}
