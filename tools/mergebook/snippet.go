package main

import (
	"flag"
	"fmt"
	"io"

	"mergebook/site/nearest"
	"mergebook/wasm/har"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/snippet"
)

var snippetCommand = command{
	name: "snippet", args: "--lang LANG FILE.har",
	short: "write a HAR request as code",
	help: `
Writes the request of a HAR file as a complete program or command that sends
exactly that request. The file holds one request object of HAR 1.2, or an archive
with one entry; - is standard input. --lang list lists the languages.

Examples:
  mergebook snippet --lang curl request.har
  mergebook snippet --lang list`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		lang := flags.String("lang", "curl", "the `LANG` to write, or list")
		return func(e env, args []string) error { return writeSnippet(e, args, *lang) }
	},
}

func writeSnippet(e env, args []string, lang string) error {
	if lang == "list" {
		for _, l := range snippet.Languages() {
			fmt.Fprintf(e.stdout, "%-10s %s\n", l.ID, l.Label)
		}
		return nil
	}
	var ids []string
	for _, l := range snippet.Languages() {
		if l.ID != lang {
			ids = append(ids, l.ID)
			continue
		}
		if len(args) != 1 {
			return usageError{fmt.Sprintf("give one HAR file, not %d", len(args))}
		}
		file := readSource(e, "", args[0])
		var errs jsonspan.Errors
		var request *har.Request
		if file.err == nil {
			request, errs = har.Parse(file.text)
		}
		if printErrors(e, errs, file) {
			return errSaid
		}
		_, err := io.WriteString(e.stdout, l.Write(snippet.Normalize(request)).String())
		return err
	}
	message := "there is no language " + lang
	if near := nearest.Of(lang, ids); near != "" {
		message += "; did you mean " + near + "?"
	}
	return usageError{message + " (--lang list lists all)"}
}
