package sandbox

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestTurns holds that turns which wait together do not harm each other.
func TestTurns(t *testing.T) {
	s := newHome(t, Options{}).handler
	ctx := t.Context()
	mine := errors.New("mine")
	begun, goOn := make(chan struct{}), make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		err := s.write(ctx, func(ctx context.Context, st store) error {
			close(begun)
			<-goOn // until the others wait
			return st.keep(ctx, "first", "text")
		})
		if err != nil {
			t.Error("the first:", err)
		}
	})
	<-begun
	for i := range 40 {
		wait.Go(func() {
			err := s.write(ctx, func(ctx context.Context, st store) error {
				if _, err := st.do(ctx, "INSERT INTO nowhere VALUES (1)"); err == nil {
					return errors.New("there is no such table")
				}
				err := st.keep(ctx, fmt.Sprint("link", i), "text")
				switch i % 3 {
				case 0:
					return mine
				case 1:
					panic("broken")
				}
				return err
			})
			switch i % 3 {
			case 0:
				if err != mine {
					t.Errorf("%d: %v", i, err)
				}
			case 1:
				if err == nil || !strings.Contains(err.Error(), "broken") {
					t.Errorf("%d: %v", i, err)
				}
			case 2:
				if err != nil {
					t.Errorf("%d: %v", i, err)
				}
			}
		})
	}
	gone, leave := context.WithCancel(ctx)
	left := make(chan error, 1)
	go func() {
		left <- s.write(gone, func(ctx context.Context, st store) error {
			leave() // somebody who goes while it is his turn
			return st.keep(ctx, "gone", "text")
		})
	}()
	for len(s.writer.turns) < 41 {
		time.Sleep(time.Millisecond)
	}
	close(goOn)
	wait.Wait()
	if err := <-left; err != nil {
		t.Error("somebody who has gone:", err)
	}
	for id, want := range map[string]string{"first": "text", "link2": "text", "link38": "text", "gone": "text", "link0": "", "link1": ""} {
		if text, err := s.store.link(ctx, id); err != nil || text != want {
			t.Errorf("%s is %q: %v", id, text, err)
		}
	}
}

// TestTogether holds that a turn waits for somebody who was here a moment ago, so that
// both wait for the disk once, and for nobody else.
func TestTogether(t *testing.T) {
	s := newHome(t, Options{}).handler
	s.writer.patience = time.Minute
	write := func(do func()) chan error {
		answered := make(chan error, 1)
		go func() {
			answered <- s.write(t.Context(), func(ctx context.Context, st store) error {
				do()
				return nil
			})
		}()
		return answered
	}
	arrive := func(answers ...chan error) {
		t.Helper()
		for _, answered := range answers {
			select {
			case err := <-answered:
				if err != nil {
					t.Fatal(err)
				}
			case <-time.After(10 * time.Second):
				t.Fatal("a turn waits for nobody")
			}
		}
	}

	begun, goOn := make(chan struct{}), make(chan struct{})
	one := write(func() {
		close(begun)
		<-goOn
	})
	<-begun
	two := write(func() {})
	for len(s.writer.turns) < 1 {
		time.Sleep(time.Millisecond)
	}
	close(goOn)
	arrive(one, two)

	had := make(chan struct{})
	one = write(func() { close(had) })
	<-had
	select {
	case <-one:
		t.Fatal("it did not wait")
	case <-time.After(50 * time.Millisecond):
	}
	arrive(write(func() {}), one)

	s.writer.patience = time.Millisecond
	arrive(write(func() {})) // the other one does not come
	s.writer.patience = time.Minute
	arrive(write(func() {}))
}

// TestWhole holds that what is written in one turn is there for nobody before all of
// it is.
func TestWhole(t *testing.T) {
	s := newHome(t, Options{}).handler
	err := s.write(t.Context(), func(ctx context.Context, st store) error {
		if err := st.keep(ctx, "part", "text"); err != nil {
			return err
		}
		if text, err := s.store.link(ctx, "part"); err != nil || text != "" {
			t.Errorf("others see %q: %v", text, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if text, err := s.store.link(t.Context(), "part"); err != nil || text != "text" {
		t.Errorf("after it others see %q: %v", text, err)
	}
}

func TestClosed(t *testing.T) {
	s, err := OpenSQLite(t.Context(), t.TempDir()+"/sandbox.db", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.write(t.Context(), func(context.Context, store) error { return nil }); !errors.Is(err, errClosed) {
		t.Error("after the end:", err)
	}
}
