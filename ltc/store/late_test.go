package store_test

import (
	"context"
	"errors"
	"testing"

	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

var (
	epochs = &store.Appended{Table: "feed_states", Columns: []string{"id", "epoch"}}
	series = &store.Appended{Table: "number_series", Columns: []string{"legal_entity_id", "series", "year", "last"}}
)

func TestALateChangeIsThereForWhateverComesNext(t *testing.T) {
	errMissed := errors.New("there is none")
	missed := func() error { return errMissed }
	name := func(ctx context.Context, tx *store.Tx, leadID, name string) error {
		return tx.Late(ctx, missed, "UPDATE leads SET name = $1 WHERE id = $2", name, leadID)
	}
	cases := []struct {
		name  string
		does  func(ctx context.Context, tx *store.Tx, leadID string) error
		want  string
		fails bool
	}{
		{"nothing", func(context.Context, *store.Tx, string) error { return nil }, "周婷", false},
		{"another change", func(ctx context.Context, tx *store.Tx, leadID string) error { return name(ctx, tx, leadID, "王伟") }, "王伟", false},
		{"a question", func(ctx context.Context, tx *store.Tx, leadID string) error {
			l, err := tx.Lead.Get(ctx, leadID)
			if err == nil && l.Name != "周婷" {
				err = errors.New("it reads " + l.Name)
			}
			return err
		}, "周婷", false},
		{"rows that are added", func(_ context.Context, tx *store.Tx, _ string) error {
			tx.Append(epochs, 900, 900)
			tx.Append(series, "le_1", "LATE", 2026, 1)
			return nil
		}, "周婷", false},
		{"a change of nothing", func(ctx context.Context, tx *store.Tx, _ string) error { return name(ctx, tx, "led_none", "王伟") }, "赵敏", true},
		{"a change of nothing, and rows", func(ctx context.Context, tx *store.Tx, _ string) error {
			tx.Append(epochs, 901, 901)
			return name(ctx, tx, "led_none", "王伟")
		}, "赵敏", true},
		{"a change of nothing, and a question", func(ctx context.Context, tx *store.Tx, _ string) error {
			if err := name(ctx, tx, "led_none", "王伟"); err != nil {
				return err
			}
			var n int
			return tx.SQL.QueryRowContext(ctx, "SELECT COUNT(*) FROM leads").Scan(&n)
		}, "赵敏", true},
		{"a change of nothing, and somebody who does not mind", func(ctx context.Context, tx *store.Tx, _ string) error {
			err := name(ctx, tx, "led_none", "王伟")
			if !tx.Store.Postgres() {
				return err // SQLite says so at once
			}
			if err := tx.Savepoint(ctx, func() error { return nil }); !errors.Is(err, errMissed) {
				return errors.New("nobody was told")
			}
			return tx.Savepoint(ctx, func() error { return nil })
		}, "赵敏", true},
		{"a savepoint that is undone", func(ctx context.Context, tx *store.Tx, leadID string) error {
			err := tx.Savepoint(ctx, func() error { return errors.Join(name(ctx, tx, leadID, "王伟"), errMissed) })
			if !errors.Is(err, errMissed) {
				return errors.New("the savepoint did not fail")
			}
			return nil
		}, "周婷", false},
		{"a savepoint whose change is of nothing", func(ctx context.Context, tx *store.Tx, _ string) error {
			err := tx.Savepoint(ctx, func() error { return name(ctx, tx, "led_none", "王伟") })
			if !errors.Is(err, errMissed) {
				return errors.New("the savepoint did not fail")
			}
			return nil
		}, "周婷", false},
	}
	ltctest.In(t, func(t *testing.T, w *ltctest.World) {
		leadID := ltctest.Got(marketing.CaptureLead(w.As(stage.Marketing), w.Store, lead("赵敏")))(t)
		for _, c := range cases {
			ltctest.Must(t, w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error { return name(ctx, tx, leadID, "赵敏") }))
			err := w.InTx(w.As(stage.Marketing), func(ctx context.Context, tx *store.Tx) error {
				if err := name(ctx, tx, leadID, "周婷"); err != nil {
					return err
				}
				return c.does(ctx, tx, leadID)
			})
			if errors.Is(err, errMissed) != c.fails || err != nil && !c.fails {
				t.Errorf("%s: err = %v", c.name, err)
			}
			if got := ltctest.Got(w.Reader().Lead.Get(t.Context(), leadID))(t).Name; got != c.want {
				t.Errorf("%s: the lead is %s, want %s", c.name, got, c.want)
			}
		}
	})
}
