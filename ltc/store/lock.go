package store

import (
	"context"
	"hash/fnv"
	"slices"
)

// Lock takes the locks of the given journeys, or of records that belong to none, in one order, until the end of the
// transaction. It has to be the first thing a verb does: before any statement that takes a transaction id, as a row
// lock would, so that the rows of one journey's log stand in the order of its moves. SQLite has one writer: nothing.
func (tx *Tx) Lock(ctx context.Context, names ...string) error {
	var keys []int64
	for _, n := range names {
		if n == "" || tx.locked[n] {
			continue
		}
		tx.locked[n] = true
		h := fnv.New64a()
		_, _ = h.Write([]byte(n))
		keys = append(keys, int64(h.Sum64())) //nolint:gosec // any 64 bits will do
	}
	if !tx.Store.Postgres() {
		return nil
	}
	slices.Sort(keys)
	for _, k := range keys {
		if _, err := tx.SQL.ExecContext(ctx, "SELECT pg_advisory_xact_lock($1)", k); err != nil {
			return err
		}
	}
	return nil
}
