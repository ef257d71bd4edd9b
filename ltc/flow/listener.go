package flow

import (
	"context"
	"sync"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// queueLength is how many changes wait for a listener at most.
const queueLength = 256

// Listener is one who listens to a feed, and asks for one change after the other: first those that the log holds after
// a cursor, then those that come. The feed fills its queue and never waits for it.
type Listener struct {
	feed   *Feed
	filter *ChangeFilter
	sent   Position // up to here all that it listens for was handed over
	behind bool     // the log may hold what comes before the queue
	live   bool     // what is read came by the queue
	read   []*db.Change

	news chan struct{} // something has changed below
	mu   sync.Mutex
	next []*db.Change
	over bool // nothing comes any more
	slow bool // because the queue was full
}

// Listen begins now, or after a cursor. Whoever listens has to Close.
//
// Errors: CURSOR_EXPIRED; UNAVAILABLE server.stopping.
func (f *Feed) Listen(ctx context.Context, from *Cursor, filter *ChangeFilter) (*Listener, error) {
	select {
	case <-f.ready:
	case <-ctx.Done():
		return nil, store.Translate(ctx.Err())
	}
	l := &Listener{feed: f, filter: filter, news: make(chan struct{}, 1)}
	now, ok := f.join(l) // before the log is read: nothing falls between
	if !ok {
		return nil, fault.New(fault.CodeUnavailable, "server.stopping")
	}
	l.sent = now.Position
	if from != nil {
		if err := from.current(now.Epoch); err != nil {
			l.Close()
			return nil, err
		}
		l.sent, l.behind = from.Position, true
	}
	return l, nil
}

// Close lets the feed forget it.
func (l *Listener) Close() { l.feed.leave(l) }

// Live tells whether the change that was handed over last came as it happened: others hear of it now too.
func (l *Listener) Live() bool { return l.live }

// Next waits for the next change; before it waits it says so. It is nil at the end of the context or the feed.
//
// Errors: SLOW_CONSUMER: the listener did not keep up and may resume from its last cursor.
func (l *Listener) Next(ctx context.Context, idle func()) (*db.Change, error) {
	for {
		if len(l.read) == 0 {
			if err := l.more(ctx, idle); err != nil || len(l.read) == 0 {
				return nil, err
			}
		}
		c := l.read[0]
		l.read = l.read[1:]
		if p := PositionOf(c); l.sent.Before(p) {
			l.sent = p
			return c, nil
		}
	}
}

// more reads on: a page of the log, or all that waits.
func (l *Listener) more(ctx context.Context, idle func()) (err error) {
	if l.behind {
		if l.read, err = Read(ctx, l.feed.st.Reader(), l.sent, l.filter, page); err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return store.Translate(err)
		}
		if l.behind = len(l.read) == page; len(l.read) > 0 {
			return nil
		}
	}
	l.live = true
	for ctx.Err() == nil {
		var over bool
		if l.read, over = l.take(); len(l.read) > 0 {
			return nil
		}
		if over {
			return l.why()
		}
		idle()
		select {
		case <-ctx.Done():
		case <-l.news:
		}
	}
	return nil
}

// hear puts changes into the queue, and tells whether the listener is still there. The feed calls it.
func (l *Listener) hear(cs []*db.Change) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	before := len(l.next)
	for _, c := range cs {
		switch {
		case !l.filter.Matches(c):
		case len(l.next) == queueLength:
			l.over, l.slow = true, true
		default:
			l.next = append(l.next, c)
		}
	}
	if l.over || len(l.next) > before {
		l.wake()
	}
	return !l.over
}

func (l *Listener) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over = true
	l.wake()
}

func (l *Listener) wake() {
	select {
	case l.news <- struct{}{}:
	default:
	}
}

func (l *Listener) take() (cs []*db.Change, over bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	cs, l.next = l.next, nil
	return cs, l.over
}

func (l *Listener) why() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.slow {
		return fault.New(fault.CodeSlowConsumer, "feed.slow_consumer")
	}
	return nil
}
