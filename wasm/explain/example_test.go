package explain_test

import (
	"fmt"

	"mergebook/wasm/explain"
	"mergebook/wasm/merge"
)

// Each step gets a sentence and the nested values that went with it.
func ExampleSteps() {
	r, err := merge.Apply(
		[]byte(`{"user_metadata": {"address": {"city": "London", "street": "1"}, "colour": "red"}}`),
		[]byte(`{"user_metadata": {"address": {"city": "Paris"}, "colour": null}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range explain.Steps(r) {
		fmt.Println(s.Text)
		for _, l := range s.Lost {
			fmt.Printf("  lost: %s, %s\n", l.Pointer, l.Before.Of(r.Profile.Src))
		}
	}
	// Output:
	// address is replaced whole: only the first level of user_metadata is merged.
	//   lost: /user_metadata/address/street, "1"
	// null deletes colour from user_metadata.
}

// Warnings are the places where a body does something else than people expect.
func ExampleWarnings() {
	r, err := merge.Apply(
		[]byte(`{"user_metadata": {"address": {"city": "London", "street": "1"}}}`),
		[]byte(`{"user_metadata": {"address": {"city": "Paris"}}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, w := range explain.Warnings(r, explain.Steps(r)) {
		fmt.Printf("%s at %s: %s\n", w.Code, w.Pointer, w.Span.Of(r.Body.Src))
	}
	// Output: nested-loss at /user_metadata/address: {"city": "Paris"}
}
