package play_test

import (
	"fmt"

	"mergebook/wasm/play"
)

// One call answers the page: what became of the profile, why, and what to
// beware of.
func ExampleApply() {
	o := play.Apply([]byte(`{"user_metadata": {"colour": "red"}}`), []byte(`{"user_metadata": {"colour": "blue", "size": 1}}`))
	fmt.Printf("%s\n", o.Result.Bytes)
	for _, s := range o.Steps {
		fmt.Println(s.Text)
	}
	// Output:
	// {"user_metadata": {"colour": "blue","size": 1}}
	// colour gets the body's value.
	// size was not in user_metadata: it is added.
}

// A request is answered as the API would.
func ExampleRun() {
	request := play.Request{Method: "PATCH", URL: "https://example.com/api/v2/users/1", Body: []byte(`{"user_metadata": [1]}`)}
	a := play.Run([]byte(`{"email": "ada@example.com"}`), request)
	fmt.Println(a.Status, a.Reason)
	fmt.Println(a.Response)
	// Output:
	// 400 Bad Request
	// {"statusCode":400,"error":"Bad Request","message":"Payload validation error: 'user_metadata must be an object or null, not an array' on property user_metadata","errorCode":"invalid_body"}
}
