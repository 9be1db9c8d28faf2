package main

import (
	"encoding/json"
	"errors"
	"fmt"

	jsonpatch "github.com/evanphx/json-patch/v5"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// contestants returns the merge and what it is measured beside.
func contestants(profile, body []byte) []contestant {
	target := make([]byte, len(profile))
	var merger merge.Merger
	return []contestant{
		{"the merge", func() { must(apply(profile, body)) }},
		{"the merge, its memory used again", func() {
			if _, err := merger.Apply(profile, body); err != nil {
				panic(err)
			}
		}},
		{"MergePatch of evanphx/json-patch", func() { must(jsonpatch.MergePatch(profile, body)) }},
		{"map[string]any round trip", func() { must(roundTrip(profile, body)) }},
		{"json.Valid of the profile alone", func() {
			if !json.Valid(profile) {
				panic("the profile is no JSON")
			}
		}},
		{"memcpy of the profile alone", func() { copy(target, profile) }},
	}
}

func must(b []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return b
}

func apply(profile, body []byte) ([]byte, error) {
	r, err := merge.Apply(profile, body)
	if err != nil {
		return nil, err
	}
	return r.Bytes, nil
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

// agree holds that those who merge get the same result.
func agree(profile, body []byte) error {
	ours, err := apply(profile, body)
	if err != nil {
		return err
	}
	for _, peer := range []func(profile, body []byte) ([]byte, error){jsonpatch.MergePatch, roundTrip} {
		theirs, err := peer(profile, body)
		if err != nil {
			return err
		}
		if d := jsonspan.Diff(ours, theirs); d != nil {
			return fmt.Errorf("the results differ at %s", d[0].Pointer)
		}
	}
	return nil
}
