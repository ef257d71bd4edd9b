package flow_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// called asks a listener only when it is told that there is news, as rides do.
func called(ctx context.Context, l *flow.Listener, hear func(*db.Change) bool) error {
	news := make(chan bool, 1)
	l.OnNews(func() {
		select {
		case news <- true:
		default:
		}
	})
	for {
		c, over, err := l.Ready(ctx)
		switch {
		case err != nil || over:
			return err
		case c == nil:
			select {
			case <-news:
			case <-ctx.Done():
				return ctx.Err()
			}
		case !hear(c):
			return nil
		}
	}
}

func captured(ctx context.Context, st *store.Store, n int) error {
	for range n {
		if _, err := capture(ctx, st); err != nil {
			return err
		}
	}
	return nil
}

func TestWhoReadsHearsAllOfALargeTransactionOnce(t *testing.T) {
	const all = 600 // more than a queue holds, and than a page of the log
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		feed := follow(t, w.Store)
		leads := flow.ChangeFilter{Kinds: []id.Kind{id.Lead}}
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
		defer stop()
		var asks, waits heard
		ended := make(chan error, 2)
		for _, f := range []struct {
			*heard
			by func(*flow.Listener, func(*db.Change) bool) error
		}{
			{&asks, func(l *flow.Listener, hear func(*db.Change) bool) error { return asking(ctx, l, hear) }},
			{&waits, func(l *flow.Listener, hear func(*db.Change) bool) error { return called(ctx, l, hear) }},
		} {
			l := ltctest.Got(feed.Listen(t.Context(), nil, &leads))(t)
			defer l.Close()
			go func() {
				ended <- f.by(l, func(c *db.Change) bool { return f.hear(c) && len(f.all()) < all+1 })
			}()
		}
		ltctest.Must(t, w.InTx(w.As(stage.Marketing), func(ctx context.Context, _ *store.Tx) error { return captured(ctx, w.Store, all) }))
		ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t) // and what comes then
		for range 2 {
			ltctest.Must(t, <-ended)
		}
		for who, h := range map[string]*heard{"who asks": &asks, "who waits to be called": &waits} {
			complete(t, who, h.all(), all+1)
			if !slices.IsSortedFunc(h.all(), func(a, b *db.Change) int { return int(a.ID - b.ID) }) {
				t.Errorf("%s hears them in disorder", who)
			}
		}
	})
}

// handedOut waits until the feed has handed out what was written so far: another follower hears what comes later.
func handedOut(t *testing.T, w *ltctest.World, feed *flow.Feed) {
	t.Helper()
	care, over := w.People[stage.Care].ID, make(chan bool)
	go func() {
		defer close(over)
		_ = hearing(t.Context(), feed, nil, &flow.ChangeFilter{Actor: &care}, func(*db.Change) bool { return false })
	}()
	for {
		ltctest.Got(capture(w.As(stage.Care), w.Store))(t)
		select {
		case <-over:
			return
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// doubled writes the log that there is once more, again and again, in one transaction.
func doubled(t *testing.T, w *ltctest.World, times int) {
	t.Helper()
	columns := strings.Join(flow.LogColumns, ", ")
	ltctest.Must(t, w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error {
		for range times {
			if _, err := tx.SQL.ExecContext(ctx, "INSERT INTO changes ("+columns+") SELECT "+columns+" FROM changes"); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestWhoDoesNotReadIsWaitedForAWhileAndLetGo(t *testing.T) {
	for name, tt := range map[string]struct {
		times int // that the log is doubled
		code  fault.Code
	}{
		"they come before much has happened": {11, ""},
		"they do not come":                   {14, fault.CodeSlowConsumer},
	} {
		t.Run(name, func(t *testing.T) {
			ltctest.In(t, func(t *testing.T, w *ltctest.World) {
				feed := follow(t, w.Store)
				by := w.People[stage.Marketing].ID
				l := ltctest.Got(feed.Listen(t.Context(), nil, &flow.ChangeFilter{Actor: &by}))(t)
				defer l.Close()
				ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
				doubled(t, w, tt.times)
				handedOut(t, w, feed)
				if n := l.Waiting(); n > 256 {
					t.Errorf("%d wait in the queue", n)
				}
				all, n := 1<<tt.times, 0
				ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
				defer stop()
				var last int64
				err := asking(ctx, l, func(c *db.Change) bool {
					if c.ID <= last {
						t.Errorf("%d comes after %d", c.ID, last)
					}
					last = c.ID
					n++
					return n < all
				})
				if fault.CodeOf(err) != tt.code || (n == all) != (err == nil) {
					t.Errorf("after %d of %d: %v, want %q", n, all, err, tt.code)
				}
			})
		})
	}
}
