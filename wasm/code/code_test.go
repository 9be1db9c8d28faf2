package code

import (
	"encoding/json"
	"strings"
	"testing"

	"mergebook/wasm/snippet"
)

func TestSnippets(t *testing.T) {
	const body = `{"user_metadata": {"é": "it's </script>"}}`
	var a struct {
		OK       bool
		Snippets []struct {
			Language, Label string
			Pieces          []struct {
				Kind, Slot, Text string
				Encoded          bool
			}
		}
	}
	if err := json.Unmarshal(Snippets([]byte(body)), &a); err != nil || !a.OK {
		t.Fatal(err, a.OK)
	}
	if len(a.Snippets) != len(snippet.Languages()) {
		t.Fatalf("%d languages", len(a.Snippets))
	}
	for i, l := range snippet.Languages() {
		s := a.Snippets[i]
		text, slots := "", map[string]bool{}
		for _, p := range s.Pieces {
			text += p.Text
			slots[p.Slot] = true
		}
		if s.Language != l.ID || s.Label != l.Label || !slots["base"] || !slots["token"] || !slots["user"] {
			t.Errorf("%s: %q, slots %v", l.ID, s.Label, slots)
		}
		if !strings.Contains(text, "user_metadata") {
			t.Errorf("%s has no body:\n%s", l.ID, text)
		}
	}
}
