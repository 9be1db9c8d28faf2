package dialect

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"mergebook/site/yamlmap"
)

const includeCases = "testdata/includes.txt"

// split reads files, each behind a line "-- name --".
func split(t testing.TB, input string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for part := range strings.SplitSeq("\n"+input, "\n-- ") {
		if name, text, found := strings.Cut(part, " --\n"); found {
			files[name] = &fstest.MapFile{Data: []byte(text + "\n")}
		}
	}
	return files
}

// siteOf is a site with everything that site.yaml can set.
func siteOf(files fstest.MapFS) *Site {
	return &Site{
		Variables:   map[string]string{"account.namespace": "YOUR_DOMAIN", "edition": "2 & <3>", "empty": ""},
		Containers:  map[string]string{"tip": "Tip"},
		FrontMatter: map[string]yamlmap.Shape{"audience": yamlmap.Texts},
		Elements:    []string{"center"},
		Files:       files,
	}
}

// TestIncludes reads folders and writes what becomes of the file guide/a.md:
// findings with their details, then HTML.
func TestIncludes(t *testing.T) {
	b, err := os.ReadFile(includeCases)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Split(string(b), "\n====\n")
	for i, c := range all {
		input, want, _ := strings.Cut(c, "\n---->\n")
		files := split(t, input)
		var out strings.Builder
		p := Parse("guide/a.md", files["guide/a.md"].Data, siteOf(files))
		for _, f := range p.Findings {
			out.WriteString(f.String() + "\n")
		}
		if p.Includes != nil {
			out.WriteString("includes " + strings.Join(p.Includes, " ") + "\n")
		}
		html, err := render(p, func(l *Link) string { return "to/" + l.Destination }, examples(p))
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(string(html))
		got := strings.TrimSpace(out.String())
		if got != strings.TrimSpace(want) && !*update {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", input, got, want)
		}
		all[i] = input + "\n---->\n" + got
	}
	if *update {
		if err := os.WriteFile(includeCases, []byte(strings.Join(all, "\n====\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPlacesOfIncluded holds that what stands in the page leads back to where
// its author wrote it, through two files and arguments.
func TestPlacesOfIncluded(t *testing.T) {
	files := split(t, "-- a.md --\n# A\n\nBefore.\n\n<%= include('_b', { who: 'a longer [name](n)' }) %>\n\nAfter <%= include('_c') %> it: [last](x).\n\n-- _b.md --\nHello ${who}, see [b](b).\n\n<%= include('_c') %>\n\nEnd [two](c).\n-- _c.md --\n\nThis is [c](d).\n\n")
	p := Parse("a.md", files["a.md"].Data, &Site{Files: files})
	var got []string
	for _, l := range p.Links {
		f := p.At(l.Offset, 0, "", l.Destination)
		line := strings.Split(string(files[f.File].Data), "\n")[f.Line-1]
		got = append(got, f.Place()+" "+string([]rune(line)[f.Column-1]))
	}
	want := "_b.md:1:7 $, _b.md:1:23 b, _c.md:2:13 d, _b.md:5:11 c, _c.md:2:13 d, a.md:7:39 x"
	if g := strings.Join(got, ", "); g != want {
		t.Errorf("got  %s\nwant %s", g, want)
	}
	if file, line := p.Place(p.Links[5].Offset); file != "a.md" || line != 7 {
		t.Errorf("the last link is in %s:%d", file, line)
	}
}

// TestBombs holds that a text that would grow without end is a finding.
func TestBombs(t *testing.T) {
	deep := fstest.MapFS{}
	for i := range 60 {
		deep["_"+strconv.Itoa(i)+".md"] = &fstest.MapFile{Data: []byte("<%= include('_" + strconv.Itoa(i+1) + "') %>")}
	}
	wide := fstest.MapFS{"_10.md": {Data: []byte("x")}}
	for i := range 10 {
		wide["_"+strconv.Itoa(i)+".md"] = &fstest.MapFile{Data: []byte(strings.Repeat("<%= include('_"+strconv.Itoa(i+1)+"') %>", 10))}
	}
	large := fstest.MapFS{"_0.md": {Data: []byte(strings.Repeat("<%= include('_1') %>", 100))}, "_1.md": {Data: []byte(strings.Repeat("word ", 100_000))}}
	arguments := fstest.MapFS{"_0.md": {Data: []byte("<%= include('_1', { a: '" + strings.Repeat("x", 50_000) + "' }) %>")}, "_1.md": {Data: []byte(strings.Repeat("${a} ", 100_000))}}
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"deep":      {deep, "levels deep"},
		"wide":      {wide, "more than 2000 files"},
		"large":     {large, "larger than 4 MB"},
		"arguments": {arguments, "larger than 4 MB"},
	} {
		p := Parse("a.md", []byte("<%= include('_0') %>\n"), &Site{Files: c.files})
		if len(p.Findings) != 1 || !strings.Contains(p.Findings[0].Message, c.want) {
			t.Errorf("%s: %d findings, %v", name, len(p.Findings), p.Findings[:min(3, len(p.Findings))])
		}
		if len(p.Source) > 8<<20 {
			t.Errorf("%s: %d bytes", name, len(p.Source))
		}
	}
}

// TestAnchors holds both rules.
func TestAnchors(t *testing.T) {
	source := []byte("## What's new\n\n## What's new\n\n## snake_case {Text}\n\n## a - b\n\n## What's new\n\n## ?\n")
	for rule, want := range map[Anchors]string{
		Hyphens: "what-s-new what-s-new-2 snake-case-text- a-b what-s-new-3 section",
		GitHub:  "whats-new whats-new-1 snake_case-text a---b whats-new-2 section",
	} {
		var got []string
		for _, h := range Parse("a.md", source, &Site{Anchors: rule}).Headings {
			got = append(got, h.ID)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%s: got %s, want %s", rule, g, want)
		}
	}
}

// TestLiteralInRequest holds that a variable that is literal stays in a request.
func TestLiteralInRequest(t *testing.T) {
	p := Parse("a.md", []byte("```har\n{\"method\": \"GET\", \"url\": \"https://${account.namespace}/<%= \"${edition}\" %>\"}\n```\n"), siteOf(nil))
	if r := p.Fences[0].Request; r == nil || r.URL != "https://YOUR_DOMAIN/${edition}" {
		t.Errorf("%v %+v", p.Findings, r)
	}
}

// TestDeepIfs holds that ifs nest as deep as anybody wants, and no deeper.
func TestDeepIfs(t *testing.T) {
	for _, deep := range []int{deepestIf, deepestIf + 1, deepestIf + 1000} {
		p := Parse("a.md", []byte(strings.Repeat("<% if (edition) { %>", deep)+"x"+strings.Repeat("<% } %>", deep)), siteOf(nil))
		shown, told := strings.Contains(string(p.Source), "x"), len(p.Findings) == 1 && strings.Contains(p.Findings[0].Message, "nested more than 100 deep")
		if shown != (deep == deepestIf) || told == shown {
			t.Errorf("%d: shown %v, %v", deep, shown, p.Findings)
		}
	}
}
