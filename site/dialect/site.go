package dialect

import (
	"io/fs"
	"sync"

	"mergebook/site/yamlmap"
)

// A Site is what the pages of a site share. Its zero value is a site without
// settings and without files to include. Several pages may be parsed at once.
type Site struct {
	Variables   map[string]string        // by dotted name: "account.namespace"
	Containers  map[string]string        // names of containers beyond the dialect's own, with their titles
	Anchors     Anchors                  // how headings get their ids
	Elements    []string                 // HTML elements that pages may use beyond the dialect's own
	FrontMatter map[string]yamlmap.Shape // keys of front matter beyond the dialect's own
	Strict      bool                     // whether all other keys of front matter are wrong
	Files       fs.FS                    // the content folder, for includes; it must refuse paths that lead out of it

	mutex    sync.Mutex
	included map[string]*script // files that were read already, by name
}
