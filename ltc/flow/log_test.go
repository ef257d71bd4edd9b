package flow_test

import (
	"context"
	"errors"
	"strings"
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

// A log that grows must not be read from its beginning for each look at what is new.
func TestTheLogIsReadFromAPlaceByItsIndex(t *testing.T) {
	w := ltctest.New(t, ltctest.SQLite(t))
	ltctest.Got(capture(w.As(stage.Marketing), w.Store))(t)
	var asked string
	w.Watch(func(_ context.Context, query string) func(error) {
		asked = query
		return func(error) {}
	})
	for name, read := range map[string]func() error{
		"after": func() error {
			_, err := flow.Read(t.Context(), w.Reader(), flow.Position{ID: 1}, nil, 10)
			return err
		},
		"before": func() error {
			_, err := flow.History(t.Context(), w.Reader(), &flow.Position{ID: 1}, nil, 10)
			return err
		},
	} {
		ltctest.Must(t, read())
		rows := ltctest.Got(w.SQL().DB.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+asked, 1))(t)
		var plan string
		for rows.Next() {
			var id, parent, unused int
			ltctest.Must(t, rows.Scan(&id, &parent, &unused, &plan))
		}
		ltctest.Must(t, errors.Join(rows.Err(), rows.Close()))
		if !strings.Contains(plan, "change_xid_id (xid=? AND rowid") && !strings.Contains(plan, "change_xid_id (xid=? AND id") {
			t.Errorf("%s a place: %s", name, plan)
		}
	}
}
