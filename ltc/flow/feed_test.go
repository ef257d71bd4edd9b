package flow_test

import (
	"context"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func capture(ctx context.Context, st *store.Store) (string, error) {
	phone := "13800138000"
	return marketing.CaptureLead(ctx, st, marketing.CaptureLeadInput{Name: "王雪", Company: "苏州博远", Phone: &phone})
}

// follow starts a feed; it ends with the test.
func follow(t *testing.T, st *store.Store) *flow.Feed {
	t.Helper()
	feed := flow.NewFeed(st, slog.New(slog.DiscardHandler))
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- feed.Run(ctx) }()
	t.Cleanup(func() { stop(); ltctest.Must(t, <-done) })
	return feed
}

// heard gathers what a follower was sent.
type heard struct {
	mu  sync.Mutex
	got []*db.Change
}

func (h *heard) hear(c *db.Change) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.got = append(h.got, c)
	return true
}

func (h *heard) all() []*db.Change {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]*db.Change(nil), h.got...)
}

// hearing listens and hands on until hear answers false, the context ends, or the feed lets it go.
func hearing(ctx context.Context, feed *flow.Feed, from *flow.Cursor, filter *flow.ChangeFilter, hear func(*db.Change) bool) error {
	l, err := feed.Listen(ctx, from, filter)
	if err != nil {
		return err
	}
	defer l.Close()
	return asking(ctx, l, hear)
}

// asking is hearing by one who listens already.
func asking(ctx context.Context, l *flow.Listener, hear func(*db.Change) bool) error {
	for {
		c, err := l.Next(ctx)
		if err != nil || c == nil || !hear(c) {
			return err
		}
	}
}

// eventually waits for a condition, for the feed runs beside the test.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(2 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatal("did not happen: " + what)
}

// complete checks that a follower heard each change once, and each record's in the order of its versions.
func complete(t *testing.T, who string, got []*db.Change, want int) {
	t.Helper()
	seen, versions := map[int64]bool{}, map[string]int{}
	for _, c := range got {
		if seen[c.ID] {
			t.Errorf("%s heard change %d twice", who, c.ID)
		}
		seen[c.ID] = true
		if c.SubjectVersion <= versions[c.SubjectID] {
			t.Errorf("%s heard version %d of %s after %d", who, c.SubjectVersion, c.SubjectID, versions[c.SubjectID])
		}
		versions[c.SubjectID] = c.SubjectVersion
	}
	if len(seen) != want {
		t.Errorf("%s heard %d changes, want %d", who, len(seen), want)
	}
}

func TestSixteenWritersLoseNothingAndRepeatNothing(t *testing.T) {
	const writers, each = 16, 8
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		feed := follow(t, w.Store)
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		var steady, restless heard
		begin := &flow.Cursor{Epoch: 1}
		go func() { _ = hearing(ctx, feed, begin, nil, steady.hear) }()
		go resume(ctx, feed, begin, &restless)

		var writing sync.WaitGroup
		for range writers {
			writing.Go(func() {
				for range each {
					id, err := capture(w.As(stage.Marketing), w.Store)
					if err != nil {
						t.Error(err)
						return
					}
					in := marketing.AssignLeadInput{ID: id, ExpectedVersion: 1, OwnerID: w.People[stage.Sales].ID}
					if _, err := marketing.AssignLead(w.As(stage.Marketing), w.Store, in); err != nil {
						t.Error(err)
					}
				}
			})
		}
		writing.Wait()
		const want = writers * each * 3 // opened, edited, moved
		eventually(t, "all is heard", func() bool { return len(steady.all()) >= want && len(restless.all()) >= want })
		complete(t, "who stays", steady.all(), want)
		complete(t, "who is cut off and resumes", restless.all(), want)
	})
}

// resume follows with a connection that breaks all the time, each time from the last cursor.
func resume(ctx context.Context, feed *flow.Feed, from *flow.Cursor, h *heard) {
	for ctx.Err() == nil {
		short, cut := context.WithTimeout(ctx, 15*time.Millisecond)
		_ = hearing(short, feed, from, nil, func(c *db.Change) bool {
			if short.Err() != nil {
				return false
			}
			cursor := feed.CursorOf(c)
			from = &cursor
			return h.hear(c)
		})
		cut()
	}
}

func TestAChangeThatBeganEarlierAndCommitsLaterIsNotLost(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t)) // SQLite has one writer: they commit in the order they begin
	feed := follow(t, w.Store)
	var h heard
	go func() { _ = hearing(t.Context(), feed, &flow.Cursor{Epoch: 1}, nil, h.hear) }()

	written, commit, done := make(chan bool), make(chan bool), make(chan error)
	go func() {
		done <- w.InTx(w.As(stage.Marketing), func(ctx context.Context, _ *store.Tx) error {
			_, err := capture(ctx, w.Store)
			written <- true
			<-commit
			return err
		})
	}()
	<-written
	late := ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
	time.Sleep(50 * time.Millisecond)
	if got := h.all(); len(got) != 0 {
		t.Errorf("heard %d changes while an older transaction runs", len(got))
	}
	commit <- true
	ltctest.Must(t, <-done)
	eventually(t, "both are heard", func() bool { return len(h.all()) == 2 })
	if got := h.all(); got[1].SubjectID != late {
		t.Error("the transaction that began first is heard second")
	}
}

// A transaction that stays open hides what was committed since, and whoever looks at the figures sees it.
func TestAFeedSaysThatItWaitsThoughNobodyFollows(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t))
	feed := follow(t, w.Store)
	written, commit, done := make(chan bool), make(chan bool), make(chan error, 1)
	end := sync.OnceFunc(func() { close(commit) })
	defer end()
	go func() {
		done <- w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.SQL.ExecContext(ctx, "SELECT pg_current_xact_id()")
			written <- true
			<-commit
			return err
		})
	}()
	<-written
	ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
	eventually(t, "the feed is behind", func() bool { return feed.Standing().Lag > 500*time.Millisecond })
	end()
	ltctest.Must(t, <-done)
	eventually(t, "the feed is at the end", func() bool { return feed.Standing().Lag == 0 })
}

func TestAVerbOverTwoJourneysThatWaitsForTheSecondKeepsBothInOrder(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		feed := follow(t, w.Store)
		var h heard
		go func() { _ = hearing(t.Context(), feed, &flow.Cursor{Epoch: 1}, nil, h.hear) }()
		a := ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		b := ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		pool := func(ctx context.Context, id string) error {
			reason := "无回应"
			_, err := flow.MoveStage(ctx, w.Store, flow.MoveStageInput{ID: id, To: "in_pool", ExpectedVersion: flow.Newest, Reason: &reason})
			return err
		}
		var running sync.WaitGroup
		held := make(chan bool)
		run := func(f func(ctx context.Context, tx *store.Tx) error) {
			running.Go(func() {
				if err := w.InTx(w.As(stage.Marketing), f); err != nil {
					t.Error(err)
				}
			})
		}
		run(func(ctx context.Context, tx *store.Tx) error { // holds the second for a while
			if err := flow.Lock(ctx, tx, b); err != nil {
				return err
			}
			close(held)
			time.Sleep(30 * time.Millisecond)
			return pool(ctx, b)
		})
		<-held
		run(func(ctx context.Context, tx *store.Tx) error { // wants both
			if err := flow.Lock(ctx, tx, a, b); err != nil {
				return err
			}
			return pool(ctx, a)
		})
		running.Wait()
		eventually(t, "both moves are heard", func() bool { return len(h.all()) == 4 })
		complete(t, "the follower", h.all(), 4)
	})
}
