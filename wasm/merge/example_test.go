package merge_test

import (
	"fmt"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// The first level of a metadata field is merged, everything below it is
// replaced; what the body does not name stays byte for byte.
func ExampleApply() {
	profile := []byte(`{
  "email": "ada@example.com",
  "user_metadata": {
    "colour": "red",
    "address": {"city": "London", "street": "St James's Square"},
    "size": 1.0
  }
}`)
	body := []byte(`{"user_metadata": {"address": {"city": "Paris"}, "colour": null, "hobby": "looms"}}`)
	r, err := merge.Apply(profile, body)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range r.Steps {
		s := &r.Steps[i]
		fmt.Printf("%v by rule %d: %s\n", s.Op, s.Rule, s.Pointer(body))
	}
	fmt.Printf("%s\n", r.Bytes)
	// Output:
	// replaced by rule 3: /user_metadata/address
	// deleted by rule 3: /user_metadata/colour
	// added by rule 3: /user_metadata/hobby
	// {
	//   "email": "ada@example.com",
	//   "user_metadata": {
	//     "address": {"city": "Paris"},
	//     "size": 1.0,
	//     "hobby": "looms"
	//   }
	// }
}

// The error holds all that is wrong with both texts.
func ExampleApply_errors() {
	profile := []byte(`{"email": "ada@example.com",}`)
	body := []byte(`{"user_metadata": "red"}`)
	_, err := merge.Apply(profile, body)
	if errs, bad := err.(jsonspan.Errors); bad {
		for _, e := range errs {
			fmt.Println(e.Code, e.Start)
			fmt.Println(" ", e)
		}
	}
	// Output:
	// trailing-comma 27
	//   profile: A comma stands before the closing brace }. JSON has no trailing commas: remove it.
	// bad-metadata-field 18
	//   body: user_metadata must be an object or null, not a string. Write the properties to change between { and }.
}

// The smallest body that leads from a profile to a goal.
func ExampleInverse() {
	profile := []byte(`{"name": "Ada", "user_metadata": {"colour": "red", "size": 1}}`)
	goal := []byte(`{"name": "Ada", "user_metadata": {"size": 1.0, "hobby": "looms"}}`)
	plan, err := merge.Inverse(profile, goal)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, body := range plan.Bodies {
		fmt.Printf("%s\n", body)
	}
	// Output: {"user_metadata":{"hobby":"looms","colour":null}}
}

// What takes two calls comes as two bodies, and what no call can do as
// obstacles.
func ExampleInverse_obstacles() {
	for _, goal := range []string{`{"user_metadata": {}}`, `{"user_metadata": {"colour": null}}`} {
		plan, err := merge.Inverse([]byte(`{}`), []byte(goal))
		if err != nil {
			fmt.Println(err)
			return
		}
		for i, body := range plan.Bodies {
			fmt.Printf("%d. %s\n", i+1, body)
		}
		for _, o := range plan.Obstacles {
			fmt.Println("impossible:", o.Pointer, o.Code)
		}
	}
	// Output:
	// 1. {"user_metadata":{"_":0}}
	// 2. {"user_metadata":{"_":null}}
	// impossible: /user_metadata/colour null-property
}

// Where JSON merge patch, RFC 7396, would lead elsewhere.
func ExampleCompare() {
	r, err := merge.Apply([]byte(`{"user_metadata":{"address":{"city":"London","street":"1"}}}`), []byte(`{"user_metadata":{"address":{"city":"Paris"}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	patched, differences := merge.Compare(r)
	fmt.Printf("here         %s\nmerge patch  %s\n", r.Bytes, patched)
	for _, d := range differences {
		fmt.Printf("%s: %q here, %q there\n", d.Pointer, d.A.Of(r.Bytes), d.B.Of(patched))
	}
	// Output:
	// here         {"user_metadata":{"address":{"city":"Paris"}}}
	// merge patch  {"user_metadata":{"address":{"city":"Paris","street":"1"}}}
	// /user_metadata/address/street: "" here, "\"1\"" there
}
