package flow

import (
	"context"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ReadersOf are readers of a test's own, as a server runs its: drain may be called again and again.
func ReadersOf(st *store.Store, rs ...Reader) (drain, keep func(context.Context) error) {
	f := &following{st: st, readers: rs}
	return f.drain, f.keep
}

// Load is what the engine reads of a record.
func Load(ctx context.Context, tx *store.Tx, kind id.Kind, recordID string) (stage.Record, error) {
	return load(ctx, tx, kind, recordID)
}
