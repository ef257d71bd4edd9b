package insight_test

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/leadtocash/ltc/ltc/insight"
	"github.com/leadtocash/ltc/ltc/ltctest"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// whole is a step of a plan that reads all of a table, or of an index of it, under one of the names it has here, or each
// row of one table with each of another.
var whole = regexp.MustCompile(`^SCAN [alnr] |-JOIN`)

// TestFiguresOnSQLiteReadWhatWasTouchedOnly: of a large database, which only its statistics are here.
func TestFiguresOnSQLiteReadWhatWasTouchedOnly(t *testing.T) {
	p := newPipe(t, ltctest.New(t, ltctest.SQLite(t)))
	p.opened(100, 1)
	p.Drain() // makes all rows
	var asked []string
	p.Watch(func(_ context.Context, query string) func(error) {
		if strings.Contains(query, "touched") && !strings.HasPrefix(query, "EXPLAIN") {
			asked = append(asked, query)
		}
		return func(error) {}
	})
	p.opened(200, 1)
	p.Drain()
	ltctest.Got(insight.Receivables(p.As(stage.Finance), p.Store))(t)
	ltctest.Got(insight.Check(p.As(stage.Finance), p.Store))(t)
	_, _, err := insight.Unbilled(p.As(stage.Finance), p.Store)
	ltctest.Must(t, err)
	if len(asked) < 6 {
		t.Fatalf("only %d statements were seen", len(asked))
	}
	large := ofMany(t, p.Store)
	for _, query := range asked {
		rows := ltctest.Got(large.SQL().DB.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, "[]"))(t)
		for rows.Next() {
			var id, parent, unused int
			var step string
			ltctest.Must(t, rows.Scan(&id, &parent, &unused, &step))
			if whole.MatchString(step) {
				t.Errorf("%s: %s", step, query)
			}
		}
		ltctest.Must(t, errors.Join(rows.Err(), rows.Close()))
	}
}

// ofMany opens a database again, so that it takes its tables for large ones.
func ofMany(t *testing.T, st *store.Store) *store.Store {
	t.Helper()
	ltctest.Must(t, st.InTx(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, q := range []string{
			"ANALYZE",
			"DELETE FROM sqlite_stat1",
			`INSERT INTO sqlite_stat1 SELECT tbl_name, name, '45000 2 1 1 1' FROM sqlite_schema WHERE type = 'index'
				AND tbl_name IN ('allocations', 'credit_notes', 'invoice_lines', 'invoices', 'payments', 'opportunities', 'leads')`,
		} {
			if _, err := tx.SQL.ExecContext(ctx, q); err != nil {
				return err
			}
		}
		return nil
	}))
	large := ltctest.Got(store.Open(t.Context(), st.URL()))(t)
	t.Cleanup(func() { ltctest.Must(t, large.Close()) })
	return large
}
