package sandbox

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"mergebook/wasm/share"
)

func fragment(profile, body string) string {
	return share.Encode(share.State{Profile: []byte(profile), Body: []byte(body)})
}

// keep keeps a fragment and returns its path.
func (h *home) keep(fragment string) string {
	h.t.Helper()
	text, err := json.Marshal(map[string]string{"fragment": fragment})
	if err != nil {
		h.t.Fatal(err)
	}
	w := h.send("POST", "/api/links", string(text), "Authorization", "")
	var got struct{ Path string }
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || w.Code != 201 {
		h.t.Fatalf("%d %s", w.Code, w.Body)
	}
	return got.Path
}

func TestLinks(t *testing.T) {
	h := newHome(t, Options{})
	one, two := fragment(`{"a":1}`, `{}`), fragment(`{"a":`, `1}{}`)
	path := h.keep(one)
	if again := h.keep("#" + one + "."); again != path {
		t.Errorf("the same link, as a mail program has it: %s and %s", path, again)
	}
	if h.keep(two) == path {
		t.Error("two links have one path")
	}
	w := h.send("GET", path, "", "Authorization", "")
	if w.Code != 302 || w.Header().Get("Location") != "/playground/#"+one {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}

// TestLinkTaken holds that an id which has other content already is left to it.
func TestLinkTaken(t *testing.T) {
	h := newHome(t, Options{})
	link, other := fragment(`{"a":1}`, `{}`), fragment(`{"b":1}`, `{}`)
	name := linkName(link)
	if err := h.handler.Links.Put(context.Background(), name[:12], other); err != nil {
		t.Fatal(err)
	}
	if path := h.keep(link); path != "/s/"+name[:20] {
		t.Errorf("path: %s", path)
	}
	if kept, err := h.handler.Links.Get(context.Background(), name[:12]); err != nil || kept != other {
		t.Errorf("the other one: %q %v", kept, err)
	}
}

func TestLinkTooLong(t *testing.T) {
	h := newHome(t, Options{})
	var noise strings.Builder
	for noise.Len() < 2*MaxLink {
		noise.WriteString(newName())
	}
	w := h.send("POST", "/api/links", `{"fragment":"`+fragment(noise.String(), "{}")+`"}`)
	if w.Code != 413 {
		t.Errorf("%d %.200s", w.Code, w.Body)
	}
}

func TestLinkName(t *testing.T) {
	if linkName("ab", "c") == linkName("a", "bc") {
		t.Error("where one part ends does not count")
	}
}
