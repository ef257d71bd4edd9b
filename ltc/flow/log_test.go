package flow_test

import (
	"context"
	"errors"
	"testing"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

func TestOfTwoWhoMoveTheSameRecordOneWins(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		id := ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		errs := make(chan error, 2)
		for range 2 {
			go func() {
				_, err := marketing.DisqualifyLead(w.As(stage.Marketing), w.Store,
					marketing.DisqualifyLeadInput{ID: id, ExpectedVersion: 1, Reason: "空号"})
				errs <- err
			}()
		}
		first, second := <-errs, <-errs
		if (first == nil) == (second == nil) || fault.CodeOf(errors.Join(first, second)) != fault.CodeStaleVersion {
			t.Errorf("got %v and %v, want one STALE_VERSION", first, second)
		}
		if moves := w.Changes((&flow.ChangeFilter{Subject: &id}).Stages()); len(moves) != 2 {
			t.Errorf("the log has %d rows, want the opening and one move", len(moves))
		}
	})
}

func TestTheLogIsAppendOnly(t *testing.T) {
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
		for _, q := range []string{"DELETE FROM changes", "UPDATE changes SET reason = 'x'"} {
			err := w.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
				_, err := tx.SQL.ExecContext(ctx, q)
				return err
			})
			if err == nil {
				t.Errorf("%s was allowed", q)
			}
		}
	})
}
