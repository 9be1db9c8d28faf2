package finding

import (
	"strings"
	"testing"
)

func TestString(t *testing.T) {
	src := []byte("one\r\ntwo é x\n")
	at := strings.Index(string(src), "x")
	for _, c := range []struct {
		f    Finding
		want string
	}{
		{At("a/b.md", src, at, Error, "anchor", "#x: no such heading"), "a/b.md:2:7: #x: no such heading"},
		{At("a/b.md", src, 0, Warning, "anchor", "#x: no such heading").Suggest("#y"), "a/b.md:1:1: warning: #x: no such heading; did you mean #y?"},
		{Finding{File: "a.md", Message: "m", Detail: "  - 1\n  + 2\n"}, "a.md: m\n  - 1\n  + 2"},
		{Finding{Level: Note, Message: "m"}, "note: m"},
	} {
		if got := c.f.String(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestSort(t *testing.T) {
	list := []Finding{{Message: "5"}, {File: "b", Line: 1, Message: "4"}, {File: "a", Line: 10, Column: 1, Message: "3"}, {File: "a", Line: 2, Column: 9, Message: "2"}, {File: "a", Line: 2, Column: 1, Message: "1"}}
	Sort(list)
	got := ""
	for _, f := range list {
		got += f.Message
	}
	if got != "12345" {
		t.Errorf("order %s", got)
	}
}

// TestUnique holds that only the detail may differ.
func TestUnique(t *testing.T) {
	list := Unique([]Finding{{File: "a", Line: 1, Message: "m", Detail: "x"}, {File: "a", Line: 1, Message: "m", Detail: "y"}, {File: "a", Line: 1, Message: "n"}, {File: "a", Line: 2, Message: "m"}})
	if len(list) != 3 || list[0].Detail != "x" {
		t.Errorf("got %v", list)
	}
}
