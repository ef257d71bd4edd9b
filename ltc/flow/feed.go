package flow

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Feed follows the log and hands each change to whoever listens: nothing lost, nothing twice, the changes of one
// journey in order. What wakes it only wakes it; the log alone says what happened.
type Feed struct {
	st    *store.Store
	log   *slog.Logger
	wake  chan struct{}
	ready chan struct{}

	mu        sync.Mutex
	pos       Position
	epoch     int64
	followers map[*follower]bool
	closed    bool
	behind    time.Time // since when it has not stood at the end of the log; zero while it does
}

// follower is one listener: a queue that the feed fills and never waits for.
type follower struct {
	queue chan *db.Change
	slow  bool // let go because the queue was full; read after the queue is closed
}

const (
	queueLength = 256
	page        = 500
	slowPoll    = time.Second          // the net under lost wake-ups
	quickPoll   = 3 * time.Millisecond // while a row waits for an older transaction to end
)

// NewFeed makes a feed; Run starts it.
func NewFeed(st *store.Store, log *slog.Logger) *Feed {
	f := &Feed{
		st: st, log: log, wake: make(chan struct{}, 1), ready: make(chan struct{}), followers: map[*follower]bool{},
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
	s := Standing{Followers: len(f.followers)}
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
		case <-next.C:
		}
		next.Reset(f.drain(ctx))
	}
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
		cs, err := Read(ctx, f.st.Reader(), f.pos, nil, page)
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
	waits, err := pending(ctx, f.st, f.pos)
	f.stands(err == nil && !waits)
	if err == nil && waits {
		return quickPoll
	}
	return slowPoll
}

// tell hands committed changes to every follower. Who is too slow is let go and catches up from the log.
func (f *Feed) tell(cs []*db.Change) {
	if len(cs) == 0 {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, c := range cs {
		for w := range f.followers {
			select {
			case w.queue <- c:
			default:
				w.slow = true
				f.leave(w)
			}
		}
	}
	f.pos = PositionOf(cs[len(cs)-1])
}

// leave takes a follower off; the lock is held.
func (f *Feed) leave(w *follower) {
	if f.followers[w] {
		delete(f.followers, w)
		close(w.queue)
	}
}

func (f *Feed) close() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed = true
	for w := range f.followers {
		f.leave(w)
	}
}

// join adds a follower and answers the position from which on it misses nothing.
func (f *Feed) join() (*follower, Cursor, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closed {
		return nil, Cursor{}, false
	}
	w := &follower{queue: make(chan *db.Change, queueLength)}
	f.followers[w] = true
	return w, Cursor{f.epoch, f.pos}, true
}

// Follow sends first what came after the cursor, then goes on live, until the context ends, send answers false, or
// the feed ends. Without a cursor it begins now.
//
// Errors: CURSOR_EXPIRED; SLOW_CONSUMER: the follower did not keep up and may resume from its last cursor.
func (f *Feed) Follow(ctx context.Context, from *Cursor, filter *ChangeFilter, send func(*db.Change) bool) error {
	select {
	case <-f.ready:
	case <-ctx.Done():
		return nil
	}
	w, now, ok := f.join() // before the log is read: nothing falls between
	if !ok {
		return fault.New(fault.CodeUnavailable, "server.stopping")
	}
	defer func() {
		f.mu.Lock()
		f.leave(w)
		f.mu.Unlock()
	}()
	sent := now.Position
	if from != nil {
		if err := from.current(now.Epoch); err != nil {
			return err
		}
		var err error
		if sent, err = f.catchUp(ctx, from.Position, filter, send); err != nil || ctx.Err() != nil {
			return err
		}
	}
	return live(ctx, w, sent, filter, send)
}

// catchUp sends what the log holds after a position, and answers how far it came.
func (f *Feed) catchUp(ctx context.Context, p Position, filter *ChangeFilter, send func(*db.Change) bool) (Position, error) {
	for {
		cs, err := Read(ctx, f.st.Reader(), p, filter, page)
		if err != nil {
			return p, store.Translate(err)
		}
		for _, c := range cs {
			if !send(c) {
				return p, context.Canceled
			}
			p = PositionOf(c)
		}
		if len(cs) < page {
			return p, nil
		}
	}
}

// live sends what the feed hands over, less what was sent already.
func live(ctx context.Context, w *follower, sent Position, filter *ChangeFilter, send func(*db.Change) bool) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case c, ok := <-w.queue:
			if !ok {
				if w.slow {
					return fault.New(fault.CodeSlowConsumer, "feed.slow_consumer")
				}
				return nil
			}
			if !sent.Before(PositionOf(c)) || !filter.Matches(c) {
				continue
			}
			if !send(c) {
				return nil
			}
		}
	}
}

// CursorOf is the cursor of a change, in the feed's epoch.
func (f *Feed) CursorOf(c *db.Change) Cursor {
	f.mu.Lock()
	defer f.mu.Unlock()
	return Cursor{f.epoch, PositionOf(c)}
}
