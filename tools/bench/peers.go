package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// A peer does the same work, or a part of it, in another way.
type peer struct {
	name string
	run  func()
}

// peers returns what the merge is measured beside.
func peers(profile, body []byte) []peer {
	target := make([]byte, len(profile))
	return []peer{
		{"map[string]any round trip", func() { must(roundTrip(profile, body)) }},
		{"json.Valid alone", func() {
			if !json.Valid(profile) {
				panic("the profile is no JSON")
			}
		}},
		{"memcpy alone", func() { copy(target, profile) }},
	}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

func apply(profile, body []byte) []byte {
	r, err := merge.Apply(profile, body)
	if err != nil {
		panic(err)
	}
	return r.Bytes
}

// roundTrip is the merge as most programs would write it: it loses the order,
// the layout and large numbers.
func roundTrip(profile, body []byte) ([]byte, error) {
	var p, b map[string]any
	if err := errors.Join(json.Unmarshal(profile, &p), json.Unmarshal(body, &b)); err != nil {
		return nil, err
	}
	for name, value := range b {
		properties, ok := value.(map[string]any)
		if stored, had := p[name].(map[string]any); ok && had {
			for k, v := range properties {
				if v == nil {
					delete(stored, k)
				} else {
					stored[k] = v
				}
			}
		} else if value == nil {
			delete(p, name)
		} else {
			p[name] = value
		}
	}
	return json.Marshal(p)
}

// agree holds that the contestants get the same result.
func agree(profile, body []byte) error {
	theirs, err := roundTrip(profile, body)
	if err != nil {
		return err
	}
	if d := jsonspan.Diff(apply(profile, body), theirs); d != nil {
		return fmt.Errorf("the results differ at %s", d[0].Pointer)
	}
	return nil
}

// inputs makes a profile of about that many bytes, as profiles look: many
// properties, some of them nested, and a body that changes a few.
func inputs(size int) (profile, body []byte) {
	profile = append(profile, "{\n  \"email\": \"ada@example.com\",\n  \"user_metadata\": {\n"...)
	for i := 0; len(profile) < size-200 || i == 0; i++ {
		if i > 0 {
			profile = append(profile, ",\n"...)
		}
		profile = fmt.Appendf(profile, "    \"property_%d\": {\"label\": \"Value number %d, é\", \"count\": %d.50, \"tags\": [\"one\", \"two\", null, true]}", i, i, i)
	}
	profile = append(profile, "\n  },\n  \"app_metadata\": {\n    \"plan\": \"free\"\n  }\n}\n"...)
	return profile, []byte(`{"user_metadata":{"property_0":{"label":"new"},"added":[1,2,3]},"app_metadata":{"plan":null}}`)
}
