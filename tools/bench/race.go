package main

import "time"

// rounds is how often each contestant is timed.
const rounds = 9

// A contestant does the same work, or a part of it.
type contestant struct {
	name string
	run  func()
}

// race times the contestants in turn.
func race(all []contestant) []times {
	out := make([]times, len(all))
	repeat := make([]int, len(all))
	for i, c := range all {
		out[i].Name = c.name
		repeat[i] = repetitions(c.run)
	}
	for range rounds {
		for i, c := range all {
			out[i].Rounds = append(out[i].Rounds, timed(c.run, repeat[i]))
		}
	}
	return out
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
