package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// hugo is where make puts the peer.
const hugo = "bin/peers/hugo"

// A cost is what a process took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // at its peak, in kilobytes
}

// sites builds the same pages with Mergebook and with Hugo, in turn, so many
// times.
func sites(n, rounds int) error {
	dir, err := os.MkdirTemp("", "mergebook-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	content := filepath.Join(dir, "content")
	if err := writePages(content, n); err != nil {
		return err
	}
	for _, name := range []string{"hugo.toml", "layouts/single.html", "layouts/list.html"} {
		text, err := os.ReadFile(filepath.Join("tools/bench/hugo", name))
		if err != nil {
			return err
		}
		os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755)
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return err
		}
	}
	out, theirs := filepath.Join(dir, "out"), filepath.Join(dir, "hugo-out")
	ours := func() (cost, error) { return measure("bin/mergebook", "build", "--content", content, "--out", out) }
	peer := func() (cost, error) {
		return measure(hugo, "--source", dir, "--destination", theirs, "--noBuildLock", "--quiet", "--logLevel", "error")
	}
	clean := func() { os.RemoveAll(out); os.RemoveAll(theirs) }
	fmt.Printf("\n  %d pages of 4 kB, two JSON fences each\n", n)
	if err := compare("all of them", rounds, clean, ours, peer); err != nil {
		return err
	}
	edits := 0
	edit := func() {
		edits++
		f, err := os.OpenFile(filepath.Join(content, pagePath(n/2)+".md"), os.O_APPEND|os.O_WRONLY, 0)
		if err == nil {
			fmt.Fprintf(f, "\nEdit %d.\n", edits)
			f.Close()
		}
	}
	return compare("after an edit of one", rounds, edit, ours, peer)
}

// compare prints how many times as much as ours the peer takes.
func compare(what string, rounds int, before func(), ours, peer func() (cost, error)) error {
	var wall, cpu, memory []float64
	var own []time.Duration
	for range rounds {
		before()
		a, err := ours()
		if err != nil {
			return err
		}
		b, err := peer()
		if err != nil {
			return err
		}
		own = append(own, a.wall)
		wall = append(wall, float64(b.wall)/float64(a.wall))
		cpu = append(cpu, float64(b.cpu)/float64(a.cpu))
		memory = append(memory, float64(b.memory)/float64(a.memory))
	}
	fmt.Printf("    %-21s %6v: Hugo takes %.3g times as long (%.3g to %.3g), %.3g times the processor, %.3g times the memory\n",
		what, median(own).Round(time.Millisecond), median(wall), slices.Min(wall), slices.Max(wall), median(cpu), median(memory))
	return nil
}

func measure(program string, args ...string) (cost, error) {
	cmd := exec.Command(program, args...)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	if err != nil {
		return cost{}, fmt.Errorf("%s: %w\n%s", program, err, out)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{time.Since(start), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss}, nil
}
