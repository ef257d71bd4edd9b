package signin

import (
	"context"
	"sync"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
)

// renewals let all that stays open of one session or token ask together who its caller is by now.
type renewals struct {
	mu sync.Mutex
	m  map[caller]*renewal
}

// caller is what a look depends on.
type caller struct{ session, principal, user, seenBy string }

func callerOf(c call.Call) caller {
	return caller{c.SessionID, c.Viewer.Principal, c.Viewer.UserID, c.Viewer.SeenBy}
}

// renewal is one look.
type renewal struct {
	begun time.Time
	done  chan struct{}
	found *watched
}

// of is what a look found that began at since or later: another's, or the caller's own.
func (r *renewals) of(ctx context.Context, who caller, since time.Time, look func() *watched) *watched {
	x, mine := r.at(who, since)
	if mine {
		func() {
			defer close(x.done)
			x.found = look()
		}()
		return x.found
	}
	select {
	case <-x.done:
		return x.found
	case <-ctx.Done():
		return nil
	}
}

// at is the look, and whether it is the caller's to take.
func (r *renewals) at(who caller, since time.Time) (x *renewal, mine bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if x = r.m[who]; x != nil && !x.begun.Before(since) {
		return x, false
	}
	now := time.Now()
	if r.m == nil {
		r.m = map[caller]*renewal{}
	}
	for k, old := range r.m {
		if now.Sub(old.begun) > recheck {
			delete(r.m, k)
		}
	}
	x = &renewal{begun: now, done: make(chan struct{})}
	r.m[who] = x
	return x, true
}
