package parallel

import (
	"errors"
	"sync/atomic"
	"testing"
)

func TestEach(t *testing.T) {
	var done [1000]atomic.Bool
	if err := Each(len(done), func(i int) error {
		if done[i].Swap(true) {
			t.Errorf("%d twice", i)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for i := range done {
		if !done[i].Load() {
			t.Fatalf("%d is left out", i)
		}
	}
	wrong := errors.New("wrong")
	var calls atomic.Int64
	err := Each(1_000_000, func(int) error {
		calls.Add(1)
		return wrong
	})
	if !errors.Is(err, wrong) || calls.Load() > 1000 {
		t.Errorf("%v after %d calls", err, calls.Load())
	}
	if err := Each(0, func(int) error { return wrong }); err != nil {
		t.Error(err)
	}
}
