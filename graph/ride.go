package graph

import (
	"context"
	"errors"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"

	"github.com/leadtocash/ltc/ent/db"
)

// Client is to whom a ride's answers go. Offer and Flush do not wait.
type Client interface {
	// Offer takes an answer, unless it would have to wait. What it took may leave later, but with Flush at the latest.
	Offer(*graphql.Response) (taken bool)
	// Send takes an answer, and is false where nobody wants more.
	Send(*graphql.Response) bool
	Flush()
	// End is called once, after all else.
	End()
}

// ride is a subscription that needs no goroutine of its own while it has to wait for nothing but news: a few goroutines
// serve all that have any. Where it has to wait for its client, or for what only it asks, it goes on alone.
type ride struct {
	*following
	ctx    context.Context
	client Client
	offer  func(*graphql.Response) bool // the client's
	woken  func()                       // wake
	first  graphql.ResponseHandler      // the usual way, until there was one answer

	change *db.Change        // that it heard, until it is decided what of it is told
	answer *graphql.Response // until it is taken
	state  atomic.Int32
}

const (
	resting int32 = iota // until somebody wakes it
	queued               // until it is its turn
	served
	again // served, and woken meanwhile
)

var (
	errRests = errors.New("there is no news")
	errAlone = errors.New("somebody has to wait for it")
	errOver  = errors.New("nothing more is wanted, or comes")
)

// Ride has a subscription tell its client all further answers, of which it has told none yet; first is the usual way to
// them, which the first one takes: all that stands around answers sees that one. It is false for other operations.
func Ride(ctx context.Context, first graphql.ResponseHandler, to Client) bool {
	f := followingOf(ctx)
	if f == nil || !f.begun {
		return false
	}
	r := &ride{following: f, ctx: ctx, client: to, first: first}
	r.offer, r.woken = to.Offer, r.wake
	r.state.Store(served)
	if err := f.listen(ctx); err != nil {
		r.end(err)
		return true
	}
	f.listener.OnNews(r.woken)
	context.AfterFunc(ctx, r.woken)
	r.alone() // what the log holds
	return true
}

// wake has the ride served soon. It never waits.
func (r *ride) wake() {
	for {
		switch s := r.state.Load(); s {
		case resting:
			if r.state.CompareAndSwap(resting, queued) {
				r.turns.add(r)
				return
			}
		case served:
			if r.state.CompareAndSwap(served, again) {
				return
			}
		default:
			return
		}
	}
}

// rest is until there is more to do.
func (r *ride) rest() {
	if !r.state.CompareAndSwap(served, resting) {
		r.state.Store(queued)
		r.turns.add(r)
	}
}

// turn does what can be done without waiting.
func (r *ride) turn() {
	r.state.Store(served)
	err := r.goOn(r.woken, r.offer)
	if !errors.Is(err, errOver) {
		r.client.Flush()
	}
	switch {
	case errors.Is(err, errAlone):
		go r.alone()
	case rests(err):
		r.rest()
	default:
		go r.end(err) // the client may take its time to hear the last
	}
}

// alone does all there is, and waits for it.
func (r *ride) alone() {
	err := r.goOn(nil, r.client.Send)
	r.client.Flush()
	if rests(err) {
		r.rest()
		return
	}
	r.end(err)
}

// rests tells whether a ride goes on once it is woken.
func rests(why error) bool { return errors.Is(why, errRests) || errors.Is(why, errLater) }

func (r *ride) end(why error) {
	if !errors.Is(why, errOver) && r.ctx.Err() == nil {
		fail(r.ctx, present(r.log)(r.ctx, why))
	}
	r.client.End()
}

// goOn hands over answers, and says why it can do no more. Where there is a later nobody waits.
func (r *ride) goOn(later func(), give func(*graphql.Response) bool) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = r.panicked(r.ctx, p)
		}
	}()
	for r.ctx.Err() == nil {
		if r.answer == nil {
			if err := r.prepare(later); err != nil {
				return err
			}
			continue
		}
		if !give(r.answer) {
			if later != nil {
				return errAlone
			}
			return errOver
		}
		r.answer = nil
	}
	return errOver
}

// prepare hears the next change, and has an answer where the caller sees it.
func (r *ride) prepare(later func()) error {
	if err := r.hearNext(later); err != nil {
		return err
	}
	now, err := rechecked(r.ctx, r.caller)
	if err != nil {
		return err
	}
	x, err := r.told(r.ctx, now, r.change, later)
	if err != nil {
		return err
	}
	if r.change, r.held = nil, (held{}); x == nil {
		return nil
	}
	if r.first == nil {
		r.answer = &x.Response
		return nil
	}
	r.ready = x
	if r.answer, r.first = r.first(r.ctx), nil; r.answer == nil {
		return errOver
	}
	return nil
}

func (r *ride) hearNext(later func()) error {
	if r.change != nil {
		return nil
	}
	if later != nil && r.listener.Behind() {
		return errAlone
	}
	c, over, err := r.listener.Ready(r.ctx)
	switch {
	case err != nil:
		return err
	case over:
		return errOver
	case c == nil:
		return errRests
	}
	r.change = c
	return nil
}
