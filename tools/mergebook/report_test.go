package main

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mergebook/site/finding"
)

// broken is a folder with findings of each level, and with names and texts that
// a careless program would trip over.
func broken(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", "docs/site.yaml", "nav: [one]\n")
	write(t, ".", "docs/one.md", "# One\n\né [x](#on)\n\n![](https://example.com/a.png)\n")
	write(t, ".", "docs/a é%^.md", "[\u202e](<no\u202ewhere.md>) [y](/api/x)\n")
	write(t, ".", "docs/stale.md", stale)
}

func TestReportJSON(t *testing.T) {
	broken(t)
	status, out, errs := call(t, "", "check", "--content", "docs", "--format", "json")
	var got report
	if err := json.Unmarshal([]byte(out), &got); err != nil || errs != "" || status != 1 {
		t.Fatal(status, err, errs, out)
	}
	if want := (reported{Pages: 3, Examples: 1, Errors: 3, Warnings: 2, Notes: 3}); got.Counts != want || got.OK || len(got.Findings) != 8 {
		t.Errorf("got %+v", got)
	}
	var lines []string
	for _, f := range got.Findings {
		line, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line))
	}
	for _, want := range []string{
		`{"file":"docs/one.md","line":3,"column":7,"level":"error","rule":"anchor","message":"#on: no such heading","suggestion":"#one","detail":""}`,
		`{"file":"","line":null,"column":null,"level":"note","rule":"external",`,
		`{"file":"docs/a é%^.md","line":null,"column":null,"level":"note","rule":"orphan",`,
		`"rule":"doctest","message":"this is not what the PATCH in line 5 makes of the profile in line 1","suggestion":"","detail":"  - shown on the page\n  + computed by the engine\n  - /user_metadata/n: 2\n  + /user_metadata/n: 1"}`,
	} {
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, want) }) {
			t.Errorf("no %s in\n%s", want, strings.Join(lines, "\n"))
		}
	}
	if strings.Contains(out, "\u202e") {
		t.Error("a hidden character is printed")
	}
}

func TestReportOfNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", "docs/one.md", "# One\n")
	for _, c := range []struct {
		content, format string
		status          int
		want            string
	}{
		{"docs", "json", 0, `{"version":1,"ok":true,"counts":{"pages":1,"examples":0,"proven":0,"errors":0,"warnings":0,"notes":0},"findings":[]}` + "\n"},
		{"docs", "sarif", 0, `"results":[]`},
		{"none", "json", 1, `"file":"none","code":"unreadable",`},
		{"none", "sarif", 1, `"invocations":[{"executionSuccessful":false,"toolExecutionNotifications":[{"level":"error","message":{"text":"The content folder cannot be read: no such file or directory."}}]}]`},
	} {
		status, out, errs := call(t, "", "check", "--content", c.content, "--format", c.format)
		if status != c.status || errs != "" || !strings.Contains(out, c.want) {
			t.Errorf("%s %s: status %d\n%s%s", c.content, c.format, status, out, errs)
		}
	}
}

// TestReportSARIF holds what the format wants and our structures do not hold by
// themselves. The log of this folder was validated by the schema of SARIF 2.1.0.
func TestReportSARIF(t *testing.T) {
	broken(t)
	status, out, errs := call(t, "", "check", "--content", "docs", "--format", "sarif")
	if errs != "" || status != 1 {
		t.Fatal(status, errs)
	}
	var log sarifLog
	d := json.NewDecoder(strings.NewReader(out))
	d.DisallowUnknownFields()
	if err := d.Decode(&log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if log.Version != "2.1.0" || len(log.Runs) != 1 || run.ColumnKind != "unicodeCodePoints" || run.Tool.Driver.Version == "" || !run.Invocations[0].ExecutionSuccessful {
		t.Errorf("got %+v", log)
	}
	places := map[string]int{}
	for _, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID || !slices.Contains([]string{"error", "warning", "note"}, r.Level) || r.Message.Text == "" || len(r.Locations) != 1 {
			t.Errorf("got %+v", r)
		}
		place := r.Locations[0].PhysicalLocation
		if place.ArtifactLocation.URIBaseID != sourceRoot {
			t.Errorf("no base: %+v", place)
		}
		if place.Region != nil && (place.Region.StartLine < 1 || place.Region.StartColumn < 1) {
			t.Errorf("no place: %+v", place.Region)
		}
		places[place.ArtifactLocation.URI]++
	}
	if len(places) != 4 || places["docs/a%20%C3%A9%25%5E.md"] != 2 || places["docs"] != 1 || places["docs/one.md"] != 3 {
		t.Errorf("places: %v", places)
	}
	if !strings.Contains(out, `#on: no such heading; did you mean #one?"`) {
		t.Error("the suggestion is lost")
	}

	t.Chdir(t.TempDir())
	write(t, "../docs", "one.md", "[x](#y)\n")
	if _, out, _ := call(t, "", "check", "--content", "../docs", "--format", "sarif"); !regexp.MustCompile(`"artifactLocation":{"uri":"file:///[^"]*/docs/one.md"}`).MatchString(out) {
		t.Errorf("a file outside: %s", out)
	}
}

// TestRulesAreDocumented holds the table of rules to the list.
func TestRulesAreDocumented(t *testing.T) {
	page, err := os.ReadFile("../../content/reference/command.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := bytes.Cut(page, []byte("| Rule | What it says |\n| --- | --- |\n"))
	table, _, _ = bytes.Cut(table, []byte("\n\n"))
	var want strings.Builder
	for _, r := range finding.Rules() {
		want.WriteString("| `" + r.Name + "` | " + r.Summary + " |\n")
	}
	if got := string(table) + "\n"; got != want.String() {
		t.Errorf("the page has\n%s\nthe list\n%s", got, want.String())
	}
}
