package main

import (
	"errors"
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
	content, requests := filepath.Join(dir, "content"), filepath.Join(dir, "requests")
	if err := errors.Join(writePages(content, n, false), writePages(requests, n, true)); err != nil {
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
	// Each round has new folders. Where the last ones are removed instead, ext4
	// looks for each new file at all the inodes that have just become free and
	// takes none of them, which costs more than the build.
	round := 0
	fresh := func() { round++ }
	folder := func(name string) string { return filepath.Join(dir, fmt.Sprint(name, "-", round)) }
	build := func(content, out string) func() (cost, error) {
		return func() (cost, error) {
			return measure("bin/mergebook", "build", "--content", content, "--out", folder(out))
		}
	}
	ours := build(content, "out")
	peer := func() (cost, error) {
		return measure(hugo, "--source", dir, "--destination", folder("hugo"), "--noBuildLock", "--quiet", "--logLevel", "error")
	}
	fmt.Printf("\n  %d pages of 4 kB, two JSON fences each\n", n)
	if err := compare("all of them", "Hugo takes", rounds, fresh, ours, peer); err != nil {
		return err
	}
	edited := 0
	edit := func() {
		edited++
		f, err := os.OpenFile(filepath.Join(content, pagePath(n/2)+".md"), os.O_APPEND|os.O_WRONLY, 0)
		if err == nil {
			fmt.Fprintf(f, "\nEdit %d.\n", edited)
			f.Close()
		}
	}
	if err := compare("after an edit of one", "Hugo takes", rounds, edit, ours, peer); err != nil {
		return err
	}
	if err := edits(dir, n); err != nil {
		return err
	}
	return compare("all of them", "with a proven request on each, in all languages, we take", rounds, fresh, ours, build(requests, "requests-out"))
}

// compare prints how many times as much as ours another one takes.
func compare(what, who string, rounds int, before func(), ours, other func() (cost, error)) error {
	var wall, cpu, memory []float64
	var own []time.Duration
	for range rounds {
		before()
		a, err := ours()
		if err != nil {
			return err
		}
		b, err := other()
		if err != nil {
			return err
		}
		own = append(own, a.wall)
		wall = append(wall, float64(b.wall)/float64(a.wall))
		cpu = append(cpu, float64(b.cpu)/float64(a.cpu))
		memory = append(memory, float64(b.memory)/float64(a.memory))
	}
	fmt.Printf("    %-21s %6v: %s %.3g times as long (%.3g to %.3g), %.3g times the processor, %.3g times the memory\n",
		what, median(own).Round(time.Millisecond), who, median(wall), slices.Min(wall), slices.Max(wall), median(cpu), median(memory))
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
