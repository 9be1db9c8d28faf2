package explain

import "mergebook/wasm/merge"

// Obstacle says why no PATCH can bring about what a goal has, or lacks.
func Obstacle(o *merge.Obstacle) string {
	switch o.Code {
	case merge.CodeNullProperty:
		return o.Pointer + " cannot be stored as null: null deletes the property."
	case merge.CodeNullAttribute:
		return o.Pointer + " cannot be stored as null: null removes the attribute."
	case merge.CodeNullField:
		return o.Pointer + " cannot be stored as null: null removes the field."
	case merge.CodeFieldKind:
		return o.Pointer + " is a metadata field: a PATCH can only make it an object, or remove it."
	case merge.CodeSteering:
		return o.Pointer + " cannot be stored: it is for the call itself."
	}
	return o.Pointer + " cannot be changed: the API lets nobody update it."
}
