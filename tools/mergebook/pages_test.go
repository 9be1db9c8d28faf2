package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
)

var update = flag.Bool("update", false, "rewrite what pages show of the command's output")

var (
	fencedFile = regexp.MustCompile("`([a-z]+\\.(?:json|har))`[^`]*:\n\n```json[^\n]*\n((?s:.*?\n))```\n")
	inlineFile = regexp.MustCompile("`([a-z]+\\.json)` that holds `([^`]+)`")
	sentFile   = regexp.MustCompile("`([a-z]+\\.json)`[^`]*:\n\n```har[^\n]*\n((?s:.*?\n))```\n")
	transcript = regexp.MustCompile("```text\n(\\$ (?s:.*?\n))```\n")
	called     = regexp.MustCompile("(?m)^\\$ (?:echo '([^\n]*)' \\| )?mergebook ([^\n]*)\n")
	laidOut    = regexp.MustCompile("```json[^\n]*\n((?s:.*?\n))```\n")
)

// TestPages holds that the pages show what the command prints. All calls but
// those of serve and build run, in order, on the files that the pages show, and
// on the folder docs with the first page of authoring.md. Such a file may be
// the body of a call in HAR. Where a page shows an answer in JSON, it stands
// below the call, laid out, whole or its member compare.
func TestPages(t *testing.T) {
	var paths []string
	for _, name := range []string{"command", "json", "rules", "compared"} {
		path, err := filepath.Abs(filepath.Join("..", "..", "content", "reference", name+".md"))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	first := firstPage(t)
	t.Chdir(t.TempDir())
	write(t, "docs", "language.md", first)
	for _, path := range paths {
		page, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, pattern := range []*regexp.Regexp{fencedFile, inlineFile, sentFile} {
			for _, m := range pattern.FindAllSubmatch(page, -1) {
				text := m[2]
				if pattern == sentFile {
					text = sentBody(t, text)
				}
				if err := os.WriteFile(string(m[1]), text, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
		holdPage(t, path, page)
	}
}

// firstPage returns the page that authors write first.
func firstPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../../content/contributing/authoring.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "`docs/language.md`:\n\n````markdown\n")
	first, _, found := strings.Cut(rest, "````\n")
	if !found {
		t.Fatal("the first page is not there")
	}
	return strings.ReplaceAll(first, `\${`, "${")
}

// sentBody returns the body of a request in HAR.
func sentBody(t *testing.T, request []byte) []byte {
	t.Helper()
	var r struct{ PostData struct{ Text string } }
	if err := json.Unmarshal(request, &r); err != nil {
		t.Fatal(err)
	}
	return []byte(r.PostData.Text)
}

func holdPage(t *testing.T, path string, page []byte) {
	t.Helper()
	ran := 0
	var out []byte
	from := 0
	for _, m := range transcript.FindAllSubmatchIndex(page, -1) {
		shown := string(page[m[2]:m[3]])
		var got strings.Builder
		calls := called.FindAllStringSubmatchIndex(shown, -1)
		if calls == nil {
			t.Errorf("%s: no call of mergebook:\n%s", path, shown)
			continue
		}
		for i, call := range calls {
			output := shown[call[1]:]
			if i > 0 {
				got.WriteString("\n")
			}
			if i+1 < len(calls) {
				output = shown[call[1]:calls[i+1][0]]
			}
			got.WriteString(shown[call[0]:call[1]])
			input, line := "", shown[call[4]:call[5]]
			if call[2] >= 0 {
				input = shown[call[2]:call[3]] + "\n"
			}
			printed, ok := transcribe(line, input)
			switch {
			case !ok:
				got.WriteString(strings.TrimSuffix(output, "\n\n"))
			case strings.Contains(line, "--format json"):
				holdLaidOut(t, line, printed, page[m[1]:])
				ran++
			default:
				got.WriteString(printed)
				ran++
			}
		}
		if got.String() != shown && !*update {
			t.Errorf("the page shows\n%sthe command prints\n%s", shown, got.String())
		}
		out = append(append(out, page[from:m[2]]...), got.String()...)
		from = m[3]
	}
	if ran == 0 {
		t.Errorf("%s: no call ran", path)
	}
	if *update {
		if err := os.WriteFile(path, append(out, page[from:]...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// transcribe runs a call, as in a shell, and returns what a terminal would
// show. It leaves out calls that do not end, or tell how long they took.
func transcribe(line, input string) (printed string, ok bool) {
	line, _, redirected := strings.Cut(line, " >")
	args := strings.Fields(line)
	switch args[0] {
	case "serve", "build":
		return "", false
	}
	var stdout, stderr bytes.Buffer
	run(env{stdin: strings.NewReader(input), stdout: &stdout, stderr: &stderr}, args)
	if redirected {
		return stderr.String(), true
	}
	return stderr.String() + stdout.String(), true
}

func holdLaidOut(t *testing.T, call, printed string, page []byte) {
	m := laidOut.FindSubmatch(page)
	if m == nil {
		t.Errorf("%s: no answer is shown", call)
		return
	}
	shown := string(jsonspan.AppendCompact(nil, m[1]))
	if shown != strings.TrimSuffix(printed, "\n") && !strings.HasSuffix(printed, `,"compare":`+shown+"}\n") {
		t.Errorf("%s: the page shows\n%s\nthe command prints\n%s", call, shown, printed)
	}
}
