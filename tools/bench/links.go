package main

import (
	"encoding/json"
	"fmt"

	"mergebook/tools/wasmtest"
)

// links measures the hostile links in the built engine.
func links() error {
	out, err := withEngine(wasmtest.Links, nil)
	if err != nil {
		return err
	}
	var got wasmtest.LinksReport
	if err := json.Unmarshal(out, &got); err != nil {
		return err
	}
	fmt.Printf("\n  %d links, the slowest takes %.0f ms (at most 50 ms are wanted): %q\n", got.Opened, got.Slowest.MS, got.Slowest.Link)
	return nil
}
