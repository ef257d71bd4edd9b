package flow

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ent/db/change"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/store"
)

// Reader does what follows from the log: it sees every change once, in order. What it does of a change is done in one
// transaction with its cursor. It acts as the system, at the change's own time.
type Reader struct {
	Name string
	// Wants tells from the change alone whether there is anything to do; most changes are only passed.
	Wants func(*db.Change) bool
	// Handle does it; the change's journey is locked.
	Handle func(ctx context.Context, tx *store.Tx, c *db.Change) error
	// Batch does it for several changes at once, in place of Handle, at the time of the last; no journey is locked. Nobody
	// may depend on its being done soon.
	Batch func(ctx context.Context, tx *store.Tx, cs []*db.Change) error
	// Daily, where there is one, runs when a new day of the company begins, and at start.
	Daily func(ctx context.Context, st *store.Store) error
}

var readers []Reader

// RegisterReader makes a reader known; departments do as their package is loaded. They run in the order of their names.
func RegisterReader(r Reader) {
	readers = append(readers, r)
	slices.SortFunc(readers, func(a, b Reader) int { return strings.Compare(a.Name, b.Name) })
}

// Into is a Wants: the change brought a record of a kind into a category.
func Into(kind string, cs ...stage.Category) func(*db.Change) bool {
	return func(c *db.Change) bool {
		return string(c.SubjectKind) == kind && (c.Kind == change.KindMoved || c.Kind == change.KindOpened) &&
			slices.Contains(cs, c.ToCategory)
	}
}

// Drain lets all readers read to the end of the log, again until none has anything left. Tests, imports and the demo
// call it. A reader that fails does not hold up the others.
func Drain(ctx context.Context, st *store.Store) error {
	f := &following{st: st, readers: readers}
	return errors.Join(f.drain(ctx), f.keep(ctx))
}

// Behind is about how many changes each reader has not seen, as far as is stored: once a second. It is 0 only where a
// reader stands at the end of the log, whose last change need not have the highest number.
func Behind(ctx context.Context, st *store.Store) (map[string]int64, error) {
	var last Position
	err := st.SQL().QueryRowContext(ctx, "SELECT xid, id FROM changes ORDER BY xid DESC, id DESC LIMIT 1").Scan(&last.XID, &last.ID)
	if err != nil && !store.Missing(err) {
		return nil, store.Translate(err)
	}
	at, err := cursors(ctx, st)
	out := make(map[string]int64, len(readers))
	for _, r := range readers {
		if p := at[r.Name]; p.Before(last) {
			out[r.Name] = max(1, last.ID-p.ID)
		} else {
			out[r.Name] = 0
		}
	}
	return out, err
}

// callOf is the call of what follows from a change: by the system, at the change's time, for the same action.
func callOf(c *db.Change) call.Call {
	k := call.New(call.System(c.LegalEntityID), c.At, call.Automation)
	k.Correlation = c.CorrelationID
	return k
}
