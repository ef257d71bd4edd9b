package flow

import (
	"context"
	"crypto/rand"
	"log/slog"
	"sync"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Feed follows the log and hands each change to whoever listens for it: nothing lost, nothing twice, the changes of one
// journey in order. What wakes it only wakes it; the log alone says what happened.
type Feed struct {
	st    *store.Store
	log   *slog.Logger
	name  string // by which servers know their own messages
	wake  chan struct{}
	ready chan struct{}

	mu        sync.Mutex
	pos       Position
	epoch     int64
	listeners map[*Listener]bool
	closed    bool
	behind    time.Time // since when it has not stood at the end of the log; zero while it does
}

const (
	page      = 500
	slowPoll  = time.Second          // the net under lost wake-ups
	quickPoll = 3 * time.Millisecond // while a row waits for an older transaction to end
	rest      = 2 * time.Millisecond // between two looks: what happens meanwhile is read at once
)

// NewFeed makes a feed; Run starts it.
func NewFeed(st *store.Store, log *slog.Logger) *Feed {
	f := &Feed{
		st: st, log: log, name: rand.Text(), wake: make(chan struct{}, 1), ready: make(chan struct{}), listeners: map[*Listener]bool{},
	}
	st.OnCommit(f.Wake)
	return f
}

// Wake lets the feed look at the log. It never waits.
func (f *Feed) Wake() {
	select {
	case f.wake <- struct{}{}:
	default:
	}
}

// Standing is where a feed stands.
type Standing struct {
	Lag       time.Duration // for how long it has not stood at the end of the log
	Followers int
}

// Standing tells where the feed stands.
func (f *Feed) Standing() Standing {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := Standing{Followers: len(f.listeners)}
	if !f.behind.IsZero() {
		s.Lag = time.Since(f.behind) //nolint:forbidigo // how long the feed waits, not when a record changed
	}
	return s
}

// stands notes whether the feed is at the end of the log.
func (f *Feed) stands(atEnd bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case atEnd:
		f.behind = time.Time{}
	case f.behind.IsZero():
		f.behind = time.Now() //nolint:forbidigo // as in Standing
	}
}

// Run follows the log until the context ends, then lets all followers go. While the database is away it waits.
func (f *Feed) Run(ctx context.Context) error {
	for {
		err := f.begin(ctx)
		if err == nil {
			break
		}
		if fault.CodeOf(store.Translate(err)) != fault.CodeUnavailable && ctx.Err() == nil {
			return err
		}
		f.stands(false)
		select {
		case <-ctx.Done(): // told to stop before it began
			return nil
		case <-time.After(slowPoll):
		}
	}
	stop := f.listen(ctx)
	defer stop()
	defer f.close()
	next := time.NewTimer(slowPoll)
	defer next.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-f.wake:
			if !f.followed() {
				continue
			}
		case <-next.C:
		}
		next.Reset(f.look(ctx))
		pause(ctx, rest)
	}
}

// look hands out what is new, or steps to the end of the log where nobody listens. It answers when to look again.
func (f *Feed) look(ctx context.Context) time.Duration {
	if f.followed() {
		return f.drain(ctx)
	}
	f.stands(f.passes(ctx))
	return slowPoll
}

// passes steps to the end of the log, and tells whether it came any further or nothing is left: what a transaction that
// stays open hides is asked for only where it may.
func (f *Feed) passes(ctx context.Context) bool {
	before := f.position()
	if f.skip(ctx) != nil {
		return false
	}
	now := f.position()
	if before.Before(now) {
		return true
	}
	waits, err := pending(ctx, f.st, now)
	return err == nil && !waits
}

func (f *Feed) followed() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.listeners) > 0
}

// skip steps to the end of the log, if nobody listens.
func (f *Feed) skip(ctx context.Context) error {
	now, err := Last(ctx, f.st)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.listeners) == 0 && f.pos.Before(now) {
		f.pos = now
	}
	return nil
}

func (f *Feed) position() Position {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.pos
}

// begin starts at the end of the log as it is now.
func (f *Feed) begin(ctx context.Context) error {
	epoch, err := Epoch(ctx, f.st.Reader())
	if err != nil {
		return err
	}
	pos, err := Last(ctx, f.st)
	if err != nil {
		return err
	}
	f.mu.Lock()
	f.pos, f.epoch = pos, epoch
	f.mu.Unlock()
	close(f.ready)
	return nil
}

// drain hands out all that is committed, and answers when to look again.
func (f *Feed) drain(ctx context.Context) time.Duration {
	for {
		cs, err := Read(ctx, f.st.Reader(), f.position(), nil, page)
		if err != nil {
			if ctx.Err() == nil {
				f.log.WarnContext(ctx, "the feed cannot read the log", "err", err)
			}
			f.stands(false)
			return slowPoll
		}
		f.tell(cs)
		if len(cs) < page {
			break
		}
	}
	waits, err := pending(ctx, f.st, f.position())
	f.stands(err == nil && !waits)
	if err == nil && waits {
		return quickPoll
	}
	return slowPoll
}

// tell hands committed changes to all who listen for them. It waits for nobody. Those that the feed has stepped over
// since they were read are no news to anybody.
func (f *Feed) tell(cs []*db.Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for len(cs) > 0 && !f.pos.Before(PositionOf(cs[0])) {
		cs = cs[1:]
	}
	if len(cs) == 0 {
		return
	}
	for l := range f.listeners {
		if !l.hear(cs) {
			delete(f.listeners, l)
		}
	}
	f.pos = PositionOf(cs[len(cs)-1])
}

func (f *Feed) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for l := range f.listeners {
		l.end()
	}
	clear(f.listeners)
}

// join adds a listener and answers the position from which on it misses nothing. A feed that nobody listened to first
// steps to the end of the log.
//
// Errors: UNAVAILABLE server.stopping.
func (f *Feed) join(ctx context.Context, l *Listener) (Cursor, error) {
	if !f.followed() {
		if err := f.skip(ctx); err != nil {
			return Cursor{}, store.Translate(err)
		}
	}
	defer f.Wake() // what was committed since
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return Cursor{}, fault.New(fault.CodeUnavailable, "server.stopping")
	}
	f.listeners[l] = true
	return Cursor{f.epoch, f.pos}, nil
}

func (f *Feed) leave(l *Listener) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.listeners, l)
}

// CursorOf is the cursor of a change, in the feed's epoch.
func (f *Feed) CursorOf(c *db.Change) Cursor {
	f.mu.Lock()
	defer f.mu.Unlock()
	return Cursor{f.epoch, PositionOf(c)}
}
