package main

import (
	"errors"
	"flag"
	"fmt"

	"mergebook/wasm/explain"
	"mergebook/wasm/jsonspan"
	"mergebook/wasm/merge"
)

var diffCommand = command{
	name: "diff", args: "PROFILE GOAL",
	short: "find the PATCH body that leads from a profile to a goal",
	help: `
Prints the smallest PATCH body that makes the goal of the stored profile, and {}
where there is nothing to do. PROFILE and GOAL are files; one of them may be -,
standard input. The order of members does not matter.

A goal that one call cannot reach and two can, an empty metadata field where
there is none, gives two bodies, each on a line, to be sent in this order. A
goal that no call can reach gives none: standard error says why, and the status
is 1.

Examples:
  mergebook diff user.json wanted.json
  mergebook diff user.json wanted.json | mergebook apply user.json -`,
	prepare: func(*flag.FlagSet) func(env, []string) error { return diff },
}

func diff(e env, args []string) error {
	if len(args) != 2 {
		return usageError{fmt.Sprintf("give two files, the profile and the goal, not %d", len(args))}
	}
	profile, goal, err := readTwo(e, args)
	if err != nil {
		return err
	}
	plan, err := merge.Inverse(profile, goal)
	var errs jsonspan.Errors
	if errors.As(err, &errs) {
		printErrors(e, errs, args, profile, goal)
		return errSaid
	}
	for i := range plan.Obstacles {
		fmt.Fprintln(e.stderr, explain.Obstacle(&plan.Obstacles[i]))
	}
	if plan.Obstacles != nil {
		return errSaid
	}
	for _, body := range plan.Bodies {
		fmt.Fprintf(e.stdout, "%s\n", body)
	}
	return nil
}
