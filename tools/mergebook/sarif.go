package main

import (
	"cmp"
	"net/url"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"mergebook/site/finding"
)

// What --format sarif prints is a log of the Static Analysis Results
// Interchange Format (SARIF 2.1.0, OASIS), of which these are the parts that
// Mergebook uses.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool        sarifTool         `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	ColumnKind  string            `json:"columnKind"`
	Results     []sarifResult     `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string    `json:"id"`
	ShortDescription sarifText `json:"shortDescription"`
}

type sarifInvocation struct {
	ExecutionSuccessful        bool                `json:"executionSuccessful"`
	ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID    string          `json:"ruleId"`
	RuleIndex int             `json:"ruleIndex"`
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifLocation struct {
	PhysicalLocation sarifPlace `json:"physicalLocation"`
}

type sarifPlace struct {
	ArtifactLocation sarifArtifact `json:"artifactLocation"`
	Region           *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI       string `json:"uri"`
	URIBaseID string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
}

// sourceRoot is what SARIF tools call the folder that they were started in.
const sourceRoot = "%SRCROOT%"

func sarifOf(findings []finding.Finding, content string) *sarifLog {
	rules := finding.Rules()
	results := []sarifResult{}
	for _, f := range findings {
		text := f.Text()
		if f.Detail != "" {
			text += "\n" + strings.TrimRight(f.Detail, "\n")
		}
		r := sarifResult{
			RuleID:    f.Rule,
			RuleIndex: slices.IndexFunc(rules, func(r finding.Rule) bool { return r.Name == f.Rule }),
			Level:     f.Level.String(),
			Message:   sarifText{text},
		}
		// What is about the whole folder is at the folder: services want a place.
		place := sarifPlace{ArtifactLocation: artifact(filepath.Join(content, filepath.FromSlash(f.File)))}
		if f.Line > 0 {
			place.Region = &sarifRegion{f.Line, f.Column}
		}
		r.Locations = []sarifLocation{{place}}
		results = append(results, r)
	}
	log := newSARIF(sarifInvocation{ExecutionSuccessful: true})
	log.Runs[0].Results = results
	return log
}

// failedSARIF is the log of a run that could not be done.
func failedSARIF(text string) *sarifLog {
	return newSARIF(sarifInvocation{ToolExecutionNotifications: []sarifNotification{{"error", sarifText{text}}}})
}

func newSARIF(i sarifInvocation) *sarifLog {
	driver := sarifDriver{Name: "mergebook", Version: version()}
	for _, r := range finding.Rules() {
		driver.Rules = append(driver.Rules, sarifRule{r.Name, sarifText{r.Summary}})
	}
	return &sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:        sarifTool{driver},
			Invocations: []sarifInvocation{i},
			ColumnKind:  "unicodeCodePoints",
			Results:     []sarifResult{},
		}},
	}
}

// artifact returns the URI of a file: relative to the folder that the command
// runs in, unless it lies outside of that.
func artifact(path string) sarifArtifact {
	absolute, err := filepath.Abs(path)
	if err != nil {
		absolute = path
	}
	if here, err := filepath.Abs("."); err == nil {
		if relative, err := filepath.Rel(here, absolute); err == nil && filepath.IsLocal(relative) {
			return sarifArtifact{(&url.URL{Path: filepath.ToSlash(relative)}).String(), sourceRoot}
		}
	}
	return sarifArtifact{URI: (&url.URL{Scheme: "file", Path: filepath.ToSlash(absolute)}).String()}
}

// version returns which Mergebook this is, as far as the Go tools noted it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	return cmp.Or(info.Main.Version, "unknown")
}
