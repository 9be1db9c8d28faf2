package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
)

// inBrowser measures the pages in Chromium.
func inBrowser() error {
	cmd := exec.Command("node", "tools/bench/browser.mjs")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("the pages in Chromium: %w", err)
	}
	var got struct {
		Keystrokes []struct {
			Size        int
			Ours, Plain []float64 // milliseconds
		}
		Ready, Cold []float64
	}
	if err := json.Unmarshal(out, &got); err != nil {
		return err
	}
	fmt.Println("\n  from a keystroke until its result is painted, and beside it a page that is a textarea and JSON.stringify")
	for _, k := range got.Keystrokes {
		wanted := 16
		if k.Size > 1_000 {
			wanted = 50
		}
		fmt.Printf("    a profile of %6d bytes: %v (95 %%: at most %d ms are wanted); the other %v, %.2f times as long\n",
			k.Size, spread(k.Ours), wanted, spread(k.Plain), median(k.Plain)/median(k.Ours))
	}
	fmt.Printf("  from the first sign that an example will be run until its answer is there, by who has run one before: %v (at most 60 ms are wanted); where the page does not know that the engine is in the cache: %v\n", spread(got.Ready), spread(got.Cold))
	return nil
}

// spread says what half and what 95 % of some times are below.
func spread(ms []float64) string {
	sorted := slices.Sorted(slices.Values(ms))
	return fmt.Sprintf("%.1f ms, 95 %% %.1f ms", median(ms), sorted[len(sorted)*95/100])
}
