package snippet

// A Language is one way to write a request as code.
type Language struct {
	ID    string                 // in links and on the command line: "curl"
	Label string                 // to readers: "cURL"
	Write func(r *Request) *Code // the program, ending with a newline
}

// languages holds all, in the order in which a page shows them.
var languages = []Language{curl, powershell, fetch, node, golang, python, java, csharp, php, ruby, swift, objc}

// Languages returns all languages, in the order in which a page shows them.
func Languages() []Language { return languages }

// Find returns the language that has the id.
func Find(id string) (Language, bool) {
	for _, l := range languages {
		if l.ID == id {
			return l, true
		}
	}
	return Language{}, false
}
