package flow_test

import (
	"context"
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
