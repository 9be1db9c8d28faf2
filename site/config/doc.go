// Package config reads site.yaml, the optional file at the root of a content
// folder that says what its pages share.
//
//	key        value                what it does
//	---------  -------------------  ------------------------------------------------
//	title      text                 the site's name; "Documentation" without it
//	url        address              where the site will be: https://docs.example.com/
//	edit       address              where files can be edited; their path goes behind it
//	variables  name: text           what ${name} prints; names may be nested or dotted
//	external   list of link roots   site links that something else serves: [/api, /users]
//	nav        list of paths        folders and pages that come first, in this order:
//	                                [guide, guide/merge, reference]
//	containers    name: title       containers beside those that are there
//	anchors       hyphens, github   the rule of ids of headings
//	html          list of elements  what raw HTML may hold beside the usual elements
//	front-matter  key: shape        keys of front matter beside the known ones; with this, others are findings
//
// Variables that site.yaml does not set have the values of [Defaults], which
// are the placeholders that readers fill in.
//
// Once external is there, even as an empty list, every link into the site that
// leads to no page is an error. Without it, links whose first segment is
// nothing of this folder are counted and told in one note.
//
// redirects.yaml beside it says where old addresses lead: /old: /new#part.
//
// Reading is strict: an unknown key or a value of the wrong kind is a finding
// with its place.
package config
