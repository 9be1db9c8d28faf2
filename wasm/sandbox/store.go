package sandbox

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"time"
)

// A store is the database. Its statements are those that SQLite has in all homes: one
// at a time, and integers that a float64 holds.
type store struct {
	db interface {
		PrepareContext(ctx context.Context, text string) (*sql.Stmt, error)
	}
	prepared *sync.Map // text -> *sql.Stmt: to read a statement takes longer than to run it
}

func (s store) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if known, ok := s.prepared.Load(text); ok {
		return known.(*sql.Stmt), nil
	}
	statement, err := s.db.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	if known, taken := s.prepared.LoadOrStore(text, statement); taken {
		return known.(*sql.Stmt), statement.Close()
	}
	return statement, nil
}

// one reads one row, or returns sql.ErrNoRows.
func (s store) one(ctx context.Context, text string, args []any, into ...any) error {
	statement, err := s.statement(ctx, text)
	if err != nil {
		return err
	}
	return statement.QueryRowContext(ctx, args...).Scan(into...)
}

// do runs a statement and returns whether it changed anything.
func (s store) do(ctx context.Context, text string, args ...any) (changed bool, err error) {
	statement, err := s.statement(ctx, text)
	if err != nil {
		return false, err
	}
	result, err := statement.ExecContext(ctx, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// An access is what a token gives, and the user that was asked for with it.
type access struct {
	scope   string
	found   bool // the user
	profile []byte
	version int64
}

// access looks for a token and, in the same breath, for a user; an id "" is none.
func (s store) access(ctx context.Context, tenant, hash, id string, now time.Time) (a access, err error) {
	var profile sql.NullString
	var version sql.NullInt64
	err = s.one(ctx, `SELECT tokens.scope, users.profile, users.version
		FROM tokens JOIN tenants ON tenants.id = tokens.tenant LEFT JOIN users ON users.tenant = tokens.tenant AND users.id = ?
		WHERE tokens.hash = ? AND tokens.tenant = ? AND tenants.expires > ?`, []any{id, hash, tenant, now.Unix()}, &a.scope, &profile, &version)
	if errors.Is(err, sql.ErrNoRows) {
		return a, errBadToken
	}
	a.found, a.profile, a.version = profile.Valid, []byte(profile.String), version.Int64
	return a, err
}

// replace writes a profile where the user has that version still, and says whether
// it had.
func (s store) replace(ctx context.Context, tenant, id string, profile []byte, version int64) (bool, error) {
	return s.do(ctx, `UPDATE users SET profile = ?, version = version + 1
		WHERE tenant = ? AND id = ? AND version = ?`, string(profile), tenant, id, version)
}

// create stores a user where there is none, and says whether there was none.
func (s store) create(ctx context.Context, tenant, id string, profile []byte) (bool, error) {
	return s.do(ctx, `INSERT INTO users (tenant, id, profile, version) VALUES (?, ?, ?, 1)
		ON CONFLICT DO NOTHING`, tenant, id, string(profile))
}

// put stores a profile, whatever there was, and returns the version.
func (s store) put(ctx context.Context, tenant, id string, profile []byte) (version int64, err error) {
	err = s.one(ctx, `INSERT INTO users (tenant, id, profile, version) VALUES (?, ?, ?, 1)
		ON CONFLICT (tenant, id) DO UPDATE SET profile = excluded.profile, version = users.version + 1 RETURNING version`, []any{tenant, id, string(profile)}, &version)
	return version, err
}

func (s store) delete(ctx context.Context, tenant, id string) error {
	_, err := s.do(ctx, `DELETE FROM users WHERE tenant = ? AND id = ?`, tenant, id)
	return err
}

// room reports a fault where a tenant has as many users as it may have.
func (s store) room(ctx context.Context, tenant string) error {
	var n int
	err := s.one(ctx, `SELECT COUNT(*) FROM users WHERE tenant = ?`, []any{tenant}, &n)
	if err == nil && n >= maxUsers {
		return errTooManyUser
	}
	return err
}

// fits reports a fault where a tenant would store more than it may, with a profile of
// so many bytes. Short ones always have room: they are those of which there may be as
// many as users without that being so. To add up all profiles takes a while.
func (s store) fits(ctx context.Context, tenant, id string, size int) error {
	if size <= maxStored/maxUsers {
		return nil
	}
	var others int
	err := s.one(ctx, `SELECT COALESCE(SUM(LENGTH(CAST(profile AS BLOB))), 0) FROM users WHERE tenant = ? AND id <> ?`, []any{tenant, id}, &others)
	if err == nil && others+size > maxStored {
		return errFull
	}
	return err
}

// all returns the profiles of a tenant, in the order of their ids.
func (s store) all(ctx context.Context, tenant string) (profiles []string, err error) {
	statement, err := s.statement(ctx, `SELECT profile FROM users WHERE tenant = ? ORDER BY id`)
	if err != nil {
		return nil, err
	}
	rows, err := statement.QueryContext(ctx, tenant)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var profile string
		if err := rows.Scan(&profile); err != nil {
			return nil, err
		}
		profiles = append(profiles, profile)
	}
	return profiles, rows.Err()
}

// tenant makes a tenant, or gives it a later end, and a token. Other tokens of it are
// good no more.
func (s store) tenant(ctx context.Context, id, hash, scope string, expires time.Time) error {
	for _, statement := range []struct {
		text string
		args []any
	}{
		{`INSERT INTO tenants (id, expires) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET expires = excluded.expires`, []any{id, expires.Unix()}},
		{`DELETE FROM tokens WHERE tenant = ?`, []any{id}},
		{`INSERT INTO tokens (hash, tenant, scope) VALUES (?, ?, ?)`, []any{hash, id, scope}},
	} {
		if _, err := s.do(ctx, statement.text, statement.args...); err != nil {
			return err
		}
	}
	return nil
}

// link returns a link's fragment, or "" for none.
func (s store) link(ctx context.Context, id string) (fragment string, err error) {
	err = s.one(ctx, `SELECT fragment FROM links WHERE id = ?`, []any{id}, &fragment)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return fragment, err
}

// keep stores a link's fragment, unless there is one of that id.
func (s store) keep(ctx context.Context, id, fragment string) error {
	_, err := s.do(ctx, `INSERT INTO links (id, fragment) VALUES (?, ?) ON CONFLICT DO NOTHING`, id, fragment)
	return err
}

// expire removes what has ended. The tenants go last: what is cut short is found
// again the next time.
func (s store) expire(ctx context.Context, now time.Time) error {
	for _, text := range []string{
		`DELETE FROM users WHERE tenant IN (SELECT id FROM tenants WHERE expires <= ?)`,
		`DELETE FROM tokens WHERE tenant IN (SELECT id FROM tenants WHERE expires <= ?)`,
		`DELETE FROM tenants WHERE expires <= ?`,
	} {
		if _, err := s.do(ctx, text, now.Unix()); err != nil {
			return err
		}
	}
	return nil
}
