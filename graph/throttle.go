package graph

import (
	"math"
	"net/netip"
	"sync"
	"time"
)

// Quota is how much somebody may ask: Capacity at once, and Restore of it comes back each second.
type Quota struct{ Capacity, Restore int }

// What there is to spend without other words: for a person or a token, and for all who come from an address without
// having signed in, who pay one for each request.
var (
	UsualQuota  = Quota{Capacity: 10_000, Restore: 200}
	nobodyQuota = Quota{Capacity: 100, Restore: 10}
)

// buckets hold what each has left. They are this process's, and bounded in number: a full bucket says nothing and can be
// made anew, and where there are too many that are not full, newcomers share one.
type buckets struct {
	Quota
	most int

	mu    sync.Mutex
	m     map[string]bucket
	swept time.Time
}

type bucket struct {
	left float64
	at   time.Time
}

func newBuckets(q Quota, most int) *buckets {
	q.Restore = max(q.Restore, 1)
	return &buckets{Quota: q, most: most, m: map[string]bucket{}}
}

// take takes a cost out of somebody's bucket. Where there is too little it takes nothing, and says after how long there
// will be enough.
func (b *buckets) take(who string, cost int, now time.Time) (left int, wait time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	who, x := b.at(who, now)
	if missing := float64(cost) - x.left; missing > 0 {
		b.m[who] = x
		return int(x.left), time.Duration(math.Ceil(missing / float64(b.Restore) * float64(time.Second)))
	}
	x.left -= float64(cost)
	b.m[who] = x
	return int(x.left), 0
}

// give puts something back, and answers what there is then.
func (b *buckets) give(who string, cost int, now time.Time) (left int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	who, x := b.at(who, now)
	x.left = min(x.left+float64(cost), float64(b.Capacity))
	b.m[who] = x
	return int(x.left)
}

// at is somebody's bucket as it is now, and under which name.
func (b *buckets) at(who string, now time.Time) (string, bucket) {
	x, known := b.m[who]
	if !known && len(b.m) >= b.most && !b.sweep(now) {
		who = ""
		x, known = b.m[who]
	}
	if !known {
		return who, bucket{float64(b.Capacity), now}
	}
	return who, b.filled(x, now)
}

func (b *buckets) filled(x bucket, now time.Time) bucket {
	if gone := now.Sub(x.at); gone > 0 {
		x.left = min(x.left+gone.Seconds()*float64(b.Restore), float64(b.Capacity))
		x.at = now
	}
	return x
}

// sweep throws the full buckets away, at most once a second, and tells whether there is room now.
func (b *buckets) sweep(now time.Time) bool {
	if now.Sub(b.swept) < time.Second {
		return false
	}
	b.swept = now
	for who, x := range b.m {
		if b.filled(x, now).left >= float64(b.Capacity) {
			delete(b.m, who)
		}
	}
	return len(b.m) < b.most
}

// neighbourhood is an address as it is counted: what one customer of a provider gets, which of IPv6 is a /64.
func neighbourhood(address string) string {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return address
	}
	if a = a.Unmap(); a.Is4() {
		return a.String()
	}
	p, _ := a.WithZone("").Prefix(64) // of an IPv6 address there is one
	return p.String()
}
