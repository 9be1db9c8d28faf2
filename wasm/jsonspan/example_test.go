package jsonspan_test

import (
	"fmt"

	"mergebook/wasm/jsonspan"
)

// Members and values are spans of the text: nothing is decoded until it is
// asked for.
func ExampleScan() {
	src := []byte(`{"email": "ada@example.com", "user_metadata": {"colour": "r\u0065d", "size": 1.0}}`)
	doc, errs := jsonspan.Scan(src)
	if errs != nil {
		fmt.Println(errs)
		return
	}
	for i, m := range doc.Members {
		fmt.Printf("%s is %v\n", jsonspan.Unquote(m.Name.Of(src)), jsonspan.KindOf(src, m.Value))
		for _, in := range doc.Inner(i) {
			fmt.Printf("  %s stands at %d: %s\n", jsonspan.Unquote(in.Name.Of(src)), in.Value.Start, in.Value.Of(src))
		}
	}
	// Output:
	// email is a string
	// user_metadata is an object
	//   colour stands at 57: "r\u0065d"
	//   size stands at 77: 1.0
}

// All that is wrong is told at once, with its place.
func ExampleErrors() {
	src := []byte(`{
  'name': "Ada",
  "size": 01,
  "name": "Lovelace",
}`)
	_, errs := jsonspan.Scan(src)
	for _, e := range errs {
		line, column := jsonspan.Line(src, e.Start)
		fmt.Printf("%d:%d: %s\n", line, column, e)
		if e.Code == jsonspan.CodeDuplicate {
			line, column := jsonspan.Line(src, e.First)
			fmt.Printf("     the first is at %d:%d\n", line, column)
		}
	}
	// Output:
	// 2:3: This string stands in single quotes. JSON strings stand in double quotes: "name".
	// 3:11: 01 is not a number of JSON. Numbers have no leading zero. Where it counts, as in a postcode, write text: "01".
	// 4:3: The name "name" stands twice in this object. Only one of the two can count: remove the other.
	//      the first is at 2:3
	// 4:21: A comma stands before the closing brace }. JSON has no trailing commas: remove it.
}

// An editor in a browser counts columns in UTF-16 units, a terminal in
// characters.
func ExampleLineUTF16() {
	src := []byte("{\n\"😀\": tru}")
	e := jsonspan.Diagnose(src, true)[0]
	line, column := jsonspan.Line(src, e.Start)
	_, units := jsonspan.LineUTF16(src, e.Start)
	fmt.Println(e.Code, "at byte", e.Start, "is", line, column, "or", line, units)
	// Output: bad-word at byte 10 is 2 6 or 2 7
}

// Values are compared as JSON: order of members, escapes and the way a number
// is written do not count.
func ExampleDiff() {
	a := []byte(`{"size": 1.0, "tags": ["a", "b"], "old": true}`)
	b := []byte(`{"tags": ["\u0061", "c"], "size": 1, "new": null}`)
	for _, d := range jsonspan.Diff(a, b) {
		fmt.Printf("%s: %q, then %q\n", d.Pointer, d.A.Of(a), d.B.Of(b))
	}
	// Output:
	// /tags/1: "\"b\"", then "\"c\""
	// /old: "true", then ""
	// /new: "", then "null"
}

func ExampleAppendIndent() {
	fmt.Printf("%s\n", jsonspan.AppendIndent(nil, []byte(`{"size":1.0,"tags":["a"],"more":{}}`), "  ", "\n"))
	// Output:
	// {
	//   "size": 1.0,
	//   "tags": [
	//     "a"
	//   ],
	//   "more": {}
	// }
}

func ExampleMembers() {
	src := []byte(`{"a": [1, 2], "b": "c"}`)
	root, errs := jsonspan.Check(src)
	if errs != nil {
		return
	}
	for m := range jsonspan.Members(src, root) {
		fmt.Printf("%s: %s\n", m.Name.Of(src), m.Value.Of(src))
	}
	// Output:
	// "a": [1, 2]
	// "b": "c"
}
