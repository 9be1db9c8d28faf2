package explain

import (
	"math/rand/v2"
	"strings"
	"testing"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// chance writes values out of few names and scalars, so that two of them have
// much in common.
func chance(r *rand.Rand, names []string, depth int) string {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	if depth == 0 || r.IntN(4) == 0 {
		return pick(`null`, `1`, `1.0`, `-0`, `"a"`, `"\u0061"`, `""`, `{}`, `[]`, `1e400`)
	}
	space := pick("", "", " ", "\n  ")
	var parts []string
	met := map[string]bool{}
	array := names == nil && r.IntN(3) == 0
	for range r.IntN(5) {
		name := pick(`"a"`, `"\u0061"`, `"b"`, `"B"`, `"é"`, `"e\u0301"`, `"a/b"`, `""`, `"user_id"`, `"a.b"`, `"$c"`)
		if names != nil {
			name = pick(names...)
		}
		value := chance(r, nil, depth-1)
		if text := jsonspan.Unquote([]byte(name)); array {
			parts = append(parts, space+value+space)
		} else if !met[text] {
			met[text] = true
			parts = append(parts, space+name+space+":"+space+value+space)
		}
	}
	if array {
		return "[" + strings.Join(parts, ",") + "]"
	}
	return "{" + strings.Join(parts, ",") + "}"
}

// object is a value by chance that is an object of the root.
func object(r *rand.Rand) string {
	for {
		if text := chance(r, []string{`"user_metadata"`, `"app_metadata"`, `"user\u005fmetadata"`, `"email"`, `"Email"`, `"user_id"`, `"password"`}, 4); text[0] == '{' {
			return text
		}
	}
}

// FuzzRandom holds what is said about texts made by chance.
func FuzzRandom(f *testing.F) {
	for i := range uint64(100) {
		f.Add(i)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 9))
		for range 20 {
			holdLost(t, chance(r, nil, 4), chance(r, nil, 4))
			profile, body := []byte(object(r)), []byte(object(r))
			if result, err := merge.Apply(profile, body); err == nil {
				holdFixes(t, profile, body, result)
			}
		}
	})
}
