package share

import (
	"encoding/base64"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
)

// write writes bits given as a text: a group of 0 and 1 is a number with its
// highest bit first, as RFC 1951 prints those of a header; a group behind "<"
// is a codeword, which goes out from its left.
func (w *bitWriter) write(text string) {
	for group := range strings.FieldsSeq(text) {
		group, word := strings.CutPrefix(group, "<")
		for i := range group {
			at := len(group) - 1 - i
			if word {
				at = i
			}
			w.bits(int(group[at]-'0'), 1)
		}
	}
}

// TestStreams gives inflate blocks written by hand.
func TestStreams(t *testing.T) {
	const fixed, dynamic = "1 01 ", "1 10 "
	for _, c := range []struct{ name, bits, want string }{
		{"fixed, empty", fixed + "<0000000", ""},
		{"fixed, a literal", fixed + "<00110000 <0000000", ""},
		{"two blocks", "0 01 <0000000 " + fixed + "<0000000", ""},
		{"stored, empty", "1 00 00000 0000000000000000 1111111111111111", ""},
		{"a match that reaches into itself", fixed + "<00110000 <0000001 <00000 <0000000", ""},
		{"no bits", "", CodeCut},
		{"no final block", "0 01 <0000000", CodeCut},
		{"reserved type", "1 11 00000", CodeDamaged},
		{"a bit behind the end", fixed + "<0000000 1", CodeDamaged},
		{"a byte behind the end", fixed + "<0000000 000000 00000000", CodeDamaged},
		{"stored, wrong check", "1 00 00000 0000000000000000 1111111111111110", CodeDamaged},
		{"stored, too short", "1 00 00000 0000000000000001 1111111111111110", CodeCut},
		{"a match before the start", fixed + "<0000001 <00000 <0000000", CodeDamaged},
		{"a match before the start, by one", fixed + "<00110000 <0000001 <00001 <0000000", CodeDamaged},
		{"reserved length 286", fixed + "<00110000 <11000110 <00000 <0000000", CodeDamaged},
		{"reserved distance 30", fixed + "<00110000 <0000001 <11110 <0000000", CodeDamaged},
		{"code of lengths: none", dynamic + "00000 00000 0000 000 000 000 000", CodeDamaged},
		{"code of lengths: too few", dynamic + "00000 00000 0000 000 000 001 000", CodeDamaged},
		{"code of lengths: too many", dynamic + "00000 00000 0000 000 001 001 001", CodeDamaged},
		{"lengths: a repeat of nothing", dynamic + "00000 00000 0000 001 000 000 001 <1 00", CodeDamaged},
		{"lengths: more than there are symbols", dynamic + "00000 00000 0000 000 000 001 001 <1 1111111 <1 1111111", CodeDamaged},
	} {
		var w bitWriter
		w.write(c.bits)
		w.align()
		if _, code := inflate(w.out, 1000); code != c.want {
			t.Errorf("%s: %q, want %q", c.name, code, c.want)
		}
	}
}

