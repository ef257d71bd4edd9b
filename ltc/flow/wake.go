package flow

import (
	"context"
	"time"

	"github.com/lib/pq"
)

const channel = "ltc_change"

// listen lets other servers on the same PostgreSQL wake this feed, and this one wake theirs. NOTIFY goes out after
// the commit, from one connection, at most once in two milliseconds. It answers how to stop.
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
		for range l.Notify {
			f.Wake()
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
		if _, err := f.st.SQL().ExecContext(ctx, "NOTIFY "+channel); err != nil && ctx.Err() == nil {
			f.log.WarnContext(ctx, "the feed cannot notify other servers", "err", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(2 * time.Millisecond):
		}
	}
}
