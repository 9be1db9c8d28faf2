package sandbox

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

// An attribute is what the reference says of a root member's value.
type attribute struct {
	kind     jsonspan.Kind // True stands for both Booleans
	nullable bool
	min, max int // characters; max 0 is no bound
}

var attributes = map[string]attribute{
	"email":               {jsonspan.String, true, 0, 0},
	"phone_number":        {jsonspan.String, true, 0, 0},
	"name":                {jsonspan.String, true, 1, 300},
	"nickname":            {jsonspan.String, true, 1, 300},
	"given_name":          {jsonspan.String, true, 1, 150},
	"family_name":         {jsonspan.String, true, 1, 150},
	"picture":             {jsonspan.String, true, 0, 0},
	"password":            {jsonspan.String, true, 0, 0},
	"username":            {jsonspan.String, true, 1, 128},
	"blocked":             {jsonspan.True, false, 0, 0},
	"email_verified":      {jsonspan.True, false, 0, 0},
	"phone_verified":      {jsonspan.True, false, 0, 0},
	"verify_email":        {jsonspan.True, false, 0, 0},
	"verify_phone_number": {jsonspan.True, false, 0, 0},
	"connection":          {jsonspan.String, false, 0, 0},
	"client_id":           {jsonspan.String, false, 0, 0},
	"user_metadata":       {jsonspan.Object, true, 0, 0},
	"app_metadata":        {jsonspan.Object, true, 0, 0},
}

// exclusive are pairs that no body has both of.
var exclusive = [][2]string{{"username", "password"}, {"username", "email_verified"}, {"password", "email_verified"}}

var phone = regexp.MustCompile(`^\+[0-9]{1,15}$`)

// checkBody reports what the reference has against a body of PATCH.
func checkBody(body *jsonspan.Doc) error {
	if len(body.Members) == 0 {
		return payloadError("Too few properties defined (0), minimum 1", "")
	}
	var names []string
	for i := range body.Members {
		m := &body.Members[i]
		name := jsonspan.Unquote(m.Name.Of(body.Src))
		if !merge.Updatable(body.Src, m) {
			return newFault(400, "invalid_body", "Additional properties not allowed: "+short(name)+" (consider storing them in app_metadata or user_metadata)")
		}
		if what := attributes[name].check(body.Src, m.Value, name); what != "" {
			return payloadError(what, name)
		}
		if attributes[name].kind == jsonspan.Object && dotted(m.Value.Of(body.Src)) {
			return newFault(400, "invalid_body", `Fields with "." are not allowed, please remove all dotted fields.`)
		}
		names = append(names, name)
	}
	for _, pair := range exclusive {
		if slices.Contains(names, pair[0]) && slices.Contains(names, pair[1]) {
			return newFault(400, "invalid_body", "Cannot update "+pair[0]+" and "+pair[1]+" simultaneously")
		}
	}
	return nil
}

// check returns what is wrong with a value, or "".
func (a attribute) check(src []byte, v jsonspan.Span, name string) string {
	kind := jsonspan.KindOf(src, v)
	if kind == jsonspan.Null && a.nullable {
		return ""
	}
	if kind == jsonspan.False {
		kind = jsonspan.True
	}
	if kind != a.kind {
		return "Expected type " + types[a.kind] + " but found type " + types[kind]
	}
	if kind != jsonspan.String {
		return ""
	}
	text := jsonspan.Unquote(v.Of(src))
	n := utf8.RuneCountInString(text)
	switch {
	case n < a.min:
		return "String is too short (" + strconv.Itoa(n) + " chars), minimum " + strconv.Itoa(a.min)
	case a.max > 0 && n > a.max:
		return "String is too long (" + strconv.Itoa(n) + " chars), maximum " + strconv.Itoa(a.max)
	case name == "phone_number" && !phone.MatchString(text):
		return "String does not match pattern: " + phone.String()
	}
	return ""
}

var types = map[jsonspan.Kind]string{
	jsonspan.Null: "null", jsonspan.True: "boolean", jsonspan.Number: "number", jsonspan.String: "string", jsonspan.Array: "array", jsonspan.Object: "object",
}

// dotted reports whether a name somewhere in a value has a dot in it. The value is
// good JSON, so a string is a name where a colon follows. It is read from left to
// right, once, whatever its depth.
func dotted(value []byte) bool {
	for i := 0; i < len(value); i++ {
		if value[i] != '"' {
			continue
		}
		start := i
		for i++; value[i] != '"'; i++ {
			if value[i] == '\\' {
				i++
			}
		}
		after := bytes.TrimLeft(value[i+1:], " \t\r\n")
		if len(after) > 0 && after[0] == ':' && strings.Contains(jsonspan.Unquote(value[start:i+1]), ".") {
			return true
		}
	}
	return false
}

// short returns the beginning of a text that somebody else wrote.
func short(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
