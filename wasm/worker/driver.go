//go:build js && wasm

package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"unsafe"
)

// query runs a statement in the tenant's database: its text, and the number of its
// arguments before them. What it leaves for answer, of so many bytes, is an error or an
// empty text; then, of none, how many rows were written, and the numbers of columns and
// rows before all values.
//
//go:wasmimport sandbox query
func query(question unsafe.Pointer, size int32) int32

// answer copies what query left.
//
//go:wasmimport sandbox answer
func answer(into unsafe.Pointer)

// What goes before a value that is none, a number or a text.
const (
	kindNull = iota
	kindNumber
	kindText
)

// ask asks the database of the tenant whose request it is, and returns the rest of the
// answer, which is how many rows were written and so on.
func ask(text string, args []driver.NamedValue) (wire, error) {
	var q wire
	q.text(text)
	q.number(int64(len(args)))
	for _, a := range args {
		switch v := a.Value.(type) {
		case nil:
			q.number(kindNull)
		case int64:
			q.number(kindNumber)
			q.number(v)
		case string:
			q.number(kindText)
			q.text(v)
		default:
			return nil, fmt.Errorf("the database takes no %T", v)
		}
	}
	size := query(unsafe.Pointer(unsafe.SliceData(q)), int32(len(q)))
	a := make(wire, size)
	answer(unsafe.Pointer(unsafe.SliceData(a)))
	if failed := a.takeText(); failed != "" {
		return nil, errors.New(failed)
	}
	return a, nil
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
	a, err := ask(string(s), args)
	if err != nil {
		return nil, err
	}
	a.takeNumber()
	return &rows{columns: make([]string, a.takeNumber()), left: a.takeNumber(), values: a}, nil
}

func (s statement) ExecContext(_ context.Context, args []driver.NamedValue) (driver.Result, error) {
	a, err := ask(string(s), args)
	if err != nil {
		return nil, err
	}
	return driver.RowsAffected(a.takeNumber()), nil
}

// rows are those of an answer. Nobody asks for the names of columns.
type rows struct {
	columns []string
	left    int64
	values  wire
}

func (r *rows) Columns() []string { return r.columns }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(into []driver.Value) error {
	if r.left == 0 {
		return io.EOF
	}
	r.left--
	for i := range into {
		switch r.values.takeNumber() {
		case kindNull:
			into[i] = nil
		case kindNumber: // all numbers of this package are integers
			into[i] = r.values.takeNumber()
		case kindText:
			into[i] = r.values.takeText()
		}
	}
	return nil
}

func openDB() *sql.DB {
	db := sql.OpenDB(connector{})
	db.SetMaxOpenConns(1)
	return db
}
