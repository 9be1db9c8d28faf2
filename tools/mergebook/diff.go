package main

import (
	"flag"

	"mergebook/wasm/explain"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
	"mergebook/wasm/play"
)

var diffCommand = command{
	name: "diff", args: "PROFILE GOAL [--format json]",
	short: "find the PATCH body that leads from a profile to a goal",
	help: `
Prints the smallest PATCH body that makes the goal of the stored profile, and {}
where there is nothing to do. PROFILE and GOAL are files; one of them may be -,
standard input. The order of members does not matter.

A goal that one call cannot reach and two can, an empty metadata field where
there is none, gives two bodies, each on a line, to be sent in this order. A
goal that no call can reach gives none: standard error says why, and the status
is 1.

With --format json one JSON object on standard output has the bodies, or what
is in the way, or the errors. /reference/json on the site describes it.

Examples:
  mergebook diff user.json wanted.json
  mergebook diff user.json wanted.json | mergebook apply user.json -
  mergebook diff user.json wanted.json --format json | jq -r '.bodies[]'`,
	prepare: func(flags *flag.FlagSet) func(env, []string) error {
		f := formatFlag(flags, formatText, formatJSON)
		return func(e env, args []string) error { return diff(e, args, *f) }
	},
}

func diff(e env, args []string, f format) error {
	profile, goal, err := readTwo(e, "goal", args)
	if err != nil {
		return err
	}
	var r *play.Route
	var errs jsonspan.Errors
	if profile.err == nil && goal.err == nil {
		r = play.Inverse(profile.text, goal.text)
		errs = r.Errors
	}
	if f == formatJSON {
		return answerDiff(e, r, errs, profile, goal)
	}
	if printErrors(e, errs, profile, goal) {
		return errSaid
	}
	for i := range r.Plan.Obstacles {
		printObstacle(e, &r.Plan.Obstacles[i], &profile, &goal)
	}
	if r.Plan.Obstacles != nil {
		return errSaid
	}
	for _, body := range r.Plan.Bodies {
		if err := printJSON(e, append(body, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// answerDiff prints the answer for programs.
func answerDiff(e env, r *play.Route, errs jsonspan.Errors, profile, goal source) error {
	if f := failureOf(errs, profile, goal); f != nil {
		return failWith(e, f)
	}
	if r.Plan.Obstacles != nil {
		return failWith(e, blockedOf(r))
	}
	return printAnswer(e, routedOf(r))
}

// printObstacle tells what no body can do, at the value in the goal, or in the
// profile where the goal has none.
func printObstacle(e env, o *merge.Obstacle, profile, goal *source) {
	s, at := goal, o.Goal
	if at.Len() == 0 {
		s, at = profile, o.Profile
	}
	printPlace(e, s, int(at.Start), int(at.End), s.label()+sentence(explain.Obstacle(o)))
}
