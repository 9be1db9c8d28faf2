package finding

// A Rule is a kind of finding, for programs that count or filter them.
type Rule struct {
	Name    string // what Finding.Rule has
	Summary string // what such a finding says, as a sentence
}

// Rules returns all kinds of findings. A name that was published stays.
func Rules() []Rule {
	return []Rule{
		{"anchor", "A link leads to a heading that its page does not have."},
		{"body", "The API would refuse the body of a request."},
		{"container", "A container is not closed, or its name is not known."},
		{"directive", "A directive or an include cannot be done."},
		{"doctest", "A page shows what the engine does not get."},
		{"external", "Links lead to paths that may be served by something else."},
		{"fence", "A word behind the language of a fence is not known."},
		{"fix", "A wrong result cannot be rewritten by check --fix."},
		{"folder", "A file of the folder cannot be read as a part of it."},
		{"front-matter", "The front matter has a wrong key or value."},
		{"har", "A request is not valid HAR."},
		{"heading", "A heading is of the level of the page's title."},
		{"html", "A part of raw HTML is left out or shown as text."},
		{"image", "An image is not shown, or has no text for people who do not see it."},
		{"link", "A link or an image leads to nothing."},
		{"nav", "The navigation names what is not there."},
		{"orphan", "No page leads to a page, and the navigation does not place it."},
		{"redirect", "A redirect leads nowhere, or away from a page."},
		{"section", "A page is alone in a section whose name is nearly that of another one."},
		{"site", "A setting in site.yaml is wrong."},
		{"url", "Two pages have one address."},
		{"utf8", "A file is not UTF-8."},
		{"variable", "A variable is not known."},
		{"yaml", "A text is not valid YAML."},
	}
}
