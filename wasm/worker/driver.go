//go:build js && wasm

package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"errors"
	"io"
	"unsafe"
)

// query runs a statement in the tenant's database. It gets {"sql", "args"} and leaves
// {"columns", "rows", "written"} or {"error"}, of so many bytes, for answer.
//
//go:wasmimport sandbox query
func query(question unsafe.Pointer, size int32) int32

// answer copies what query left.
//
//go:wasmimport sandbox answer
func answer(into unsafe.Pointer)

type question struct {
	SQL  string         `json:"sql"`
	Args []driver.Value `json:"args"`
}

type reply struct {
	Columns []string         `json:"columns"`
	Rows    [][]driver.Value `json:"rows"`
	Written int64            `json:"written"`
	Error   string           `json:"error"`
}

// ask asks the database of the tenant whose request it is.
func ask(text string, args []driver.NamedValue) (*reply, error) {
	q := question{text, make([]driver.Value, len(args))}
	for i, a := range args {
		q.Args[i] = a.Value
	}
	b, err := json.Marshal(q)
	if err != nil {
		return nil, err
	}
	size := query(unsafe.Pointer(unsafe.SliceData(b)), int32(len(b)))
	if size <= 0 {
		return nil, errors.New("the database did not answer")
	}
	b = make([]byte, size)
	answer(unsafe.Pointer(unsafe.SliceData(b)))
	var r reply
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, err
	}
	if r.Error != "" {
		return nil, errors.New(r.Error)
	}
	return &r, nil
}

// A connector connects to whichever database a request has: there is nothing to open.
type connector struct{}

func (connector) Connect(context.Context) (driver.Conn, error) { return conn{}, nil }
func (connector) Driver() driver.Driver                        { return nil }

type conn struct{}

func (conn) Prepare(text string) (driver.Stmt, error) { return statement(text), nil }
func (conn) Close() error                             { return nil }

// Begin begins nothing: all that a request writes becomes lasting together.
func (conn) Begin() (driver.Tx, error) { return tx{}, nil }

type tx struct{}

func (tx) Commit() error   { return nil }
func (tx) Rollback() error { return nil }

// A statement is its text: the database keeps those that it has read.
type statement string

func (statement) Close() error                               { return nil }
func (statement) NumInput() int                              { return -1 }
func (statement) Exec([]driver.Value) (driver.Result, error) { return nil, driver.ErrSkip }
func (statement) Query([]driver.Value) (driver.Rows, error)  { return nil, driver.ErrSkip }

func (s statement) QueryContext(_ context.Context, args []driver.NamedValue) (driver.Rows, error) {
	r, err := ask(string(s), args)
	if err != nil {
		return nil, err
	}
	return &rows{reply: r}, nil
}

func (s statement) ExecContext(_ context.Context, args []driver.NamedValue) (driver.Result, error) {
	r, err := ask(string(s), args)
	if err != nil {
		return nil, err
	}
	return driver.RowsAffected(r.Written), nil
}

type rows struct {
	*reply
	next int
}

func (r *rows) Columns() []string { return r.reply.Columns }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(into []driver.Value) error {
	if r.next == len(r.Rows) {
		return io.EOF
	}
	for i, v := range r.Rows[r.next] {
		if n, ok := v.(float64); ok { // all numbers of this package are integers
			v = int64(n)
		}
		into[i] = v
	}
	r.next++
	return nil
}

func openDB() *sql.DB {
	db := sql.OpenDB(connector{})
	db.SetMaxOpenConns(1)
	return db
}
