package flow

import (
	"context"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// ReadersOf are readers of a test's own, as a server runs its: look may be called again and again.
func ReadersOf(st *store.Store, rs ...Reader) (look, keep func(context.Context) error) {
	f := &following{st: st, readers: rs}
	return f.look, f.keep
}

// Load is what the engine reads of a record.
func Load(ctx context.Context, tx *store.Tx, kind id.Kind, recordID string) (stage.Record, error) {
	return load(ctx, tx, kind, recordID)
}

// LogColumns are those of the log that who writes to it gives.
var LogColumns = theLog.Columns

// Waiting is how many changes wait in the listener's queue.
func (l *Listener) Waiting() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.next)
}
