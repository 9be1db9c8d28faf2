package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// call runs the command with files in a fresh folder, which @ in an argument
// stands for.
func call(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"profile.json":   "{\n  \"email\": \"a@example.com\",\n  \"user_metadata\": {\n    \"o\": {\"x\": 1.0}\n  }\n}\n",
		"body.json":      `{"user_metadata":{"o":{"y":2}}}`,
		"bad.json":       "{\n  \"é\": 1,\n  \"a\": 01,\n  \"a\": 2\n}",
		"get.har":        `{"method":"GET","url":"https://h/"}`,
		"bad.har":        `{"method":"GET"}`,
		"right/page.md":  "# One\n\n[two](/api/x)\n",
		"wrong/page.md":  "# One\n\n[two](#tow)\n\n## Two\n",
		"content/a/b.md": "# B\n",
		"lying/page.md":  "The user:\n\n```json\n{\"email\":\"a\"}\n```\n\n```har\n{\"method\":\"PATCH\",\"url\":\"https://h/api/v2/users/1\",\"postData\":{\"text\":\"{\\\"email\\\":\\\"b\\\"}\"}}\n```\n\nNow:\n\n```json\n{\"email\":\"c\"}\n```\n",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "@", dir)
	}
	var out, errs bytes.Buffer
	status = run(env{stdin: strings.NewReader(stdin), stdout: &out, stderr: &errs}, args)
	return status, strings.ReplaceAll(out.String(), dir, "@"), strings.ReplaceAll(errs.String(), dir, "@")
}

