// Package parallel does many things of one kind on all processors.
package parallel

import (
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls f for each number below n, some at a time, in no certain order. It
// stops early after an error, and returns it.
func Each(n int, f func(i int) error) error {
	var next atomic.Int64
	errs := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for w := range errs {
		workers.Go(func() {
			for errs[w] == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[w] = f(i); errs[w] != nil {
					next.Store(int64(n))
				}
			}
		})
	}
	workers.Wait()
	return errors.Join(errs...)
}
