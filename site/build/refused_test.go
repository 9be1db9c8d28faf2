package build

import (
	"strings"
	"testing"
)

// TestRefused holds that a page shows as proven that a request is refused, if
// its author says so.
func TestRefused(t *testing.T) {
	for _, c := range []struct {
		words  string
		proven bool
	}{{" status=400", true}, {" status=200", false}, {"", false}} {
		page := "```json\n{\"email\": \"a@example.com\"}\n```\n\n```har" + c.words + "\n{\"method\":\"PATCH\",\"url\":\"https://h/api/v2/users/1\",\"postData\":{\"text\":\"{\\\"user_metadata\\\": 1}\"}}\n```\n"
		html := string(make1(t, map[string]string{"one.md": page})["one/index.html"])
		if strings.Contains(html, "proven at build") != c.proven || !strings.Contains(html, "400 Bad Request") {
			t.Errorf("%q: proven %v\n%s", c.words, !c.proven, html)
		}
	}
}
