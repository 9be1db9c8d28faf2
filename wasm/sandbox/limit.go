package sandbox

import (
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"
)

// A Rate is what a sender may still do.
type Rate struct {
	Limit, Remaining int       // requests; Limit 0: nobody knows how many. Remaining below 0: this one is too many
	Reset            time.Time // when there is room for another one
}

// limited reports a fault where a sender has sent too much.
func (s *Sandbox) limited(w http.ResponseWriter, r *http.Request) error {
	if s.Limit == nil {
		return nil
	}
	rate := s.Limit(r)
	h := w.Header()
	if rate.Limit > 0 {
		h.Set("X-RateLimit-Limit", strconv.Itoa(rate.Limit))
		h.Set("X-RateLimit-Remaining", strconv.Itoa(max(0, rate.Remaining)))
		h.Set("X-RateLimit-Reset", strconv.FormatInt(rate.Reset.Unix(), 10))
	}
	if rate.Remaining >= 0 {
		return nil
	}
	h.Set("X-RateLimit-Reset", strconv.FormatInt(rate.Reset.Unix(), 10))
	h.Set("Retry-After", strconv.Itoa(max(1, int(rate.Reset.Sub(s.Now()).Seconds()+0.999))))
	return errTooManyReq
}

// A Limiter counts requests by the address that they come from: a bucket for each,
// which holds some and gets new ones as time goes by.
type Limiter struct {
	burst     int
	perSecond float64
	now       func() time.Time

	mu      sync.Mutex
	buckets map[netip.Prefix]bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

// mostBuckets are kept. Beyond, those that are full again are dropped, or all.
const mostBuckets = 100_000

// NewLimiter returns a limit of so many requests at once, and so many a second
// after that.
func NewLimiter(burst int, perSecond float64, now func() time.Time) *Limiter {
	return &Limiter{burst: burst, perSecond: perSecond, now: now, buckets: map[netip.Prefix]bucket{}}
}

// Rate counts a request.
func (l *Limiter) Rate(r *http.Request) Rate {
	now := l.now()
	key := sender(r.RemoteAddr)
	l.mu.Lock()
	defer l.mu.Unlock()
	b, known := l.buckets[key]
	if !known {
		if len(l.buckets) >= mostBuckets {
			l.sweep(now)
		}
		b = bucket{float64(l.burst), now}
	}
	b.tokens = min(float64(l.burst), b.tokens+now.Sub(b.at).Seconds()*l.perSecond) - 1
	b.at = now
	rate := Rate{l.burst, int(b.tokens), now}
	if b.tokens < 0 {
		rate.Remaining = -1
		rate.Reset = now.Add(time.Duration(-b.tokens / l.perSecond * float64(time.Second)))
		b.tokens++ // it does not count
	}
	l.buckets[key] = b
	return rate
}

func (l *Limiter) sweep(now time.Time) {
	for key, b := range l.buckets {
		if b.tokens+now.Sub(b.at).Seconds()*l.perSecond >= float64(l.burst) {
			delete(l.buckets, key)
		}
	}
	if len(l.buckets) >= mostBuckets {
		clear(l.buckets)
	}
}

// sender is the network that an address is one household's: of IPv6, where anybody
// has 2^64 addresses, the first half.
func sender(address string) netip.Prefix {
	port, err := netip.ParseAddrPort(address)
	if err != nil {
		return netip.Prefix{}
	}
	ip := port.Addr().Unmap()
	bits := 32
	if ip.Is6() {
		bits = 64
	}
	prefix, err := ip.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return prefix
}
