package wasmtest

import (
	_ "embed"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mergebook/site/assets"
	"mergebook/wasm/code"
	"mergebook/wasm/play"
	"mergebook/wasm/share"
)

//go:embed exports.mjs
var asker []byte

// TestExports holds that the built engine answers, through the page's own
// script, what play answers natively.
func TestExports(t *testing.T) {
	profile, goal, bad := `{"user_metadata":{"é":{"x":"ü😀","y":2}}}`, `{"user_metadata":{"é":{"x":3}},"nickname":"😀"}`, `{"é":01,}`
	var questions [][]string
	var want []string
	ask := func(answer []byte, question ...string) {
		questions, want = append(questions, question), append(want, string(answer))
	}
	for _, other := range []string{goal, bad, `{"user_metadata":{"a":null},"user_id":1}`, strings.Repeat(" ", 1<<20) + bad, goal} {
		ask(play.Diff([]byte(profile), []byte(other)).AppendJSON(nil), "diff", profile, other)
		ask(play.Inverse([]byte(profile), []byte(other)).AppendJSON(nil), "inverse", profile, other)
		ask(play.Compare([]byte(profile), []byte(other)).AppendJSON(nil), "compare", profile, other)
		ask(play.Format([]byte(other)), "format", other)
		for _, sequence := range []string{"", "\x1e{}\n", "\x1e" + goal + "\n\x1e" + bad + "\n"} {
			ask(play.Share([]byte(profile), []byte(other), []byte(sequence)), "share", profile, other, sequence)
		}
	}
	for _, sent := range [][][]byte{nil, {[]byte(goal)}, {[]byte(goal), []byte(bad), nil}} {
		fragment := share.Encode(share.State{Profile: []byte(profile), Sent: sent, Body: []byte(goal)})
		ask(play.Open(fragment), "open", fragment)
		ask(play.Open(fragment[:len(fragment)-2]), "open", fragment[:len(fragment)-2])
	}
	compareAnswers(t, "engine.wasm", questions, want)
}

// TestCode holds that the built program that writes code writes what package
// code writes natively.
func TestCode(t *testing.T) {
	var questions [][]string
	var want []string
	for _, body := range []string{
		`{"user_metadata":{"a":null,"é":"ü😀 \u0000"}}`, "", "{\n  \"a\": 'b',\n}", "'\"`\\$(x)${y}#{z}%s@\n\r\n\t?>*/", "<?php \ufeff\u202e\u2028", strings.Repeat(" ", 1<<20), "{}",
	} {
		questions, want = append(questions, []string{"snippets", body}), append(want, string(code.Snippets([]byte(body))))
	}
	compareAnswers(t, "code.wasm", questions, want)
}

// compareAnswers asks a built program.
func compareAnswers(t *testing.T, program string, questions [][]string, want []string) {
	t.Helper()
	for i, got := range answersOf(t, program, questions) {
		if got != want[i] {
			t.Errorf("%.200q: got\n%.500s\nwant\n%.500s\n(make assets builds %s)", questions[i], got, want[i], program)
		}
	}
}

func answersOf(t *testing.T, program string, questions [][]string) (answers []string) {
	t.Helper()
	asked, err := json.Marshal(questions)
	if err != nil {
		t.Fatal(err)
	}
	out := runBuilt(t, program, asker, map[string][]byte{"questions.json": asked})
	if err := json.Unmarshal(out, &answers); err != nil || len(answers) != len(questions) {
		t.Fatalf("%v, %d answers to %d questions", err, len(answers), len(questions))
	}
	return answers
}

// runBuilt runs a script, with the name of a built program, beside that and the page's
// own script, and returns what it prints.
func runBuilt(t *testing.T, program string, script []byte, files map[string][]byte) []byte {
	t.Helper()
	set, err := assets.Load()
	if err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{"run.mjs": script, program: set.File(set.Name(program)), "package.json": []byte(`{"type": "module"}`)}
	maps.Copy(all, files)
	for name, path := range map[string]string{
		"exports.js":   filepath.Join("..", "..", "site", "assets", "js", "exports.js"),
		"wasm_exec.js": filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"),
	} {
		if all[name], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	for name, data := range all {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("node", "run.mjs", program)
	cmd.Dir = dir
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return out
}
