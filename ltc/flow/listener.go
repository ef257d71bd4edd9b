package flow

import (
	"context"
	"sync"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// queueLength is how many changes wait for a listener at most; what comes then it reads from the log.
const queueLength = 256

// mostMissed is how many changes may come then before it takes any, so that a transaction of any usual size cuts off
// nobody who reads. They take no room.
const mostMissed = 20 * page

// mostRoom is for how many changes a queue keeps its room.
const mostRoom = 16

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
	free []*db.Change // room for the queue, once what it held is read
	miss int          // how many came while the queue was full, and are not in it
	tell func()       // as news
	over bool         // nothing comes any more
	slow bool         // because it missed too many
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
	now, err := f.join(ctx, l) // before the log is read: nothing falls between
	if err != nil {
		return nil, err
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

// OnNews has it told, from now on, when Ready may have more to say. Whoever is told must not wait.
func (l *Listener) OnNews(tell func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tell = tell
}

// Behind tells whether Ready has to read the log.
func (l *Listener) Behind() bool { return l.behind && len(l.read) == 0 }

// Next waits for the next change. It is nil at the end of the context or the feed.
//
// Errors: SLOW_CONSUMER: the listener did not keep up and may resume from its last cursor.
func (l *Listener) Next(ctx context.Context) (*db.Change, error) {
	for {
		c, over, err := l.Ready(ctx)
		if c != nil || over || err != nil {
			return c, err
		}
		select {
		case <-ctx.Done():
			return nil, nil
		case <-l.news:
		}
	}
}

// Ready is the next change that there is already, nil without one; over says that none will come.
//
// Errors: as of Next.
func (l *Listener) Ready(ctx context.Context) (c *db.Change, over bool, err error) {
	for ctx.Err() == nil {
		for len(l.read) > 0 {
			c, l.read[0] = l.read[0], nil
			l.read = l.read[1:]
			if p := PositionOf(c); l.sent.Before(p) {
				l.sent = p
				return c, false, nil
			}
		}
		if err := l.catchUp(ctx); err != nil {
			return nil, true, err
		}
		if len(l.read) > 0 {
			continue
		}
		l.live = true
		if over = l.take(); len(l.read) > 0 {
			continue
		}
		if over {
			return nil, true, l.why()
		}
		return nil, false, nil
	}
	return nil, true, nil
}

// catchUp reads a page of the log, where the listener is behind.
func (l *Listener) catchUp(ctx context.Context) (err error) {
	if !l.behind {
		return nil
	}
	if l.read, err = Read(ctx, l.feed.st.Reader(), l.sent, l.filter, page); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return store.Translate(err)
	}
	l.behind = len(l.read) == page
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
		case l.miss == mostMissed:
			l.over, l.slow = true, true
		case l.miss > 0 || len(l.next) == queueLength:
			l.miss++
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
	if l.tell != nil {
		l.tell()
	}
	select {
	case l.news <- struct{}{}:
	default:
	}
}

// take has the queue read, once all before it is, and then the log where the queue misses something.
func (l *Listener) take() (over bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.read, l.next, l.free = l.next, l.free, l.next[:0]
	if cap(l.free) > mostRoom {
		l.free = nil
	}
	if len(l.read) == 0 && l.miss > 0 && !l.over {
		l.miss, l.behind, l.live = 0, true, false
		l.wake() // for that: whoever asks just now may have no time to wait
	}
	return l.over
}

func (l *Listener) why() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.slow {
		return fault.New(fault.CodeSlowConsumer, "feed.slow_consumer")
	}
	return nil
}
