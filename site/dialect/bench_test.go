package dialect

import (
	"bytes"
	"strings"
	"testing"
)

// BenchmarkPage reads and renders a page as most are: prose, links, variables,
// a container and code, without directives.
func BenchmarkPage(b *testing.B) {
	section := "## A heading of this page\n\nSome *text* with a [link](/there/it-is#x), `code`, and ${account.namespace}.\n\n" +
		"* one\n* two\n\n::: note\nMind this.\n:::\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```js\nconst a = `${edition}`;\n```\n\n"
	source := []byte("---\ntitle: T\ntopics:\n  - a\n  - b\n---\n\n" + strings.Repeat(section, 20))
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		p := Parse("p.md", source, site)
		out.Reset()
		if err := p.Render(&out, func(l *Link) string { return l.Destination }, examples(p)); err != nil {
			b.Fatal(err)
		}
	}
}
