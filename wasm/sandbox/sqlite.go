package sandbox

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
)

// readers is how many connections read at once. They wait for no writer.
const readers = 4

// OpenSQLite returns the API on the database in a file, which is made if there is
// none. It wants modernc.org/sqlite in the program, and that Close is called.
//
// What was answered is on the disk: neither a killed process nor a power cut takes it
// back. Waiting for the disk costs little, for those who wait do so together.
func OpenSQLite(ctx context.Context, file string, o Options) (*Sandbox, error) {
	options := url.Values{"_pragma": {"journal_mode(WAL)", "synchronous(FULL)", "busy_timeout(5000)"}, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file}).EscapedPath()+"?"+options.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1 + readers)
	db.SetMaxIdleConns(1 + readers)
	if err := Migrate(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	o.DB = db
	s := New(o)
	s.writer = newWriter(conn)
	return s, nil
}

// Close closes what OpenSQLite opened, once nobody calls any more.
func (s *Sandbox) Close() error {
	s.writer.close()
	return s.DB.Close()
}

// write writes something. Where there is a writer, it is lasting as a whole, or not
// there at all; elsewhere each statement is lasting by itself.
func (s *Sandbox) write(ctx context.Context, do func(context.Context, store) error) error {
	if s.writer == nil {
		return do(ctx, s.store)
	}
	return s.writer.write(ctx, do)
}
