// Package finding is how Mergebook says that something in an author's file is
// wrong: one type, whoever finds it, with the exact place.
//
// A finding reads as compilers write it, so that editors can jump to it:
//
//	guide/merge.md:78:199: #deleting: no such heading; did you mean #delete-properties?
//
// Lines and columns count from 1, columns in code points. An [Error] is wrong
// and makes check fail; a [Warning] most likely is; a [Note] is only worth
// knowing. Messages begin without a capital and end without a full stop,
// because a suggestion may follow.
package finding
