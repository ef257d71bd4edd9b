package store

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/lib/pq"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
)

// Lock takes the locks of the given names, in one order, until the end of the transaction. It has to be the first thing
// a verb does: before any statement that takes a transaction id, as a row lock would, so that the rows of one journey's
// log stand in the order of its moves. SQLite has one writer: nothing.
func (tx *Tx) Lock(ctx context.Context, names ...string) error {
	return tx.LockRecords(ctx, nil, names...)
}

// LockRecords takes, with the locks of the given names, those of the records' journeys, or of the records themselves
// where they belong to none. A journey never changes, so it may be read before the lock.
//
// Errors: NOT_FOUND for a record that would have a journey and is not there.
func (tx *Tx) LockRecords(ctx context.Context, recordIDs []string, names ...string) error {
	byTable, names, err := tx.unlocked(recordIDs, names)
	if err != nil || len(byTable)+len(names) == 0 || len(byTable) == 0 && !tx.Store.Postgres() {
		return err
	}
	query, args := locking(tx.Store.Postgres(), byTable, names)
	rows, err := tx.SQL.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var asked string
		var lock any
		if err := rows.Scan(&asked, &lock); err != nil {
			return err
		}
		tx.locked[asked] = true
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, r := range recordIDs {
		if !tx.locked[r] {
			return fault.NotFound(r)
		}
	}
	return nil
}

// unlocked are the records, by their tables, and the names that the transaction has not locked yet.
func (tx *Tx) unlocked(recordIDs, names []string) (map[string][]string, []string, error) {
	byTable, rest := map[string][]string{}, make([]string, 0, len(names))
	for _, r := range recordIDs {
		kind, ok := id.KindOf(r)
		if !ok {
			return nil, nil, fault.NotFound(r)
		}
		switch t := db.Tables[kind]; {
		case tx.locked[r]:
		case t.HasJourney:
			byTable[t.Name] = append(byTable[t.Name], r)
		default:
			rest = append(rest, r)
		}
	}
	for _, n := range names {
		if n != "" && !tx.locked[n] {
			rest = append(rest, n)
		}
	}
	if !tx.Store.Postgres() {
		for _, n := range rest {
			tx.locked[n] = true
		}
		rest = nil
	}
	return byTable, rest, nil
}

// locking locks names and records' journeys, and answers what was asked for. The locks' numbers are sorted before the
// first is taken.
func locking(postgres bool, byTable map[string][]string, names []string) (string, []any) {
	var parts []string
	var args []any
	for _, table := range slices.Sorted(maps.Keys(byTable)) {
		before, list, after := among(postgres, byTable[table])
		args = append(args, list)
		parts = append(parts, "SELECT id AS asked, COALESCE(journey_id, id) AS name FROM "+table+" WHERE id"+before+"$"+strconv.Itoa(len(args))+after)
	}
	if len(names) > 0 {
		args = append(args, pq.Array(names))
		parts = append(parts, "SELECT n AS asked, n AS name FROM unnest($"+strconv.Itoa(len(args))+"::text[]) n")
	}
	all := strings.Join(parts, " UNION ALL ")
	if !postgres {
		return all, args
	}
	return "SELECT asked, pg_advisory_xact_lock(key) FROM (SELECT asked, hashtextextended(name, 0) AS key FROM (" + all + ") n ORDER BY key) o", args
}
