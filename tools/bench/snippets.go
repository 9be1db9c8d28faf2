package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"mergebook/wasm/har"
	"mergebook/wasm/snippet"
)

// example is the request that is written as code.
const example = `{"method":"PATCH","url":"https://example.com/api/v2/users/ada","httpVersion":"HTTP/1.1","headersSize":-1,"bodySize":-1,
"headers":[{"name":"Authorization","value":"Bearer YOUR_ACCESS_TOKEN"},{"name":"Content-Type","value":"application/json"}],
"queryString":[{"name":"fields","value":"email,name"}],"cookies":[{"name":"session","value":"1"}],
"postData":{"mimeType":"application/json","text":"{\n  \"user_metadata\": {\n    \"addresses\": {\"home\": \"7 Difference Lane\", \"note\": \"it's \\\"here\\\"\"}\n  }\n}"}}`

// theirs are our languages in the names of httpsnippet: target and client. It
// has no curl for PowerShell.
var theirs = map[string][2]string{
	"curl": {"shell", "curl"}, "fetch": {"javascript", "fetch"}, "node": {"node", "fetch"}, "go": {"go", "native"}, "python": {"python", "requests"},
	"java": {"java", "nethttp"}, "csharp": {"csharp", "httpclient"}, "php": {"php", "curl"}, "ruby": {"ruby", "native"},
	"swift": {"swift", "urlsession"}, "objc": {"objc", "nsurlsession"},
}

// snippets measures the writing of one HAR in all languages, beside httpsnippet
// in Node for the languages that both have.
func snippets() error {
	var both []snippet.Language
	var targets [][2]string
	for _, l := range snippet.Languages() {
		if t, ok := theirs[l.ID]; ok {
			both = append(both, l)
			targets = append(targets, t)
		}
	}
	write := func(languages []snippet.Language) func() {
		return func() {
			request, errs := har.Parse([]byte(example))
			if errs != nil {
				panic(errs)
			}
			for normal, i := snippet.Normalize(request), 0; i < len(languages); i++ {
				languages[i].Write(normal)
			}
		}
	}
	ours := race([]contestant{{"the languages of both", write(both)}, {"all languages", write(snippet.Languages())}})
	peer, err := httpsnippet(targets)
	if err != nil {
		return err
	}
	fmt.Printf("\n%d languages that both have, %d of ours; all of ours take %v a HAR (at most 300µs are wanted)\n",
		len(both), len(snippet.Languages()), median(ours[1].Rounds).Round(100*time.Nanosecond))
	show("one HAR", len(example), append(ours, peer...))
	return nil
}

func httpsnippet(targets [][2]string) ([]times, error) {
	input, err := json.Marshal(map[string]any{"request": json.RawMessage(example), "targets": targets, "rounds": rounds})
	if err != nil {
		return nil, err
	}
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("node", "snippets.mjs")
	cmd.Dir = filepath.Join(filepath.Dir(strings.TrimSpace(string(mod))), "tools", "bench")
	cmd.Stdin = bytes.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("httpsnippet in Node: %w\n%s", err, stderr.Bytes())
	}
	var all []times
	return all, json.Unmarshal(out, &all)
}
