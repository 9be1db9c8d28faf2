package main

import (
	"flag"
	"fmt"

	"mergebook/site/book"
	"mergebook/site/check"
	"mergebook/site/finding"
)

var checkCommand = command{
	name: "check", args: "[--content DIR] [--explain | --fix | --format F]",
	short: "find wrong claims, broken links and bad requests",
	help: `
Checks all pages of the content folder: results that the engine does not get,
links, anchors and images that lead nowhere, front matter, HAR requests.
Findings are printed as FILE:LINE:COLUMN: MESSAGE, and the status is 1 if any is
an error (warnings and notes alone leave it at 0), 2 if the call is wrong.

With --format json or --format sarif, standard output has all of it for
programs.

With --fix, results that the engine does not get are rewritten in their files,
and what changes is shown. Then everything is checked again.

With --explain it also prints what each json and har fence was taken for, and
why. Where that is wrong, give the fence a role: role=profile, patch, result or
ignore behind json, role=ignore behind har.

Links to paths that something else serves are declared in site.yaml:
  external: [/api, /users]

Examples:
  mergebook check
  mergebook check --content docs --explain
  mergebook check --fix
  mergebook check --format sarif >mergebook.sarif`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		content := flags.String("content", defaultContent, "the `DIR` that holds the pages")
		explained := flags.Bool("explain", false, "print what each fence was taken for")
		fixes := flags.Bool("fix", false, "rewrite results that the engine does not get")
		answer := formatFlag(flags, formatText, formatJSON, formatSARIF)
		return func(e env, args []string) error {
			switch {
			case len(args) > 0:
				return usageError{"what is " + args[0] + "? The folder is given as --content DIR"}
			case *answer != formatText && (*explained || *fixes):
				return usageError{"--format " + answer.String() + " stands without --explain and --fix"}
			case *explained && *fixes:
				return usageError{"--explain and --fix exclude each other"}
			case *answer != formatText:
				return reportSite(e, *content, *answer)
			case *fixes:
				return fixSite(e, *content)
			}
			return checkSite(e, *content, *explained)
		}
	},
}

func checkSite(e env, content string, explained bool) error {
	b, err := e.read(content, nil)
	if err != nil {
		return err
	}
	if explained {
		fmt.Fprint(e.stdout, check.Explain(b, prefix(content)))
	}
	r := check.Run(b)
	printFindings(e, content, r.Findings)
	if hint := hintAtFix(b, r); hint != "" {
		fmt.Fprintln(e.stderr, "  "+hint)
	}
	return conclude(e, r)
}

// hintAtFix says how many of the wrong results can be rewritten, if any can.
func hintAtFix(b *book.Book, r *check.Report) string {
	if r.Wrong() == 0 {
		return ""
	}
	todo, _ := check.Rewrites(b)
	if len(todo) == 0 {
		return ""
	}
	return "hint: mergebook check --fix rewrites " + count(len(todo), "result")
}

// fixSite rewrites wrong results, and checks what is left.
func fixSite(e env, content string) error {
	b, err := e.read(content, nil)
	if err != nil {
		return err
	}
	todo, notes := check.Rewrites(b)
	if err := fix(e, content, todo); err != nil {
		return err
	}
	if b, err = e.read(content, nil); err != nil {
		return err
	}
	r := check.Run(b)
	r.Findings = append(r.Findings, notes...)
	finding.Sort(r.Findings)
	printFindings(e, content, r.Findings)
	return conclude(e, r)
}

// conclude prints the last line, and returns errSaid when something is wrong.
func conclude(e env, r *check.Report) error {
	fmt.Fprintf(e.stdout, "%s: %s run, %s proven; %s, %s\n", count(r.Pages, "page"), count(r.Examples, "example"), count(r.Proven, "result"),
		count(finding.Count(r.Findings, finding.Error), "error"), count(finding.Count(r.Findings, finding.Warning), "warning"))
	if r.Failed() {
		return errSaid
	}
	return nil
}
