package main

import (
	"errors"
	"io/fs"
	"strings"

	"mergebook/site/check"
	"mergebook/site/finding"
)

// A report is what check found; content/reference/command.md is its manual.
type report struct {
	head
	Counts   reported `json:"counts"`
	Findings []found  `json:"findings"`
}

// A reported counts what was checked and found.
type reported struct {
	Pages    int `json:"pages"`
	Examples int `json:"examples"`
	Proven   int `json:"proven"`
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Notes    int `json:"notes"`
}

// A found is one finding.
type found struct {
	File       string `json:"file"`
	Line       *int   `json:"line"`
	Column     *int   `json:"column"`
	Level      string `json:"level"`
	Rule       string `json:"rule"`
	Message    string `json:"message"`
	Suggestion string `json:"suggestion"`
	Detail     string `json:"detail"`
}

// reportSite checks the content folder for programs.
func reportSite(e env, content string, as format) error {
	b, err := e.read(content, nil)
	if err != nil {
		return failWith(e, unreadable(content, err, as))
	}
	r := check.Run(b)
	var answer any = reportOf(r, content)
	if as == formatSARIF {
		answer = sarifOf(r.Findings, content)
	}
	if r.Failed() {
		return failWith(e, answer)
	}
	return printAnswer(e, answer)
}

func reportOf(r *check.Report, content string) *report {
	counts := func(level finding.Level) int { return finding.Count(r.Findings, level) }
	out := &report{
		head:     head{answerVersion, !r.Failed()},
		Counts:   reported{r.Pages, r.Examples, r.Proven, counts(finding.Error), counts(finding.Warning), counts(finding.Note)},
		Findings: []found{},
	}
	for _, f := range r.Findings {
		one := found{Level: f.Level.String(), Rule: f.Rule, Message: f.Message, Suggestion: f.Suggestion, Detail: strings.TrimRight(f.Detail, "\n")}
		if f.File != "" {
			one.File = prefix(content) + f.File
		}
		if f.Line > 0 {
			one.Line, one.Column = &f.Line, &f.Column
		}
		out.Findings = append(out.Findings, one)
	}
	return out
}

// unreadable is the answer for a content folder that cannot be read.
func unreadable(content string, err error, as format) any {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	text := "The content folder cannot be read: " + err.Error() + "."
	if as == formatSARIF {
		return failedSARIF(text)
	}
	return &failure{head{answerVersion, false}, []failed{{File: content, Code: codeUnreadable, Text: text}}}
}
