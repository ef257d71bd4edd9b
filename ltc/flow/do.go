package flow

import (
	"context"

	"github.com/leadtocash/ltc/ltc/access"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Verb is a call of a verb: its name in the API, what was asked, and the records it is about, whose journeys are
// locked before anything else happens.
type Verb struct {
	Name  string
	In    any
	On    []string
	Alone string // what else nobody may do at the same time; "" is nothing
}

// Do runs a verb in one transaction: locks, access (who may call it, and whether they see every record that it names),
// then f, which answers the record that it made or changed, and the call's idempotency key. Inside another transaction
// (an import, a bigger verb) it joins that and its key is the outer one's.
func Do(ctx context.Context, st *store.Store, v Verb, f func(context.Context, *store.Tx) (stage.Record, error)) (string, error) {
	recordID, _, err := Attempt(ctx, st, v, f)
	return recordID, err
}

// Attempt is Do for a verb that answers more than its record: it tells whether the call's key had done the verb before.
// Then what f made is undone, and not to be answered.
func Attempt(
	ctx context.Context, st *store.Store, v Verb, f func(context.Context, *store.Tx) (stage.Record, error),
) (recordID string, before bool, err error) {
	if err := may(ctx, v); err != nil {
		return "", false, audit.Refusal(ctx, st, v.Name, err)
	}
	ref, before, err := st.Once(ctx, v.Name, v.In, func(ctx context.Context, tx *store.Tx) (ref store.Ref, err error) {
		if err := tx.LockRecords(ctx, v.On, v.Alone); err != nil {
			return ref, err
		}
		if err := reaches(ctx, tx, v); err != nil {
			return ref, err
		}
		r, err := f(ctx, tx)
		if err != nil {
			return ref, err
		}
		return store.Ref{Kind: r.Kind, ID: r.ID, Version: r.Version}, access.MayFor(ctx, v.Name, r.AmountMinor)
	})
	if err != nil {
		return "", false, audit.Refusal(ctx, st, v.Name, err)
	}
	return ref.ID, before, nil
}

// may refuses what can be refused before anything is read.
func may(ctx context.Context, v Verb) error {
	if err := access.May(ctx, v.Name); err != nil {
		return err
	}
	return access.Writes(call.From(ctx).Viewer, v.Name, v.In)
}

// Lock locks the journeys of the records, or the records themselves where they belong to none.
func Lock(ctx context.Context, tx *store.Tx, recordIDs ...string) error {
	return tx.LockRecords(ctx, recordIDs)
}

// Kind refuses an id of another kind, as the record that it would name cannot be found.
func Kind(kind id.Kind, recordID string) error {
	if k, ok := id.KindOf(recordID); !ok || k != kind {
		return fault.NotFound(recordID)
	}
	return nil
}
