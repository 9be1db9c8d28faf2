package share

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
)

// flatePack compresses by the standard library.
func flatePack(t testing.TB, text []byte, level int) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// flateUnpack decompresses by the standard library. It asks for what inflate
// asks for: no byte behind the stream.
func flateUnpack(stream []byte) ([]byte, error) {
	in := bytes.NewReader(stream)
	text, err := io.ReadAll(flate.NewReader(in))
	if err == nil && in.Len() > 0 {
		err = fmt.Errorf("%d bytes left", in.Len())
	}
	return text, err
}

// sampleTexts returns texts of all kinds, the same ones each time.
func sampleTexts() map[string][]byte {
	random := rand.New(rand.NewPCG(1, 2))
	noise := func(n, letters int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(random.IntN(letters))
		}
		return b
	}
	texts := map[string][]byte{
		"repeated":     bytes.Repeat([]byte("abc"), 30_000),
		"one byte":     bytes.Repeat([]byte{'a'}, 100_000),
		"far repeat":   append(append(noise(window, 256), noise(100, 2)...), noise(window, 256)...),
		"all bytes":    bytes.Repeat(noise(256, 256), 3),
		"nearly noise": noise(70_000, 200),
	}
	for _, n := range []int{0, 1, 2, 3, 4, 10, 257, 258, 259, 1000, 0xffff, 0x10000, 0x20001} {
		texts[fmt.Sprint("noise ", n)] = noise(n, 256)
		texts[fmt.Sprint("two letters ", n)] = noise(n, 2)
		texts[fmt.Sprint("twenty letters ", n)] = noise(n, 20)
	}
	window := noise(window, 256) // repeats at the greatest distance and one behind it
	texts["at the window"] = append(window, window[:300]...)
	texts["behind the window"] = append(append(window, 0), window[:300]...)
	for _, n := range []int{5, 50, 500, 3000} {
		texts[fmt.Sprint("JSON ", n)] = sampleJSON(random, n)
	}
	// Counts like the Fibonacci numbers ask for codes longer than 15 bits.
	var steep []byte
	for i, n, next := 0, 1, 1; i < 24; i, n, next = i+1, next, n+next {
		steep = append(steep, bytes.Repeat([]byte{byte(i)}, n)...)
	}
	random.Shuffle(len(steep), func(i, j int) { steep[i], steep[j] = steep[j], steep[i] })
	texts["steep"] = steep
	return texts
}

// sampleJSON makes a profile of n members.
func sampleJSON(random *rand.Rand, n int) []byte {
	words := strings.Fields("home work street city 12 Main Zoë plan full hobby surfing true null Springfield email phone")
	word := func() string { return words[random.IntN(len(words))] }
	b := []byte("{\n")
	for i := range n {
		b = fmt.Appendf(b, "  \"%s_%d\": {\"%s\": \"%s %s\", \"id\": %d},\n", word(), i, word(), word(), word(), random.IntN(1e6))
	}
	return append(b, "  \"last\": []\n}\n"...)
}

// TestDeflate holds that the standard library unpacks what deflate packs.
func TestDeflate(t *testing.T) {
	for name, text := range sampleTexts() {
		stream := new(coder).deflate(text)
		if got, err := flateUnpack(stream); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s: %d bytes of %d, %v", name, len(got), len(text), err)
		}
		if got, code := inflate(stream, len(text)); code != "" || !bytes.Equal(got, text) {
			t.Errorf("%s: inflate: %d bytes of %d, %s", name, len(got), len(text), code)
		}
		if theirs := flatePack(t, text, flate.BestCompression); len(stream) > len(theirs)+len(theirs)/33 {
			t.Errorf("%s: %d bytes, compress/flate needs %d", name, len(stream), len(theirs))
		}
	}
}

// TestInflate holds that inflate unpacks what the standard library packs, within
// its limit and not one byte beyond.
func TestInflate(t *testing.T) {
	for name, text := range sampleTexts() {
		for level := flate.HuffmanOnly; level <= flate.BestCompression; level++ {
			stream := flatePack(t, text, level)
			got, code := inflate(stream, len(text))
			if code != "" || !bytes.Equal(got, text) || cap(got) > len(text) {
				t.Errorf("%s, level %d: %d bytes of %d, in a buffer of %d, %s", name, level, len(got), len(text), cap(got), code)
			}
			if _, code := inflate(stream, len(text)-1); code != CodeTooLarge && len(text) > 0 {
				t.Errorf("%s, level %d: %q at the limit", name, level, code)
			}
		}
	}
}

