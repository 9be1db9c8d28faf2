package main

import (
	"flag"
	"fmt"

	"mergebook/site/book"
	"mergebook/site/check"
	"mergebook/site/finding"
)

var checkCommand = command{
	name: "check", args: "[--content DIR] [--explain]",
	short: "find wrong claims, broken links and bad requests",
	help: `
Checks all pages of the content folder: results that the engine does not get,
links and anchors that lead nowhere, front matter, HAR requests. Findings are
printed as FILE:LINE:COLUMN: MESSAGE, and the status is 1 if any is an error
(warnings and notes alone leave it at 0).

With --explain it also prints what each json and har fence was taken for, and
why. Where that is wrong, give the fence a role: role=profile, patch, result or
ignore behind json, role=ignore behind har.

Links to paths that something else serves are declared in site.yaml:
  external: [/api, /users]

Examples:
  mergebook check
  mergebook check --content docs --explain`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		content := flags.String("content", defaultContent, "the `DIR` that holds the pages")
		explained := flags.Bool("explain", false, "print what each fence was taken for")
		return func(e env, args []string) error {
			if len(args) > 0 {
				return usageError{"what is " + args[0] + "? The folder is given as --content DIR"}
			}
			return checkSite(e, *content, *explained)
		}
	},
}

func checkSite(e env, content string, explained bool) error {
	b, err := book.Load(content)
	if err != nil {
		return err
	}
	if explained {
		fmt.Fprint(e.stdout, check.Explain(b, prefix(content)))
	}
	r := check.Run(b)
	printFindings(e, content, r.Findings)
	fmt.Fprintf(e.stdout, "%s: %s run, %s proven; %s, %s\n", count(r.Pages, "page"), count(r.Examples, "example"), count(r.Proven, "result"),
		count(finding.Count(r.Findings, finding.Error), "error"), count(finding.Count(r.Findings, finding.Warning), "warning"))
	if r.Failed() {
		return errSaid
	}
	return nil
}
