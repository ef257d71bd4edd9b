package flow

import (
	"context"

	"github.com/leadtocash/ltc/ltc/store"
)

// CheckEpoch runs at start, under the migrations' lock. Where the log's newest transaction is not below the cluster's,
// the database was restored from a dump of another one: its transactions are forgotten, so that rows alone order
// them, and the epoch rises, so that cursors from before expire.
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

// RaiseEpoch lets all cursors expire: what a restore does.
func RaiseEpoch(ctx context.Context, tx *store.Tx) error {
	for _, q := range []string{
		"UPDATE changes SET xid = 0 WHERE xid <> 0",
		"UPDATE readers SET xid = 0",
		"INSERT INTO feed_states (id, epoch) VALUES (1, 2) ON CONFLICT (id) DO UPDATE SET epoch = feed_states.epoch + 1",
	} {
		if _, err := tx.SQL.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return nil
}