// TestInflateIsStrict breaks good streams: whatever inflate still takes, the
// standard library must take too, and read the same from it.
func TestInflateIsStrict(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	taken := 0
	for name, text := range sampleTexts() {
		if len(text) > 5000 {
			continue
		}
		for _, stream := range [][]byte{new(coder).deflate(text), flatePack(t, text, 6), flatePack(t, text, flate.HuffmanOnly)} {
			for range 200 {
				broken := bytes.Clone(stream)
				for range 1 + random.IntN(3) {
					broken[random.IntN(min(len(broken), 100))] ^= 1 << random.IntN(8)
				}
				got, code := inflate(broken, MaxPayload)
				if code != "" {
					continue
				}
				taken++
				if want, err := flateUnpack(broken); err != nil || !bytes.Equal(got, want) {
					t.Fatalf("%s: %x: %d bytes, %v", name, broken, len(got), err)
				}
			}
		}
	}
	if taken == 0 {
		t.Error("no broken stream is taken: the test tests nothing")
	}
}

// TestSpans holds that each length and distance is in the span it is written in.
func TestSpans(t *testing.T) {
	in := func(n int, s span) bool { return n >= int(s.base) && n < int(s.base)+1<<s.extra }
	for n := minMatch; n <= maxMatch; n++ {
		if i := lengthSpan(n); !in(n, lengthSpans[i]) {
			t.Errorf("length %d in %v", n, lengthSpans[i])
		}
	}
	for n := 1; n <= window; n++ {
		if i := distanceSpan(n); !in(n, distanceSpans[i]) {
			t.Errorf("distance %d in %v", n, distanceSpans[i])
		}
	}
}

// TestCodeLengths holds that codes are complete and keep the limit.
func TestCodeLengths(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		limit := []int{maxLengthBits, maxBits}[random.IntN(2)]
		counts := make([]int, 2+random.IntN(100))
		for i := range counts {
			counts[i] = 1 << random.IntN(20) * random.IntN(2)
		}
		counts[0], counts[1] = 1, 1
		lengths := new(coder).codeLengths(counts, limit)
		room := 1 << limit
		for i, n := range lengths {
			if (n == 0) != (counts[i] == 0) || int(n) > limit {
				t.Fatalf("%v, limit %d: %v", counts, limit, lengths)
			}
			if n > 0 {
				room -= 1 << (limit - int(n))
			}
		}
		if room != 0 {
			t.Fatalf("%v, limit %d: %v leave %d", counts, limit, lengths, room)
		}
	}
	// The codes of least cost, worked out by hand.
	if got := new(coder).codeLengths([]int{1, 1, 2, 3, 5}, maxBits); !bytes.Equal(got, []byte{4, 4, 3, 2, 1}) {
		t.Errorf("%v", got)
	}
	if got := new(coder).codeLengths([]int{1, 1, 2, 3, 50}, 3); !bytes.Equal(got, []byte{3, 3, 3, 3, 1}) {
		t.Errorf("limit 3: %v", got)
	}
}

// TestBase64 holds ours against encoding/base64.
func TestBase64(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		b := make([]byte, r.IntN(20))
		for i := range b {
			b[i] = byte(r.Uint32())
		}
		text := base64.RawURLEncoding.EncodeToString(b)
		if got := string(appendBase64(nil, b)); got != text {
			t.Fatalf("%x: got %s, want %s", b, got, text)
		}
		noise := []byte(text)
		for i := range noise {
			if r.IntN(9) == 0 {
				noise[i] = alphabet[r.IntN(64)]
			}
		}
		text = string(noise[:r.IntN(len(noise)+1)])
		want, err := base64.RawURLEncoding.Strict().DecodeString(text)
		if got, ok := decodeBase64(text); ok != (err == nil) || ok && !bytes.Equal(got, want) {
			t.Fatalf("%s: got %x %v, want %x %v", text, got, ok, want, err)
		}
	}
}

// TestSent holds links with sent bodies against what the standard library writes
// and reads of the format.
func TestSent(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 300 {
		s := State{Profile: sampleJSON(random, random.IntN(8)), Body: sampleJSON(random, random.IntN(3))}
		for range 1 + random.IntN(MaxSent) {
			s.Sent = append(s.Sent, bytes.Repeat(sampleJSON(random, random.IntN(4)), random.IntN(3)))
		}
		payload := binary.AppendUvarint(nil, uint64(len(s.Sent)))
		for _, text := range append([][]byte{s.Profile}, s.Sent...) {
			payload = append(binary.AppendUvarint(payload, uint64(len(text))), text...)
		}
		payload = append(payload, s.Body...)
		if got, err := Decode("2." + base64.RawURLEncoding.EncodeToString(flatePack(t, payload, random.IntN(10))) + "x"); err != nil || !equal(got, s) {
			t.Fatalf("%q became %q, %v", s, got, err)
		}
		packed, _ := strings.CutPrefix(strings.TrimSuffix(Encode(s), "x"), "2.")
		stream, err := base64.RawURLEncoding.DecodeString(packed)
		if err != nil {
			t.Fatalf("%q: %v", packed, err)
		}
		if got, err := flateUnpack(stream); err != nil || !bytes.Equal(got, payload) {
			t.Fatalf("%q was written as %q, %v", payload, got, err)
		}
	}
}
