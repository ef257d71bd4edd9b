// Package demo makes a believable company by calling the same verbs that people call, under a moving clock: the same
// each time, with journeys at every stage and work for today. It knows nothing that a user could not do.
package demo

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/store"
)

// Size is how much of a company is made.
type Size int

// The sizes: how many journeys begin.
const (
	Small Size = 120
	Full  Size = 2400
)

// span is how far back the company's story goes, in days.
const span = 240

// chapter is how much of the story shares a transaction.
const chapter = 96 * time.Hour

// Make fills a founded-less database with the demo company as it stands at an instant. Its story is the same each
// time; only its dates lie relative to that instant.
func Make(ctx context.Context, st *store.Store, size Size, now time.Time) error {
	c := newCompany(st, now)
	if err := c.found(ctx); err != nil {
		return fmt.Errorf("found the demo company: %w", err)
	}
	c.cast(size)
	return c.play(ctx)
}

// company is the story while it is told.
type company struct {
	st       *store.Store
	now      time.Time
	start    time.Time
	rng      *rand.Rand
	company  flow.Company
	people   map[string]person
	products []product
	queue    queue
}

func newCompany(st *store.Store, now time.Time) *company {
	now = now.UTC().Truncate(time.Second)
	return &company{
		st: st, now: now, start: now.AddDate(0, 0, -span),
		rng:    rand.New(rand.NewPCG(20260101, 42)), //nolint:gosec // a story, not a secret: it has to repeat
		people: map[string]person{},
	}
}

// call is a call at an instant of the story; ids come from the story's own dice.
func (c *company) call(ctx context.Context, v call.Viewer, at time.Time) context.Context {
	k := call.New(v, at, call.UI)
	k.NewID = func(kind id.Kind, at time.Time) string {
		var r [16]byte
		binary.BigEndian.PutUint64(r[:8], c.rng.Uint64())
		binary.BigEndian.PutUint64(r[8:], c.rng.Uint64())
		return id.New(kind, at, [10]byte(r[:10]))
	}
	k.Correlation = fmt.Sprintf("demo-%x", c.rng.Uint64())
	return call.With(ctx, k)
}

// play tells the story in the order of time, a chapter in a transaction, until now. What would happen later is left for
// the people who sign in.
func (c *company) play(ctx context.Context) error {
	for c.queue.Len() > 0 && c.queue.next().Before(c.now) {
		until := c.queue.next().Add(chapter)
		err := c.st.InTx(ctx, func(ctx context.Context, _ *store.Tx) error {
			for c.queue.Len() > 0 && c.queue.next().Before(until) && c.queue.next().Before(c.now) {
				if err := c.happen(ctx, c.queue.pop()); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := flow.Drain(ctx, c.st); err != nil {
			return err
		}
	}
	return flow.RunDaily(c.call(ctx, call.System(c.company.ID), c.now), c.st)
}

func (c *company) happen(ctx context.Context, e event) error {
	if err := e.do(c.call(ctx, c.people[e.who].viewer, e.at)); err != nil {
		return fmt.Errorf("%s, %s, %s: %w", e.what, e.who, e.at.Format(time.DateOnly), err)
	}
	return nil
}
