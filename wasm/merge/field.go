package merge

import "mergebook/wasm/jsonspan"

// Fields are the names of the metadata fields.
var Fields = [...]string{"user_metadata", "app_metadata"}

// IsField reports whether a root member is a metadata field.
func IsField(src []byte, m *jsonspan.Member) bool {
	// All names that are no field should fail on their first byte.
	if c := src[m.Name.Start+1]; c != 'u' && c != 'a' && c != '\\' {
		return false
	}
	return m.NameIs(src, Fields[0]) || m.NameIs(src, Fields[1])
}

// The codes of errors that are not JSON's but the call's.
const CodeBadField = "bad-metadata-field"

// checkFields returns an error for each metadata field of the body that is
// neither an object nor null (rule 8).
func checkFields(body *jsonspan.Doc) jsonspan.Errors {
	var errs jsonspan.Errors
	for i := range body.Members {
		m := &body.Members[i]
		k := jsonspan.KindOf(body.Src, m.Value)
		if k == jsonspan.Object || k == jsonspan.Null || !IsField(body.Src, m) {
			continue
		}
		name := jsonspan.Unquote(m.Name.Of(body.Src))
		errs = append(errs, &jsonspan.Error{
			Code: CodeBadField, Start: int(m.Value.Start), End: int(m.Value.End), First: -1,
			Pointer: string(jsonspan.AppendPointer(nil, name)),
			Message: name + " must be an object or null, not " + k.String() + ".",
			Hint:    "Write the properties to change between { and }.",
		})
	}
	return errs
}