func TestCalls(t *testing.T) {
	applied := "{\n  \"email\": \"a@example.com\",\n  \"user_metadata\": {\n    \"o\": {\"y\":2}\n  }\n}\n"
	for _, c := range []struct {
		args           string
		stdin          string
		status         int
		stdout, stderr string // what must be in it; "" for nothing at all
	}{
		{"", "", 2, "", "Usage: mergebook COMMAND"},
		{"--help", "", 0, "Usage: mergebook COMMAND", ""},
		{"help apply", "", 0, "Usage: mergebook apply PROFILE BODY", ""},
		{"aply x y", "", 2, "", "there is no command aply; did you mean apply?"},
		{"apply @/profile.json @/body.json", "", 0, applied, ""},
		{"apply @/profile.json -", `{"user_metadata":{"o":{"y":2}}}`, 0, applied, ""},
		{"apply - @/body.json", `{}`, 0, `{"user_metadata":{"o":{"y":2}}}`, ""},
		{"apply --explain @/profile.json @/body.json", "", 0, applied, "replaced  /user_metadata/o: o is replaced whole"},
		{"apply @/profile.json @/body.json --explain", "", 0, applied, "lost      /user_metadata/o/x: 1.0"},
		{"apply @/profile.json - --explain", `{}`, 0, "a@example.com", "nothing changes. (rule 9)"},
		{"apply --compact @/profile.json @/body.json", "", 0, `{"email":"a@example.com","user_metadata":{"o":{"y":2}}}`, ""},
		{"apply --indent 1 @/profile.json @/body.json", "", 0, "{\n \"email\": \"a@example.com\",\n \"user_metadata\": {\n  \"o\": {\n   \"y\": 2\n  }\n }\n}", ""},
		{"apply --indent 1 --compact @/profile.json @/body.json", "", 2, "", "exclude each other"},
		{"apply @/bad.json @/body.json", "", 1, "", "@/bad.json:3:8: profile: 01 is not a number of JSON."},
		{"apply @/bad.json @/body.json", "", 1, "", "@/bad.json:4:3: profile: The name \"a\" stands twice in this object. [/a]\n  4 |   \"a\": 2\n    |   ^~~\n"},
		{"apply @/bad.json @/body.json", "", 1, "", "@/bad.json:3:3: note: the other one stands here\n  3 |   \"a\": 01,\n    |   ^~~\n"},
		{"apply @/profile.json -", "{\"a\":[1}", 1, "", "standard input:1:6: note: it is opened here\n"},
		{"apply @/profile.json -", "{" + strings.Repeat("\"a\":01,\n", 15), 1, "", "standard input: and 20 more errors\n"},
		{"apply @/profile.json -", `[]`, 1, "", "standard input:1:1: body: An object must stand here"},
		{"apply @/profile.json -", "", 1, "", "standard input:1:1: body: There is nothing here.\n  hint: "},
		{"apply @/no.json @/body.json", "", 1, "", "@/no.json: the profile cannot be read: no such file or directory\n"},
		{"apply @/profile.json @", "", 1, "", "@: the body cannot be read: is a directory\n"},
		{"apply --compare @/profile.json @/body.json", "", 0, applied, "with 1 difference:\ndiffers   /user_metadata/o/x: here nothing, with merge patch 1.0. (rule 3)\n"},
		{"apply --compare @/profile.json -", "{}", 0, "a@example.com", "would make the same profile.\n"},
		{"apply --compare @/profile.json -", "{\"user_metadata\":{\"o\":{\"x\":null}}}", 0, `"o": {"x":null}`, "here null, with merge patch nothing. (rule 7)\n"},
		{"apply --format json @/profile.json @/body.json", "", 0, `{"version":1,"ok":true,"changed":true,"result":"{\n  \"email\"`, ""},
		{"apply --format json @/profile.json -", "{,}", 1, `"file":"-","code":"extra-comma","span":[1,2],"line":1,"column":2,`, ""},
		{"apply --format json @/profile.json @/no.json", "", 1, `{"version":1,"ok":false,"errors":[{"input":"body","file":"@/no.json","code":"unreadable","span":null,`, ""},
		{"apply --format json --compact @/profile.json @/body.json", "", 2, "", "without --compact and --indent"},
		{"apply --format xml @/profile.json @/body.json", "", 2, "", "invalid value \"xml\" for --format: it takes text or json\n"},
		{"apply --format", "", 2, "", "a value is missing behind --format\n"},
		{"apply --indent x", "", 2, "", "for --indent: it takes a number\n"},
		{"apply --comapre", "", 2, "", "there is no option --comapre; did you mean --compare?\n"},
		{"apply @/profile.json", "", 2, "", "give two files"},
		{"apply - -", "", 2, "", "only one of the two"},
		{"apply --wat @/profile.json @/body.json", "", 2, "", "there is no option --wat; there are --compact, --compare, --explain, --format, --indent\n"},
		{"diff @/profile.json -", "{\"email\":\"a@example.com\",\"user_metadata\":{\"n\": 2}}", 0, "{\"user_metadata\":{\"n\":2,\"o\":null}}\n", ""},
		{"diff @/profile.json @/profile.json", "", 0, "{}\n", ""},
		{"diff - @/body.json", "{}", 0, "{\"user_metadata\":{\"o\":{\"y\":2}}}\n", ""},
		{"diff @/profile.json -", "{\"user_id\":1}", 1, "", "standard input:1:12: goal: /user_id cannot be changed: the API lets nobody update it.\n  1 | {\"user_id\":1}\n    |            ^\n"},
		{"diff - @/body.json", "{\n\"user_id\":1}", 1, "", "standard input:2:11: profile: /user_id cannot be changed"},
		{"diff --format json @/profile.json -", "{\"user_id\":1}", 1, `"obstacles":[{"code":"fixed","pointer":"/user_id","profile":null,"goal":[11,12],`, ""},
		{"diff --format json @/profile.json @/profile.json", "", 0, `{"version":1,"ok":true,"changed":false,"bodies":["{}"]}`, ""},
		{"diff @/profile.json -", "{,}", 1, "", "standard input:1:2: goal: A comma stands"},
		{"diff @/profile.json", "", 2, "", "give two files"},
		{"snippet --lang curl @/get.har", "", 0, "curl \\\n  --url 'https://h/'\n", ""},
		{"snippet --lang list", "", 0, "fetch      JavaScript", ""},
		{"snippet --lang crul @/get.har", "", 2, "", "there is no language crul; did you mean curl?"},
		{"snippet --lang curl @/bad.har", "", 1, "", "@/bad.har:1:1: The request has no url.\n  1 | {\"method\":\"GET\"}\n    | ^"},
		{"snippet @/no.har", "", 1, "", "@/no.har: the file cannot be read"},
		{"check --content @/right", "", 0, "1 page: 0 examples run, 0 results proven; 0 errors, 0 warnings", "note: 1 link leads out of this folder"},
		{"check --content @/wrong", "", 1, "1 error", "@/wrong/page.md:3:7: #tow: no such heading; did you mean #two?\n  3 | [two](#tow)\n    |       ^\n"},
		{"check --content @/no", "", 1, "", "no such file"},
		{"check @/right", "", 2, "", "--content DIR"},
		{"build --content @/content --out @/out", "", 0, "1 page in @/content, written to @/out in", ""},
		{"build --content @/wrong --out @/out", "", 0, "1 page", "no such heading"},
		{"build --content @/lying --out @/out", "", 1, "", "@/lying/page.md:14:10: this is not what the PATCH in line 7 makes of the profile in line 3"},
		{"check --content @/lying", "", 1, "1 error", "+ /email: \"b\""},
		{"build --content @/content --out @/content/public", "", 1, "", "hold one another"},
		{"build --content @/content --out @", "", 1, "", "hold one another"},
		{"build --content @/content --out @/right", "", 1, "", "holds files that mergebook did not write"},
	} {
		status, stdout, stderr := call(t, c.stdin, strings.Fields(c.args)...)
		if status != c.status || !has(stdout, c.stdout) || !has(stderr, c.stderr) {
			t.Errorf("mergebook %s: status %d\nstdout: %s\nstderr: %s", c.args, status, stdout, stderr)
		}
	}
}

