package jsonspan

import "testing"

// TestShortNumbers holds the ways for short numbers against the long way, on
// all texts of eight bytes of these.
func TestShortNumbers(t *testing.T) {
	const bytes = "019.-e, "
	for n := range 1 << 24 {
		var w uint64
		var text [9]byte
		for i := range 8 {
			text[i] = bytes[n>>(3*i)&7]
			w |= uint64(text[i]) << (8 * i)
		}
		text[8] = ','
		want := scanNumber(text[:], 0)
		for i, got := range []uint{shortInteger(w), shortDecimal(w)} {
			if got != 0 && int(got) != want {
				t.Fatalf("way %d: %q has length %d, not %d", i, text, want, got)
			}
		}
	}
	for text, want := range map[string]uint{"1,      ": 1, "0]      ": 1, "1234567}": 7, "12345678": 0, "01,     ": 0, "-1,     ": 0} {
		if got := shortInteger(load64([]byte(text), 0)); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
	for text, want := range map[string]uint{"1.5,    ": 3, "0.25]   ": 4, "123.456}": 7, "123.4567": 0, "00.5,   ": 0, "1.,     ": 0, "1.5e1,  ": 0} {
		if got := shortDecimal(load64([]byte(text), 0)); got != want {
			t.Errorf("%q: %d", text, got)
		}
	}
}
