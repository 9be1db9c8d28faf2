// Command bench measures the merge beside its peers, in one run: each row is a
// ratio of times that were taken in turn, so that a machine that is busy slows
// all of them alike.
package main

import (
	"fmt"
	"os"
	"slices"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

var sizes = []int{1_000, 100_000, 10_000_000}

func run() error {
	fmt.Println("How many times as long others take as the first of each table, the merge with its steps or our code: median of the rounds (lowest to highest).")
	fmt.Println("\nNatively, bytes to bytes")
	for _, shape := range shapes {
		for _, size := range sizes {
			profile := shape.make(size)
			if err := agree(profile, body); err != nil {
				return err
			}
			show(shape.name, len(profile), race(contestants(profile, body)))
		}
	}
	fmt.Println("\nIn WebAssembly in Node, string to string")
	for _, shape := range shapes {
		for _, size := range sizes {
			profile := shape.make(size)
			times, err := inNode(profile, body)
			if err != nil {
				return err
			}
			show(shape.name, len(profile), times)
		}
	}
	fmt.Println("\nIn Chromium")
	if err := inBrowser(); err != nil {
		return err
	}
	fmt.Println("\nHostile links, in the engine in Node")
	if err := links(); err != nil {
		return err
	}
	fmt.Println("\nThe sandbox over HTTP")
	if err := sandboxes(); err != nil {
		return err
	}
	fmt.Println("\nOne HAR as code, without colours")
	if err := snippets(); err != nil {
		return err
	}
	fmt.Println("\nA site, from nothing and after an edit")
	if err := sites(2_000, 5); err != nil {
		return err
	}
	return sites(10_000, 1) // which takes Hugo most of a minute
}

// A contestant's times, round by round. The first one is the merge.
type times struct {
	Name   string
	Rounds []time.Duration
}

// show prints a table of ratios to the first contestant.
func show(shape string, size int, all []times) {
	ours := all[0].Rounds
	own := median(ours)
	fmt.Printf("\n  %s, %d bytes: %v, %.0f MB/s\n", shape, size, own, float64(size)/own.Seconds()/1e6)
	for _, t := range all[1:] {
		ratios := make([]float64, len(ours))
		for i := range ratios {
			ratios[i] = float64(t.Rounds[i]) / float64(ours[i])
		}
		fmt.Printf("    %-34s %8.3g  (%.3g to %.3g)\n", t.Name, median(ratios), slices.Min(ratios), slices.Max(ratios))
	}
}

func median[T int64 | float64 | time.Duration](all []T) T {
	return slices.Sorted(slices.Values(all))[len(all)/2]
}
