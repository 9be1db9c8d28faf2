package book

import (
	"crypto/sha256"
	"reflect"
	"testing"
	"time"

	"mergebook/site/dialect"
	"mergebook/site/packed"
)

// TestKnownPacked holds that nothing that is known of a page is left out.
func TestKnownPacked(t *testing.T) {
	stamp := Stamp{"a.md", 1, 2, sha256.Sum256([]byte("x"))}
	k := Known{
		File: stamp, Includes: []Stamp{stamp}, Absent: []string{"b.md"},
		URL: "u", Path: "p", Title: "t", Description: "d", PageTitle: "pt", TitleID: "ti", Section: "s", Topics: []string{"o"},
		Date: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC), Headings: []dialect.Heading{{ID: "i", Text: "x", Level: 2, Offset: 3}}, IDs: []string{"id"},
		Examples: 4, Proven: 5, Predicted: 7, Words: []byte{6},
	}
	v := reflect.ValueOf(k)
	for i := range v.NumField() {
		if v.Field(i).IsZero() {
			t.Errorf("the test has no %s", v.Type().Field(i).Name)
		}
	}
	var got Known
	if err := packed.Read(packed.Write(k.Packed), got.Packed); err != nil || !reflect.DeepEqual(got, k) {
		t.Errorf("%v: got %+v, want %+v", err, got, k)
	}
}
