// Package explain says in plain sentences what a merge did and what may not
// have been meant.
//
// [Steps] gives one sentence for each step of a merge.Result, with the nested
// values that were lost on the way. [Warnings] finds the traps: places where
// the body does something else than people expect of it. Both keep the spans,
// so that a page can show the place in either text; nothing here has to be
// parsed back.
//
// # Lost values
//
// A value below the first level of a metadata field is lost when the property
// that holds it is replaced by a value that does not repeat it: a member whose
// name the new object lacks, an element that equals none of the new array's.
// Where a whole part is gone only its top is named. A scalar that is replaced
// by another one is not lost, it is changed.
package explain