func has(got, want string) bool {
	if want == "" {
		return got == ""
	}
	return strings.Contains(got, want)
}

// TestHelp holds that every command explains itself, with examples.
func TestHelp(t *testing.T) {
	for _, c := range commands {
		status, stdout, _ := call(t, "", c.name, "--help")
		if status != 0 || !strings.Contains(stdout, "Usage: mergebook "+c.name) || !strings.Contains(stdout, "Examples:\n  ") {
			t.Errorf("%s --help: status %d\n%s", c.name, status, stdout)
		}
	}
}

// TestColours holds that colours are there only when they may be, and around
// the same text.
func TestColours(t *testing.T) {
	told := func(colour bool) string {
		var errs bytes.Buffer
		run(env{stdin: strings.NewReader(`{"a":01}`), stdout: &errs, stderr: &errs, colour: colour}, []string{"diff", "-", os.DevNull})
		return errs.String()
	}
	plain := told(false)
	want := strings.Replace(plain, "standard input:1:6", "\x1b[1mstandard input:1:6\x1b[0m", 1)
	want = strings.Replace(want, "^~", "\x1b[1;31m^~\x1b[0m", 1)
	want = strings.Replace(want, os.DevNull+":1:1", "\x1b[1m"+os.DevNull+":1:1\x1b[0m", 1)
	if got := told(true); got != want || strings.Contains(plain, "\x1b") {
		t.Errorf("got %q, plain %q", got, plain)
	}
	for _, c := range []struct {
		noColor, terminal string
		want              bool
	}{{"", "xterm", true}, {"1", "xterm", false}, {"", "dumb", false}} {
		t.Setenv("NO_COLOR", c.noColor)
		t.Setenv("TERM", c.terminal)
		if colourful() != c.want {
			t.Errorf("NO_COLOR=%s TERM=%s: %v", c.noColor, c.terminal, !c.want)
		}
	}
}
