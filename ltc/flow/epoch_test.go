package flow_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestACursorOfBeforeARestoreExpires(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		ltctest.Must(t, w.InTx(w.As(stage.Marketing), flow.RaiseEpoch))
		ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		feed := follow(t, w.Store)

		err := hearing(t.Context(), feed, &flow.Cursor{Epoch: 1}, nil, func(*db.Change) bool { return true })
		if fault.CodeOf(err) != fault.CodeCursorExpired {
			t.Errorf("an old cursor: %v, want CURSOR_EXPIRED", err)
		}
		var h heard
		go func() { _ = hearing(t.Context(), feed, &flow.Cursor{Epoch: 2}, nil, h.hear) }()
		eventually(t, "a new cursor hears all", func() bool { return len(h.all()) == 2 })
	})
}

func TestADumpOfAnotherClusterIsNoticedAtStart(t *testing.T) {
	w := ltctest.New(t, ltctest.Postgres(t))
	ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
	ltctest.Must(t, w.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.SQL.ExecContext(ctx, "UPDATE changes SET xid = xid + 1000000000")
		return err
	}))
	ltctest.Must(t, flow.CheckEpoch(w.As(stage.Marketing), w.Store))
	if epoch := ltctest.Got(flow.Epoch(t.Context(), w.Reader()))(t); epoch != 2 {
		t.Errorf("epoch = %d, want 2", epoch)
	}
	if p := flow.PositionOf(w.Changes(nil)[0]); p.XID != 0 {
		t.Errorf("the transaction is still %d", p.XID)
	}
}

// A transaction that began first and wrote last has the lower number and the later row: the readers of a dump may stand
// between such rows.
func TestAfterARestoreReadersDoWhatTheyHaveNotDoneAndNothingTwice(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		did := make([]done, 8) // by readers that do nothing before the restore, one change, two and so on
		read := func(before bool) error {
			readers := make([]flow.Reader, len(did))
			for n := range readers {
				readers[n] = flow.Reader{Name: fmt.Sprint("test.", n), Wants: func(*db.Change) bool { return true }}
				readers[n].Handle = func(_ context.Context, _ *store.Tx, c *db.Change) error {
					if before && len(did[n].all()) == n {
						return errors.New("not now")
					}
					did[n].add(c)
					return nil
				}
			}
			drain, _ := flow.ReadersOf(w.Store, readers...)
			return drain(t.Context())
		}
		marketer := w.As(stage.Marketing)
		for range 6 {
			ltctest.Got(capture(marketer, w.Store))(t)
		}
		transactions(t, w, "UPDATE changes SET xid = 10 + id * 3 % 5")
		if err := read(true); err == nil {
			t.Fatal("all have done all")
		}
		transactions(t, w, "UPDATE changes SET xid = xid + 1000000000", "UPDATE readers SET xid = xid + 1000000000")
		ltctest.Must(t, flow.CheckEpoch(marketer, w.Store))
		ltctest.Must(t, w.InTx(marketer, flow.RaiseEpoch)) // the command does both
		ltctest.Got(capture(marketer, w.Store))(t)
		w.ReachHorizon()
		ltctest.Must(t, read(false))
		for n := range did {
			got := did[n].all()
			slices.Sort(got[:len(got)-1])
			if want := []int64{1, 2, 3, 4, 5, 6, 7}; !slices.Equal(got, want) { // the newest last
				t.Errorf("who had done %d has done %v, want %v", n, got, want)
			}
		}
	})
}

// transactions changes those of the log, of which only PostgreSQL has any.
func transactions(t *testing.T, w *ltctest.World, statements ...string) {
	t.Helper()
	if !w.Postgres() {
		return
	}
	ltctest.Must(t, w.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, q := range statements {
			if _, err := tx.SQL.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		return nil
	}))
}
