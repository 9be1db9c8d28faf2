package wasmtest

import (
	_ "embed"
	"encoding/json"
	"testing"
)

//go:embed links.mjs
var opener []byte

// most is how long the built engine may take for a link, in milliseconds.
const most = 50

// TestLinks holds that no link breaks the built engine or keeps it busy: bombs,
// noise, noise in the shape of a link, good links with some noise in them. A
// machine that is slow for the largest good link too is given more time.
func TestLinks(t *testing.T) {
	var got struct {
		Usual   float64 // for the largest good link
		Slowest struct {
			MS         float64
			Code, Link string
		}
		Opened int
		Codes  map[string]int
	}
	if err := json.Unmarshal(runEngine(t, opener, nil), &got); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d links; the slowest took %.1f ms, the largest good one %.1f: %v", got.Opened, got.Slowest.MS, got.Usual, got.Codes)
	if got.Slowest.MS > max(most, 5*got.Usual) {
		t.Errorf("%q takes %.1f ms, the largest good link %.1f", got.Slowest.Link, got.Slowest.MS, got.Usual)
	}
	if got.Opened < 100_000 {
		t.Errorf("%d links", got.Opened)
	}
	for _, code := range []string{"", "foreign", "version", "cut", "too-large", "base64", "damaged"} {
		if got.Codes[code] == 0 {
			t.Errorf("none is %q: %v", code, got.Codes)
		}
	}
}
