package sandbox

import (
	"hash/maphash"
	"sync"
)

// locks has those who change one user at the same time wait for each other. Two
// users may share a lock; that costs them a little time.
type locks [64]sync.Mutex

var seed = maphash.MakeSeed()

// lock locks. It returns what unlocks, and whether it had to wait.
func (l *locks) lock(key string) (unlock func(), waited bool) {
	m := &l[maphash.String(seed, key)%uint64(len(l))]
	if !m.TryLock() {
		waited = true
		m.Lock()
	}
	return m.Unlock, waited
}
