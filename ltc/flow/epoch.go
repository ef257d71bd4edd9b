package flow

import (
	"context"

	"github.com/leadtocash/ltc/ltc/store"
)

// CheckEpoch runs at start, under the migrations' lock. Where the log's newest transaction is not below the cluster's,
// the database was restored from a dump of another one: RaiseEpoch.
func CheckEpoch(ctx context.Context, st *store.Store) error {
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		if _, err := tx.SQL.ExecContext(ctx, "INSERT INTO feed_states (id, epoch) VALUES (1, 1) ON CONFLICT (id) DO NOTHING"); err != nil {
			return err
		}
		if !st.Postgres() {
			return nil
		}
		var foreign bool
		err := tx.SQL.QueryRowContext(ctx, `SELECT COALESCE(MAX(xid), 0) >= pg_current_xact_id()::text::bigint FROM changes`).Scan(&foreign)
		if err != nil || !foreign {
			return err
		}
		return RaiseEpoch(ctx, tx)
	})
}

// RaiseEpoch lets all cursors of clients expire: what a restore does. The log forgets the transactions of the cluster
// that it comes from: in their place stands how many readers have not come to a change yet. Such numbers are below those
// of any transaction and never fall as the log goes on, and each reader goes on from where it stood. Between two
// readers the log is in the order of its rows, as one journey's changes are anyway, and all of SQLite's.
func RaiseEpoch(ctx context.Context, tx *store.Tx) error {
	qs := []string{"INSERT INTO feed_states (id, epoch) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET epoch = feed_states.epoch + 1"}
	if tx.Store.Postgres() {
		qs = append(qs,
			"SET LOCAL statement_timeout = 0", // a request's time is not enough for a whole log
			"UPDATE changes SET xid = "+notThere("changes.xid, changes.id")+" WHERE xid <> "+notThere("changes.xid, changes.id"),
			"UPDATE readers SET xid = "+notThere("readers.xid, readers.change_id")+", change_id = (SELECT COALESCE(MAX(id), 0) FROM changes)",
		)
	}
	for _, q := range qs {
		if _, err := tx.SQL.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}

// notThere is how many readers have not come to a place yet.
func notThere(place string) string {
	return "(SELECT COUNT(*) FROM readers r WHERE (r.xid, r.change_id) < (" + place + "))"
}
