package merge

import (
	"bytes"
	"encoding/json"
	"testing"

	"mergebook/wasm/jsonspan"
)

// patchOracle is RFC 7396, section 2, over what encoding/json makes of texts.
func patchOracle(target, patch any) any {
	changes, isObject := patch.(map[string]any)
	if !isObject {
		return patch
	}
	object, _ := target.(map[string]any)
	result := map[string]any{}
	for name, v := range object {
		result[name] = v
	}
	for name, v := range changes {
		if v == nil {
			delete(result, name)
		} else {
			result[name] = patchOracle(result[name], v)
		}
	}
	return result
}

func decode(t *testing.T, text []byte) any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%.200q: %v", text, err)
	}
	return v
}

func holdPatch(t *testing.T, target, patch []byte) {
	t.Helper()
	got := MergePatch(target, patch)
	if _, errs := jsonspan.Check(got); errs != nil || !bytes.Equal(jsonspan.AppendCompact(nil, got), got) {
		t.Fatalf("%q with %q: %q is not good and compact (%v)", target, patch, got, errs)
	}
	want, err := json.Marshal(patchOracle(decode(t, target), decode(t, patch)))
	if err != nil {
		t.Fatal(err)
	}
	if !jsonspan.Equal(got, want) {
		t.Fatalf("%q with %q: got %q, want %q", target, patch, got, want)
	}
	if again := MergePatch(got, patch); !jsonspan.Equal(again, got) {
		t.Fatalf("%q with %q: %q, and again %q", target, patch, got, again)
	}
	r, err := Apply(target, patch)
	if err != nil {
		return
	}
	patched, differences := Compare(r)
	if !bytes.Equal(patched, got) || (differences == nil) != jsonspan.Equal(patched, r.Bytes) {
		t.Fatalf("%q with %q: Compare gives %q and %v, MergePatch %q, Apply %q", target, patch, patched, differences, got, r.Bytes)
	}
}

// FuzzMergePatch holds MergePatch against the algorithm over maps, and Compare
// against both.
func FuzzMergePatch(f *testing.F) {
	for _, file := range []string{"testdata/rfc7396.txt", "testdata/compare.txt", "testdata/cases.txt"} {
		for _, c := range readCases(f, file, 3) {
			f.Add([]byte(c[0]), []byte(c[1]))
		}
	}
	f.Add([]byte(`{"a":{"b":{"c":1,"d":2}},"\u0061b":[1]}`), []byte(`{"a":{"b":{"c":null,"e":{"f":null}}},"ab":{"x":{}}}`))
	f.Fuzz(func(t *testing.T, target, patch []byte) {
		if _, errs := jsonspan.Check(target); errs != nil {
			return
		}
		if _, errs := jsonspan.Check(patch); errs != nil {
			return
		}
		holdPatch(t, target, patch)
	})
}
