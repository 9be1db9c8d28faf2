package snippets

import (
	"slices"
	"strings"
	"testing"
)

// runJava runs those first that set a property, which the client reads once.
func runJava(t testing.TB, jobs []*job) {
	order := slices.Clone(jobs)
	slices.SortStableFunc(order, func(a, b *job) int { return sets(b) - sets(a) })
	// For programs as short as these, better code costs more than it gains.
	runBatch(t, order, "Main.java", "java", "-XX:TieredStopAtLevel=1", testdata(t, "Driver.java"))
}

func sets(j *job) int { return strings.Count(j.code, "System.setProperty(") }