// TestCodes gives inflate dynamic blocks whose codes have these lengths.
func TestCodes(t *testing.T) {
	type lengths map[int]uint8 // by symbol
	list := func(l lengths, fewest int) []uint8 {
		all := make([]uint8, 288)
		for symbol, length := range l {
			all[symbol] = length
		}
		return cutZeros(all, fewest)
	}
	const padding = " 0000000000000000"
	for _, c := range []struct {
		name                string
		literals, distances lengths
		bits, want          string
	}{
		{"no distances", lengths{0: 1, 256: 1}, nil, "<0 <1", ""},
		{"a single distance", lengths{0: 1, 256: 2, 257: 2}, lengths{0: 1}, "<0 <11 <0 <10", ""},
		{"two distances", lengths{0: 1, 256: 2, 257: 2}, lengths{0: 1, 29: 1}, "<0 <11 <0 <10", ""},
		{"no distances, but one is used", lengths{0: 1, 256: 2, 257: 2}, nil, "<0 <11 <0 <10" + padding, CodeDamaged},
		{"a single distance, but another is used", lengths{0: 1, 256: 2, 257: 2}, lengths{0: 1}, "<0 <11 <1 <10" + padding, CodeDamaged},
		{"too many literals", lengths{0: 1, 1: 1, 256: 1}, nil, "<0", CodeDamaged},
		{"too few literals", lengths{0: 2, 256: 1}, nil, "<0", CodeDamaged},
		{"a single literal", lengths{256: 1}, nil, "<0", CodeDamaged},
		{"no end of block", lengths{0: 1, 1: 1}, nil, "<0", CodeDamaged},
		{"too many distances", lengths{0: 1, 256: 1}, lengths{0: 1, 1: 1, 2: 1}, "<1", CodeDamaged},
		{"too few distances", lengths{0: 1, 256: 1}, lengths{0: 1, 1: 2}, "<1", CodeDamaged},
		{"a single distance of two bits", lengths{0: 1, 256: 1}, lengths{0: 2}, "<1", CodeDamaged},
		{"reserved literal 286", lengths{0: 1, 256: 2, 286: 2}, nil, "<0 <10", CodeDamaged},
		{"reserved distance 30", lengths{0: 1, 256: 1}, lengths{0: 1, 30: 1}, "<1", CodeDamaged},
	} {
		var w bitWriter
		w.header(true, dynamic)
		w.lengths(new(coder), list(c.literals, fewestLiterals), list(c.distances, fewestDistances))
		w.write(c.bits)
		w.align()
		if _, code := inflate(w.out, 1000); code != c.want {
			t.Errorf("%s: %q, want %q", c.name, code, c.want)
		}
	}
}

// TestBombs holds that a short link cannot ask for much memory or time.
func TestBombs(t *testing.T) {
	var zeros, empty, heads bitWriter
	zeros.write("1 01 <00110000") // one byte, then it 258 times with each 13 bits
	for len(zeros.out) < MaxFragment*3/4-10 {
		zeros.write("<11000101 <00000")
	}
	for len(empty.out) < MaxFragment*3/4-10 { // blocks without a byte
		empty.write("0 01 <0000000")
	}
	for len(heads.out) < MaxFragment*3/4-100 { // the same, each with its own codes
		heads.header(false, dynamic)
		literals := make([]uint8, 257)
		literals[0], literals[256] = 1, 1
		heads.lengths(new(coder), literals, []uint8{0})
		heads.write("<1")
	}
	for _, c := range []struct {
		name   string
		stream []byte
		want   string
	}{
		{"zeros", zeros.out, CodeTooLarge}, {"empty blocks", empty.out, CodeCut}, {"heads of blocks", heads.out, CodeCut},
	} {
		fragment := "1." + base64.RawURLEncoding.EncodeToString(c.stream) + "x"
		if len(fragment) > MaxFragment {
			t.Fatalf("%s: %d characters", c.name, len(fragment))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Decode(fragment)
		runtime.ReadMemStats(&after)
		if codeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
		// The packed bytes, and twice the payload: the buffer doubles on its way.
		if got := after.TotalAlloc - before.TotalAlloc; got > 2*MaxFragment+2*MaxPayload+4096 {
			t.Errorf("%s: %d bytes allocated", c.name, got)
		}
	}
}

// TestNoise holds that no text makes Decode panic: noise, noise in
// the shape of a link, and links with some noise in them.
func TestNoise(t *testing.T) {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	random := rand.New(rand.NewPCG(7, 8))
	var links []string
	for _, c := range readCases(t, "testdata/states.txt") {
		links = append(links, Encode(stateOf(c)))
	}
	codes := map[string]int{}
	for range 20_000 {
		b := make([]byte, random.IntN(300))
		for i := range b {
			b[i] = byte(random.IntN(256))
		}
		link := []byte(links[random.IntN(len(links))])
		for range 1 + random.IntN(3) {
			link[2+random.IntN(len(link)-3)] = alphabet[random.IntN(64)]
		}
		for _, fragment := range []string{string(b), "1." + base64.RawURLEncoding.EncodeToString(b) + "x", "2." + base64.RawURLEncoding.EncodeToString(new(coder).deflate(b)) + "x", string(link)} {
			_, err := Decode(fragment)
			codes[codeOf(err)]++
		}
	}
	for _, code := range []string{"", CodeForeign, CodeCut, CodeDamaged, CodeUTF8} {
		if codes[code] == 0 {
			t.Errorf("%s never occurs: %v", code, codes)
		}
	}
}
