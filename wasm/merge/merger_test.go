package merge

import (
	"fmt"
	"reflect"
	"sync"
	"testing"
)

// TestMerger holds that memory used again shows in no result: neither that of
// good texts nor that of bad ones.
func TestMerger(t *testing.T) {
	cases := append(readCases(t, "testdata/cases.txt", 3), readCases(t, "testdata/errors.txt", 2)...)
	var m Merger
	for range 2 {
		for _, c := range cases {
			want, wantErr := new(Merger).Apply([]byte(c[0]), []byte(c[1]))
			got, err := m.Apply([]byte(c[0]), []byte(c[1]))
			if !reflect.DeepEqual(err, wantErr) {
				t.Fatalf("%s + %s: error %v, want %v", c[0], c[1], err, wantErr)
			}
			if err != nil {
				continue
			}
			if string(got.Bytes) != string(want.Bytes) || !same(got.Steps, want.Steps) || !same(got.Edits, want.Edits) || !same(got.Profile.Members, want.Profile.Members) {
				t.Fatalf("%s + %s: got %+v, want %+v", c[0], c[1], got, want)
			}
			for i := range want.Profile.Members {
				if !same(got.Profile.Inner(i), want.Profile.Inner(i)) {
					t.Fatalf("%s: member %d has %v in it, want %v", c[0], i, got.Profile.Inner(i), want.Profile.Inner(i))
				}
			}
		}
	}
}

func same[T any](a, b []T) bool { return len(a) == 0 && len(b) == 0 || reflect.DeepEqual(a, b) }

// TestEdits holds that the edits tell all that is new: what is outside of them
// is the old profile.
func TestEdits(t *testing.T) {
	for _, c := range readCases(t, "testdata/cases.txt", 3) {
		r, err := Apply([]byte(c[0]), []byte(c[1]))
		if err != nil {
			t.Fatal(err)
		}
		var got []byte
		at := uint32(0)
		for _, e := range r.Edits {
			got = append(got, c[0][at:e.Old.Start]...)
			if int(e.New.Start) != len(got) {
				t.Fatalf("%s + %s: an edit at %d of the result, which has come to %d", c[0], c[1], e.New.Start, len(got))
			}
			got = append(got, e.New.Of(r.Bytes)...)
			at = e.Old.End
		}
		if got = append(got, c[0][at:]...); string(got) != string(r.Bytes) {
			t.Errorf("%s + %s: the edits make %s", c[0], c[1], got)
		}
	}
}

// TestApplyAtOnce holds that merges which run at once, and one behind the
// other, leave each other's results alone.
func TestApplyAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			var results []*Result
			var wants []string
			for j := range 100 {
				n := 1000*i + j
				profile := fmt.Appendf(nil, `{"user_metadata":{"a":%d,"b":{"c":[%d]}},"z":null}`, n, n)
				body := fmt.Appendf(nil, `{"user_metadata":{"b":null,"n":%d},"y":{}}`, n)
				r, err := Apply(profile, body)
				if err != nil {
					t.Error(err)
					return
				}
				results = append(results, r)
				wants = append(wants, fmt.Sprintf(`{"user_metadata":{"a":%d,"n":%d},"z":null,"y":{}}`, n, n))
			}
			for j, r := range results {
				if string(r.Bytes) != wants[j] || len(r.Steps) != 3 || r.Steps[0].Op != Deleted || len(r.Profile.Members) != 2 || len(r.Body.Inner(0)) != 2 || len(r.Edits) != 3 {
					t.Errorf("%s, want %s; %+v, %+v", r.Bytes, wants[j], r.Steps, r.Edits)
				}
			}
		})
	}
	all.Wait()
}
