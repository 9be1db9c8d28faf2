package conformance

import (
	"context"
	"database/sql"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"mergebook/wasm/sandbox"

	_ "modernc.org/sqlite"
)

func TestLocal(t *testing.T) {
	db, err := sql.Open("sqlite", sandbox.SQLite(filepath.Join(t.TempDir(), "sandbox.db")))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if err := sandbox.Migrate(context.Background(), db); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(sandbox.New(sandbox.Options{DB: db}))
	defer server.Close()
	Run(t, server.URL)
	t.Run("lost", func(t *testing.T) { RunLost(t, server.URL, 64, 10_000) })
}
