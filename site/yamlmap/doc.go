// Package yamlmap reads the little YAML that authors write, site.yaml and the
// front matter of pages, and keeps the place of everything. It is the sole
// importer of the YAML library.
//
// The text must be one mapping. Its values may be scalars, lists and mappings.
// Anchors, aliases, merge keys and tags are refused: they have no use here,
// and aliases can make a small text a huge one. A key that stands twice is a
// finding. Findings carry positions of the file that the text is part of.
package yamlmap
