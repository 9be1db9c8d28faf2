package main

import (
	"fmt"
	"strings"
)

// body changes a few properties, in a way on which the merge and JSON merge
// patch agree.
var body = []byte(`{"user_metadata":{"property_0":"new","added":[1,2,3]},"app_metadata":{"plan":null}}`)

// A shape is a kind of profile.
type shape struct {
	name     string
	property func(i int) string // the value of a property
}

var shapes = []shape{
	{"many small values", func(i int) string {
		return fmt.Sprintf(`{"label": "Value number %d, é", "count": %d.50, "tags": ["one", "two", null, true]}`, i, i)
	}},
	{"long texts", func(i int) string {
		return `"` + strings.Repeat(fmt.Sprintf(`Paragraph %d is about nothing in particular; it is as long as people write, with Zürich in it.\n`, i), 4) + `"`
	}},
}

// make makes a profile of about that many bytes, laid out as people do.
func (s shape) make(size int) []byte {
	profile := []byte("{\n  \"email\": \"ada@example.com\",\n  \"user_metadata\": {\n")
	for i := 0; len(profile) < size-200 || i == 0; i++ {
		if i > 0 {
			profile = append(profile, ",\n"...)
		}
		profile = fmt.Appendf(profile, "    \"property_%d\": %s", i, s.property(i))
	}
	return append(profile, "\n  },\n  \"app_metadata\": {\n    \"plan\": \"free\"\n  }\n}\n"...)
}
