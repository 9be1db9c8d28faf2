package wasmtest

import (
	"encoding/json"
	"testing"

	"mergebook/wasm/share"
)

// TestLinks holds that no link breaks the built engine or makes it do much. How
// long that takes is measured by `make bench`.
func TestLinks(t *testing.T) {
	var got LinksReport
	if err := json.Unmarshal(runBuilt(t, "engine.wasm", Links, nil), &got); err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", got)
	if got.Opened < 100_000 {
		t.Errorf("%d links", got.Opened)
	}
	// A character takes up to six as an escape, and a body that was sent three.
	if got.Longest > 6*share.MaxPayload+3*share.MaxSent+200 {
		t.Errorf("an answer has %d characters", got.Longest)
	}
	if got.Memory > 24<<20 {
		t.Errorf("the engine has %d bytes of memory at the end", got.Memory)
	}
	for _, code := range []string{"", "foreign", "version", "cut", "too-large", "base64", "damaged", "too-many", "utf8"} {
		if got.Codes[code] == 0 {
			t.Errorf("none is %q: %v", code, got.Codes)
		}
	}
}
