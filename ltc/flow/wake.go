package flow

import (
	"context"
	"time"

	"github.com/lib/pq"
)

const (
	channel = "ltc_change"
	between = 20 * time.Millisecond // two messages: the first goes at once, the next tells of all that came meanwhile
)

// listen lets other servers on the same PostgreSQL wake this feed, and this one wake theirs. NOTIFY goes out after
// the commit, and bears the sender's name, so that nobody wakes themselves. It answers how to stop.
func (f *Feed) listen(ctx context.Context) (stop func()) {
	if !f.st.Postgres() {
		return func() {}
	}
	l := pq.NewListener(f.st.URL(), 50*time.Millisecond, 5*time.Second, func(_ pq.ListenerEventType, err error) {
		if err != nil {
			f.log.WarnContext(ctx, "the feed's listener", "err", err)
		}
		f.Wake() // after a reconnection there may be news
	})
	if err := l.Listen(channel); err != nil {
		f.log.WarnContext(ctx, "the feed cannot listen and polls", "err", err)
	}
	go func() {
		for n := range l.Notify {
			if n == nil || n.Extra != f.name { // nil after a reconnection
				f.Wake()
			}
		}
	}()
	poke := make(chan struct{}, 1)
	f.st.OnCommit(func() {
		select {
		case poke <- struct{}{}:
		default:
		}
	})
	go f.notify(ctx, poke)
	return func() { _ = l.Close() }
}

// notify tells the other servers of commits, coalesced.
func (f *Feed) notify(ctx context.Context, poke <-chan struct{}) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-poke:
		}
		if _, err := f.st.SQL().ExecContext(ctx, "SELECT pg_notify($1, $2)", channel, f.name); err != nil && ctx.Err() == nil {
			f.log.WarnContext(ctx, "the feed cannot notify other servers", "err", err)
		}
		pause(ctx, between)
	}
}
