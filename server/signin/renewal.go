package signin

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/leadtocash/ltc/ltc/call"
)

// recheck is how often what stays open asks whether its session or token still stands, and with which rights.
const recheck = 2 * time.Second

const (
	asksAtOnce = 8           // looks at a time: a round must not take all connections
	longRound  = 5 * recheck // after which those that were not looked at wait for the next
)

// renewals look again and again who the callers of all that stays open are by now: one clock for all, and one look for
// all that is open of one session or token.
type renewals struct {
	look func(context.Context, call.Call) *watched // nil where it cannot be told now
	ring *bell

	mu    sync.Mutex
	m     map[caller]*renewal
	there bool // somebody looks
}

// caller is what a look depends on.
type caller struct{ session, principal, user, seenBy string }

func callerOf(c call.Call) caller {
	return caller{c.SessionID, c.Viewer.Principal, c.Viewer.UserID, c.Viewer.SeenBy}
}

// renewal is one caller, with how to end what is open of theirs.
type renewal struct {
	call call.Call
	now  atomic.Pointer[watched]
	ends map[int]context.CancelCauseFunc
	last int
}

// watched is who a caller is by now, or why they must go.
type watched struct {
	viewer call.Viewer
	err    error
}

// viewer is for call.Call.
func (x *renewal) viewer(context.Context) (call.Viewer, error) {
	w := x.now.Load()
	return w.viewer, w.err
}

// enter has a caller looked after until they leave; end ends what is theirs. Who is looked after already stays whom the
// last look found, for who comes may have been let in before that; where they differ, it is looked again.
func (r *renewals) enter(c call.Call, end context.CancelCauseFunc) (x *renewal, leave func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	who := callerOf(c)
	if x = r.m[who]; x == nil {
		x = r.begin(who, c)
	} else if !reflect.DeepEqual(x.now.Load().viewer, c.Viewer) {
		r.ring.ring()
	}
	x.last++
	n := x.last
	x.ends[n] = end
	if !r.there {
		r.there = true
		go r.run()
	}
	return x, func() { r.leave(who, x, n) }
}

func (r *renewals) begin(who caller, c call.Call) *renewal {
	x := &renewal{call: c, ends: map[int]context.CancelCauseFunc{}}
	x.now.Store(&watched{viewer: c.Viewer}) // who was let in just now
	if r.m == nil {
		r.m = map[caller]*renewal{}
	}
	r.m[who] = x
	return x
}

func (r *renewals) leave(who caller, x *renewal, n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if delete(x.ends, n); len(x.ends) == 0 && r.m[who] == x {
		delete(r.m, who)
	}
}

// run looks while there is anybody, at every tick and every ring.
func (r *renewals) run() {
	tick := time.NewTicker(recheck)
	defer tick.Stop()
	for rung := r.ring.rung(); ; {
		select {
		case <-tick.C:
		case <-rung:
		}
		rung = r.ring.rung() // what ends while the database is asked is asked for again
		all := r.all()
		if len(all) == 0 {
			return
		}
		r.round(all)
	}
}

// all are those to look after. Where there are none, nobody looks from then on.
func (r *renewals) all() []*renewal {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.there = len(r.m) > 0
	return slices.Collect(maps.Values(r.m))
}

func (r *renewals) round(all []*renewal) {
	ctx, stop := context.WithTimeout(context.Background(), longRound)
	defer stop()
	var group errgroup.Group
	group.SetLimit(asksAtOnce)
	for _, x := range all {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			r.found(x, r.look(ctx, x.call))
			return nil
		})
	}
	_ = group.Wait() // none of them fails
}

// found keeps what a look found, and ends what must end.
func (r *renewals) found(x *renewal, w *watched) {
	if w == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if x.now.Store(w); w.err == nil {
		return
	}
	if who := callerOf(x.call); r.m[who] == x {
		delete(r.m, who)
	}
	for _, end := range x.ends {
		end(w.err)
	}
}
