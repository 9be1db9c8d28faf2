package main

import (
	"slices"
	"time"
)

// A row compares one peer with us.
type row struct {
	name              string
	low, median, high float64
}

// rounds is how often each contestant is timed.
const rounds = 9

// race times us and the peers in turn. It returns our median, and for each
// peer the ratios of its times to ours, round by round.
func race(ours func(), peers []peer) (time.Duration, []row) {
	n := repetitions(ours)
	var own []time.Duration
	ratios := make([][]float64, len(peers))
	for range rounds {
		mine := timed(ours, n)
		own = append(own, mine)
		for i, p := range peers {
			ratios[i] = append(ratios[i], float64(timed(p.run, repetitions(p.run)))/float64(mine))
		}
	}
	slices.Sort(own)
	var rows []row
	for i, p := range peers {
		slices.Sort(ratios[i])
		rows = append(rows, row{p.name, ratios[i][0], ratios[i][rounds/2], ratios[i][rounds-1]})
	}
	return own[rounds/2], rows
}

// repetitions returns how often f runs in about 20 ms.
func repetitions(f func()) int {
	f()
	start := time.Now()
	f()
	return max(1, int(20*time.Millisecond/max(1, time.Since(start))))
}

// timed returns how long one run takes, on average over n.
func timed(f func(), n int) time.Duration {
	start := time.Now()
	for range n {
		f()
	}
	return max(1, time.Since(start)/time.Duration(n))
}
