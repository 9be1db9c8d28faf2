package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
)

// edits measures in Chromium how long an edit takes to be in an open page, with
// both servers on the pages of a folder.
func edits(dir string, n int) error {
	cmd := exec.Command("node", "tools/bench/edits.mjs", dir, pagePath(n/2))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("an edit in Chromium: %w", err)
	}
	var got struct{ Ours, Hugo []float64 } // milliseconds
	if err := json.Unmarshal(out, &got); err != nil {
		return err
	}
	fmt.Printf("    an edit of one, until the open page has painted it: %v (at most 100 ms are wanted); with Hugo %v, %.3g times as long\n",
		spread(got.Ours), spread(got.Hugo), median(got.Hugo)/median(got.Ours))
	return nil
}
