package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// perSection is how many pages stand in one folder.
const perSection = 100

// writePages writes n pages of about 4 kB, with headings, links and two JSON
// fences each, into dir; requests adds to each a HAR, with the profile before it
// and the one behind.
func writePages(dir string, n int, requests bool) error {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		path := filepath.Join(dir, pagePath(i)+".md")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		text := pageText(r, i, n)
		if requests {
			text += fmt.Sprintf(request, i)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func pagePath(i int) string { return fmt.Sprintf("section-%03d/page-%03d", i/perSection, i%perSection) }

func pageText(r *rand.Rand, i, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Page %d\ndescription: %s\n---\n\n%s\n\n", i, sentence(r, 8), sentence(r, 40))
	for h := range 4 {
		other := r.IntN(n)
		fmt.Fprintf(&b, "## Heading %d about %s\n\n%s See [page %d](/%s) for **more** and `code`.\n\n- %s\n- %s\n\n%s\n\n",
			h, word(r), sentence(r, 40), other, pagePath(other), sentence(r, 8), sentence(r, 8), sentence(r, 35))
		if h < 2 {
			fmt.Fprintf(&b, "```json\n{\n  \"email\": \"user%d@example.com\",\n  \"user_metadata\": {\n    \"theme\": \"dark\",\n    \"count\": %d,\n    \"addresses\": {\"home\": \"%s\", \"work\": null},\n    \"tags\": [true, false, 1.5e3]\n  }\n}\n```\n\n",
				i, i, sentence(r, 4))
		}
	}
	for b.Len() < 3900 {
		b.WriteString(sentence(r, 15) + "\n\n")
	}
	return b.String()
}

// request is a request whose result the page shows.
const request = `## A request

Assume this user:

~~~json
{
  "email": "user%[1]d@example.com",
  "user_metadata": {
    "theme": "dark",
    "addresses": {"home": "1 Main Street", "work": "2 Side Street"}
  }
}
~~~

~~~har
{
  "method": "PATCH",
  "url": "https://YOUR_DOMAIN/api/v2/users/USER_ID",
  "headers": [
    {"name": "Authorization", "value": "Bearer YOUR_ACCESS_TOKEN"},
    {"name": "Content-Type", "value": "application/json"}
  ],
  "postData": {
    "mimeType": "application/json",
    "text": "{\"user_metadata\": {\"addresses\": {\"home\": \"%[1]d Other Street\"}, \"theme\": null}}"
  }
}
~~~

The profile now appears as follows:

~~~json
{
  "email": "user%[1]d@example.com",
  "user_metadata": {
    "addresses": {"home": "%[1]d Other Street"}
  }
}
~~~
`

var words = strings.Fields("profile metadata property value nested object replace merge delete clear request body token domain user name colour theme language address home work list array number text empty rule result page example call server answer")

func word(r *rand.Rand) string { return words[r.IntN(len(words))] }

func sentence(r *rand.Rand, n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = word(r)
	}
	s := strings.Join(all, " ") + "."
	return strings.ToUpper(s[:1]) + s[1:]
}
