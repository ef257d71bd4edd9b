package flow

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

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
	// Batch does it for several changes at once, in place of Handle, at the time of the last; no journey is locked.
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
// call it; a server does at each wake-up. A reader that fails does not hold up the others.
func Drain(ctx context.Context, st *store.Store) error {
	f := &following{st: st, readers: readers}
	return errors.Join(f.drain(ctx), f.keep(ctx))
}

// Behind is how many changes each reader has not seen, as far as is stored: once a second.
func Behind(ctx context.Context, st *store.Store) (map[string]int64, error) {
	var last int64
	if err := st.SQL().QueryRowContext(ctx, "SELECT COALESCE(MAX(id), 0) FROM changes").Scan(&last); err != nil {
		return nil, store.Translate(err)
	}
	at, err := cursors(ctx, st)
	out := make(map[string]int64, len(readers))
	for _, r := range readers {
		out[r.Name] = max(0, last-at[r.Name].ID)
	}
	return out, err
}

// RunDaily runs what readers do when a day begins.
func RunDaily(ctx context.Context, st *store.Store) error {
	for _, r := range readers {
		if r.Daily == nil {
			continue
		}
		if err := r.Daily(ctx, st); err != nil {
			return fmt.Errorf("reader %s, daily: %w", r.Name, err)
		}
	}
	return nil
}

// callOf is the call of what follows from a change: by the system, at the change's time, for the same action.
func callOf(c *db.Change) call.Call {
	k := call.New(call.System(c.LegalEntityID), c.At, call.Automation)
	k.Correlation = c.CorrelationID
	return k
}

// breath is how long the readers wait for more to come: what follows from a hundred changes is read at once.
const breath = 10 * time.Millisecond

// RunReaders drains the readers whenever the log has grown, and starts each day of the company, until the context
// ends. Two servers may run it: who is faster moves the cursor, the other finds it moved.
func RunReaders(ctx context.Context, st *store.Store, clock func() time.Time, log *slog.Logger) {
	wake := make(chan struct{}, 1)
	st.OnCommit(func() {
		select {
		case wake <- struct{}{}:
		default:
		}
	})
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	f := &following{st: st, readers: readers}
	for day := ""; ; {
		if today := dayOf(ctx, st, clock()); today != "" && today != day {
			if err := RunDaily(call.With(ctx, systemCall(ctx, st, clock())), st); err == nil {
				day = today
			} else if ctx.Err() == nil {
				log.ErrorContext(ctx, "the day's readers failed", "err", err)
			}
		}
		if err := f.drain(ctx); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "a reader of the log failed and will try again", "err", err)
		}
		time.Sleep(breath)
		select {
		case <-ctx.Done():
			return
		case <-wake:
		case <-tick.C:
			if err := f.keep(ctx); err != nil && ctx.Err() == nil {
				log.WarnContext(ctx, "how far the log was read cannot be stored", "err", err)
			}
		}
	}
}

func dayOf(ctx context.Context, st *store.Store, now time.Time) string {
	co, err := CompanyOf(ctx, st, st.Reader())
	if err != nil {
		return ""
	}
	return co.Calendar.Today(now).String()
}

func systemCall(ctx context.Context, st *store.Store, now time.Time) call.Call {
	co, _ := CompanyOf(ctx, st, st.Reader())
	return call.New(call.System(co.ID), now, call.Automation)
}
