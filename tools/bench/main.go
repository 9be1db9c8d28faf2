// Command bench measures the merge beside its peers, in one run: each row is a
// ratio of times that were taken in turn, so that a machine that is busy slows
// all of them alike.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println("The merge, natively: how many times as long the peer takes (median of the rounds, lowest to highest)")
	for _, size := range []int{1_000, 100_000, 10_000_000} {
		profile, body := inputs(size)
		if err := agree(profile, body); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		ours, rows := race(func() { apply(profile, body) }, peers(profile, body))
		fmt.Printf("\n%d bytes: %s a merge, %.0f MB/s\n", len(profile), ours, float64(len(profile))/ours.Seconds()/1e6)
		for _, r := range rows {
			fmt.Printf("  %-28s %8.3g  (%.3g to %.3g)\n", r.name, r.median, r.low, r.high)
		}
	}
}
