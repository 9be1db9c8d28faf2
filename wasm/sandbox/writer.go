package sandbox

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"
)

// A writer has one connection write for all, in turns. The turns of about the same time
// are one transaction: that costs little more than one of them alone, and none waits
// much longer than those who came before it.
type writer struct {
	turns   chan *turn
	closing chan struct{}
	ended   chan struct{}

	here     int // how many had the last turns, or waited meanwhile
	patience time.Duration
}

// A turn is what somebody writes, and waits for.
type turn struct {
	do   func(ctx context.Context, s store) error
	err  error
	done chan struct{}
}

// mostTurns is how many are done together at most: the first has to wait for the last.
const mostTurns = 128

// usualPatience is how long turns wait for others at most, while fewer are there than were
// here a moment ago: most of those come back at once, and to wait for the disk together
// takes less time than one after the other.
const usualPatience = 500 * time.Microsecond

var errClosed = errors.New("the database is being closed")

// newWriter starts the writer on a connection, which is closed with it.
func newWriter(conn *sql.Conn) *writer {
	w := &writer{turns: make(chan *turn, mostTurns), closing: make(chan struct{}), ended: make(chan struct{}), patience: usualPatience}
	go func() {
		defer close(w.ended)
		defer conn.Close()
		for s := (store{conn, &sync.Map{}}); ; {
			select {
			case t := <-w.turns:
				w.together(s, t)
			case <-w.closing:
				return
			}
		}
	}()
	return w
}

// write waits until somebody's turn is over, and what it wrote is lasting. A turn that
// has begun is brought to its end even if nobody waits for it any more: to break off a
// statement would take the others' turns back.
func (w *writer) write(ctx context.Context, do func(context.Context, store) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	t := &turn{do: do, done: make(chan struct{})}
	select {
	case w.turns <- t:
	case <-ctx.Done():
		return ctx.Err()
	case <-w.closing:
		return errClosed
	}
	select {
	case <-t.done:
		return t.err
	case <-w.ended:
		return errClosed
	}
}

// close ends the writer. What is still waiting is not written.
func (w *writer) close() {
	close(w.closing)
	<-w.ended
}

// together gives the first and all that wait their turns, in one transaction.
func (w *writer) together(s store, first *turn) {
	ctx := context.Background()
	all := []*turn{first}
	_, err := s.do(ctx, "BEGIN IMMEDIATE")
	if err == nil {
		first.run(ctx, s)
		enough := time.After(w.patience)
		for t := w.next(1, enough); t != nil; t = w.next(len(all), enough) {
			all = append(all, t)
			t.run(ctx, s)
		}
		if _, err = s.do(ctx, "COMMIT"); err != nil {
			s.do(ctx, "ROLLBACK") // which fails where there is nothing left to take back
		}
	}
	w.here = len(all) + len(w.turns)
	for _, t := range all {
		if err != nil {
			t.err = err
		}
		close(t.done)
	}
}

// next returns who has the next turn together with n others, or nil.
func (w *writer) next(n int, enough <-chan time.Time) *turn {
	if n == mostTurns {
		return nil
	}
	select {
	case t := <-w.turns:
		return t
	default:
	}
	if n >= w.here {
		return nil
	}
	select {
	case t := <-w.turns:
		return t
	case <-enough:
		return nil
	}
}

// run gives somebody his turn. What it has written goes if it fails, and all others'
// stays.
func (t *turn) run(ctx context.Context, s store) {
	if _, t.err = s.do(ctx, "SAVEPOINT turn"); t.err != nil {
		return
	}
	defer func() {
		if p := recover(); p != nil {
			t.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
		if t.err != nil {
			s.do(ctx, "ROLLBACK TO turn")
		}
		s.do(ctx, "RELEASE turn") // where this fails, COMMIT does
	}()
	t.err = t.do(ctx, s)
}
