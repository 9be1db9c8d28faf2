package conformance

import (
	"net/http/httptest"
	"path/filepath"
	"testing"

	"mergebook/wasm/sandbox"

	_ "modernc.org/sqlite"
)

func TestLocal(t *testing.T) {
	box, err := sandbox.OpenSQLite(t.Context(), filepath.Join(t.TempDir(), "sandbox.db"), sandbox.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer box.Close()
	server := httptest.NewServer(box)
	defer server.Close()
	Run(t, server.URL)
	t.Run("hostile", func(t *testing.T) { RunHostile(t, server.URL) })
	t.Run("lost", func(t *testing.T) { RunLost(t, server.URL, 64, 10_000) })
}
